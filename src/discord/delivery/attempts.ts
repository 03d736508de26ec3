/** Tries a call to Discord as often as makes sense, and returns how it ended instead of throwing. */
import { setTimeout as sleep } from "node:timers/promises";
import { classify, type Fault } from "../common/fault.js";
import type { BotTimes } from "../common/times.js";

export type Attempted<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly fault: Fault; readonly error: unknown };

const MAX_REFUSALS = 3;

export type Attempt = <T>(call: () => Promise<T>, until: number) => Promise<Attempted<T>>;

/**
 * `call` must be repeatable: Discord takes a message with a nonce once, and an interaction's answer once. Nothing starts
 * after `until`, by the clock `now`, and no wait goes beyond it.
 */
export function createAttempt(times: BotTimes, now: () => number): Attempt {
  return async (call, until) => {
    let refusals = 0;
    let isRepeated = false;
    const pauseFor = (fault: Fault): number | undefined => {
      if (fault.kind === "throttled") {
        refusals += 1;
        if (refusals >= MAX_REFUSALS) return;
        return fault.wait ?? times.pause * refusals;
      }
      if (fault.kind !== "unreachable" || isRepeated) return;
      isRepeated = true;
      return times.retry;
    };
    for (;;) {
      if (now() > until) return { kind: "failed", fault: { kind: "late" }, error: undefined };
      try {
        return { kind: "done", value: await call() };
      } catch (error) {
        const fault = classify(error);
        const pause = pauseFor(fault);
        if (pause === undefined || now() + pause > until) return { kind: "failed", fault, error };
        await sleep(pause);
      }
    }
  };
}
