/** Notices that this machine's clock is wrong, which makes every request of Discord's look old or early. */
import type { Logger } from "pino";

const MINUTE = 60_000;

/** `now` is in milliseconds. */
export function createClockSkew(log: Logger, now: () => number) {
  let inTimeAt = Number.NEGATIVE_INFINITY;
  let loggedAt = Number.NEGATIVE_INFINITY;
  let last: { readonly at: number; readonly seconds: number } | undefined;
  return {
    /** Call for a request that Discord signed just now. */
    inTime(): void {
      inTimeAt = now();
    },
    /** Call for a request that Discord signed this many seconds ago; negative if that is in the future. */
    outOfTime(seconds: number): void {
      last = { at: now(), seconds };
      if (now() - loggedAt < MINUTE) return;
      loggedAt = now();
      log.warn({ seconds }, "interactions.clock_skew");
    },
    /** Returns what is wrong, if all signed requests of the last minute were out of time. */
    problem(): string | undefined {
      if (last === undefined || now() - last.at > MINUTE || inTimeAt > now() - MINUTE) return undefined;
      const { seconds } = last;
      const direction = seconds > 0 ? "ahead of" : "behind";
      return `requests from Discord are refused: this machine's clock is ${Math.abs(seconds)} s ${direction} theirs`;
    },
  };
}
