/** Counts what happens: each mishap is logged with its ids as well, so that nothing is lost without a trace. */
import type { Fault } from "./fault.js";

/** A kind of fault, or what was not even begun: told twice, told while the bot was ending, or a bug of our own. */
export type Mishap = Fault["kind"] | "repeated" | "closed" | "bug";

/** How the bot was asked: by a command, by a message put to it, or in a listed channel of that kind. */
export type QuestionSource = "slash" | "menu" | "message" | "questions" | "chat";

/** Where counts go: kinds, codes and durations, and never who, where or what. */
export interface Meter {
  count(mishap: Mishap): void;
  /** What a question came to; one kind for each of its answers. */
  decided(source: QuestionSource, kinds: readonly string[]): void;
  /** An answer has reached Discord, so many milliseconds after its question came in. */
  answered(what: "interaction" | "message", milliseconds: number): void;
  /** A call to Discord failed: Discord's JSON code, an HTTP status, or what the network said. */
  refused(code: string): void;
}

export interface Tally extends Meter {
  readonly counts: Readonly<Partial<Record<Mishap, number>>>;
}

/** Counts mishaps itself, and passes all on to `meter`. */
export function createTally(meter?: Meter): Tally {
  const counts: Partial<Record<Mishap, number>> = {};
  return {
    counts,
    count(mishap) {
      counts[mishap] = (counts[mishap] ?? 0) + 1;
      meter?.count(mishap);
    },
    decided: (source, kinds) => meter?.decided(source, kinds),
    answered: (what, milliseconds) => meter?.answered(what, milliseconds),
    refused: (code) => meter?.refused(code),
  };
}
