/** Leaves a trace of every call to Discord that failed: counted, and logged with its ids and a reference. */

import type { Message } from "discord.js";
import type { Logger } from "pino";
import type { Counters } from "../common/counters.js";
import type { Fault, FaultKind } from "../common/fault.js";
import { createReference } from "../common/reference.js";
import type { Attempt, Attempted } from "./attempts.js";

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

export const idsOf = ({ id, channelId, guildId }: Message): Ids => ({
  message: id,
  channel: channelId,
  server: guildId,
});

type Reporter = ReturnType<typeof createReporter>;

export interface DeliveryTools {
  readonly log: Logger;
  readonly now: () => number;
  /** Returns when an event came in, by the clock `now`. The first call for an event sets it. */
  receivedAt(event: object): number;
  readonly attempt: Attempt;
  /** Tries a call that concerns a message for as long as a message is worth trying. */
  attemptPatiently<T>(call: () => Promise<T>): Promise<Attempted<T>>;
  readonly reporter: Reporter;
  readonly counters: Counters;
}

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

export function createReporter(log: Logger, counters: Counters) {
  /** Returns the reference of the log's line. */
  const report = (action: DeliveryAction, ids: Ids, { kind, code }: Fault, error: unknown): string => {
    const reference = createReference();
    counters.count(kind);
    if (code !== undefined) counters.refused(code);
    log[LEVELS[kind]]({ ...ids, outcome: kind, reference, ...(error ? { err: error } : {}) }, `${action}.failed`);
    return reference;
  };
  return {
    report,
    /** Returns the result of a call; reports it and returns undefined if it failed. */
    resultOf<T>(action: DeliveryAction, ids: Ids, attempted: Attempted<T>): T | undefined {
      if (attempted.kind === "done") return attempted.value;
      report(action, ids, attempted.fault, attempted.error);
      return undefined;
    },
  };
}
