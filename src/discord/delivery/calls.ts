/** Makes calls to Discord: tries each as often as makes sense, and leaves a trace of each that failed. None throws. */
import { setTimeout as sleep } from "node:timers/promises";
import { BaseInteraction, type Message } from "discord.js";
import type { Logger } from "pino";
import type { Counters } from "../common/counters.js";
import { classify, createReference, type Fault, type FaultKind } from "../common/fault.js";
import type { BotTimes } from "../common/times.js";

type Attempted<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "failed"; readonly fault: Fault; readonly error?: unknown };

/** What was tried. The log has `reply.sent` and `reply.failed`, and likewise for the others. */
export type DeliveryAction =
  | "answer"
  | "apology"
  | "deferral"
  | "edit"
  | "form"
  | "lookup"
  | "notice"
  | "post"
  | "removal"
  | "reply"
  | "suggestions";

/** What the log says about a message or an interaction: ids, never text. */
export type Ids = Readonly<Record<string, string | null | undefined>>;

export const idsOf = (event: BaseInteraction | Message): Ids => ({
  [event instanceof BaseInteraction ? "interaction" : "message"]: event.id,
  channel: event.channelId,
  server: event.guildId,
});

/** An error needs a person's attention; occasional problems of the network and of servers' settings do not. */
const LEVELS: Readonly<Record<FaultKind, "info" | "warn" | "error">> = {
  late: "info",
  acknowledged: "info",
  gone: "info",
  forbidden: "warn",
  denied: "warn",
  throttled: "warn",
  rejected: "error",
  unreachable: "error",
  unknown: "error",
};

const MAX_REFUSALS = 3;

export type Calls = ReturnType<typeof createCalls>;

export function createCalls(log: Logger, counters: Counters, times: BotTimes) {
  const receipts = new WeakMap<object, number>();

  /** Returns when an event came in. The first call for an event sets it. */
  const receivedAt = (event: BaseInteraction | Message): number => {
    const at = receipts.get(event) ?? performance.now();
    receipts.set(event, at);
    return at;
  };

  /**
   * `call` must be repeatable: Discord takes a message with a nonce once, and an interaction's answer once. Nothing starts
   * after `until`, and no wait goes beyond it.
   */
  const attempt = async <T>(call: () => Promise<T>, until: number): Promise<Attempted<T>> => {
    let refusals = 0;
    let isRepeated = false;
    const pauseFor = ({ kind, wait }: Fault): number | undefined => {
      if (kind === "throttled") {
        refusals += 1;
        return refusals < MAX_REFUSALS ? (wait ?? times.pause * refusals) : undefined;
      }
      if (kind !== "unreachable" || isRepeated) return undefined;
      isRepeated = true;
      return times.retry;
    };
    for (;;) {
      if (performance.now() > until) return { kind: "failed", fault: { kind: "late" } };
      try {
        return { kind: "done", value: await call() };
      } catch (error) {
        const fault = classify(error);
        const pause = pauseFor(fault);
        if (pause === undefined || performance.now() + pause > until) return { kind: "failed", fault, error };
        await sleep(pause);
      }
    }
  };

  /** Tries a call that concerns a message for as long as a message is worth trying. */
  const attemptPatiently = <T>(call: () => Promise<T>) => attempt(call, performance.now() + times.patience);

  /** Counts and logs a failure; returns the reference of the log's line. */
  const report = (action: DeliveryAction, ids: Ids, { kind, code }: Fault, error?: unknown): string => {
    const reference = createReference();
    counters.count(kind);
    if (code !== undefined) counters.refused(code);
    log[LEVELS[kind]]({ ...ids, outcome: kind, reference, ...(error ? { err: error } : {}) }, `${action}.failed`);
    return reference;
  };

  return {
    receivedAt,
    attempt,
    attemptPatiently,
    report,
    /** Logs that something was sent because of `event`, and counts how long an answer took. */
    reportSent(action: DeliveryAction, event: BaseInteraction | Message): void {
      const ms = performance.now() - receivedAt(event);
      if (action === "answer") counters.answered("interaction", ms);
      if (action === "reply") counters.answered("message", ms);
      log.info({ ...idsOf(event), outcome: "sent", ms: Math.round(ms) }, `${action}.sent`);
    },
    /** Returns the result of a call about a message; reports it and returns undefined if it failed. */
    async resultOf<T>(action: DeliveryAction, ids: Ids, call: () => Promise<T>): Promise<T | undefined> {
      const attempted = await attemptPatiently(call);
      if (attempted.kind === "done") return attempted.value;
      report(action, ids, attempted.fault, attempted.error);
      return undefined;
    },
  };
}
