/** Counts what happens. Each failure is logged with its ids as well, so that nothing is lost without a trace. */
import type { FaultKind } from "./fault.js";

/** A kind of fault; or an event that came twice, an event that came while the bot was closing, or a bug. */
export type FailureKind = FaultKind | "repeated" | "closed" | "bug";

/** Receives counts: kinds, codes and durations, never a person, a place or a text. */
export interface Recorder {
  count(failure: FailureKind): void;
  /**
   * The decision on a question; one kind for each of its answers. `source` is how the bot was asked: by a command, by a
   * message put to it, or in a listed channel of that kind.
   */
  decided(source: "slash" | "menu" | "message" | "questions" | "chat", kinds: readonly string[]): void;
  /** An answer has reached Discord, this many milliseconds after its question came in. */
  answered(what: "interaction" | "message", milliseconds: number): void;
  /** A call to Discord failed: Discord's JSON code, an HTTP status, or the network's code. */
  refused(code: string): void;
}

export interface Counters extends Recorder {
  readonly counts: Readonly<Partial<Record<FailureKind, number>>>;
}

/** Counts failures itself, and passes everything on to `recorder`. */
export function createCounters(recorder: Recorder): Counters {
  const counts: Partial<Record<FailureKind, number>> = {};
  return {
    ...recorder,
    counts,
    count(failure) {
      counts[failure] = (counts[failure] ?? 0) + 1;
      recorder.count(failure);
    },
  };
}
