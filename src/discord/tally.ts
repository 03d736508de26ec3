/** Counts what went wrong: each of these is logged with its ids as well, so that nothing is lost without a trace. */
import type { Fault } from "./fault.js";

/** A kind of fault, or what was not even begun: told twice, told while the bot was ending, or a bug of our own. */
export type Mishap = Fault["kind"] | "repeated" | "closed" | "bug";

export interface Tally {
  readonly counts: Readonly<Partial<Record<Mishap, number>>>;
  count(mishap: Mishap): void;
}

export function createTally(): Tally {
  const counts: Partial<Record<Mishap, number>> = {};
  return {
    counts,
    count(mishap) {
      counts[mishap] = (counts[mishap] ?? 0) + 1;
    },
  };
}
