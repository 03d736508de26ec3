/** Leaves a trace of every answer that did not arrive: counted, and logged with its ids and a reference. */
import type { Logger } from "pino";
import { codeOf, type Fault } from "../common/fault.js";
import { createReference } from "../common/intake.js";
import type { Tally } from "../common/tally.js";
import { type Drawn, drawText } from "../payloads/rendering.js";
import type { Attempt } from "./attempts.js";
import type { Receipts } from "./receipts.js";

/** What the log has of something: ids, never text. */
export type Ids = Readonly<Record<string, string | null | undefined>>;

export interface Reporter {
  /** Gives the reference under which the log has it. */
  report(what: string, ids: Ids, fault: Fault, error: unknown): string;
}

export interface DeliveryTools {
  readonly log: Logger;
  readonly now: () => number;
  readonly receipts: Receipts;
  readonly attempt: Attempt;
  readonly reporter: Reporter;
  readonly tally: Tally;
}

/** What needs somebody's attention is an error; what the network does now and then isn't. */
const LEVELS: Readonly<Record<Fault["kind"], "info" | "warn" | "error">> = {
  late: "info",
  acknowledged: "info",
  gone: "info",
  expired: "warn",
  forbidden: "warn",
  throttled: "warn",
  rejected: "error",
  unreachable: "error",
  unknown: "error",
};

export function createReporter(log: Logger, tally: Tally): Reporter {
  return {
    report(what, ids, { kind }, error) {
      const reference = createReference();
      tally.count(kind);
      if (error !== undefined) tally.refused(codeOf(error));
      log[LEVELS[kind]]({ ...ids, outcome: kind, reference, ...(error ? { err: error } : {}) }, `${what}: ${kind}`);
      return reference;
    },
  };
}

/** Sent instead of what Discord would not take: plain, so that it is taken. */
export const drawApology = (reference: string): Drawn =>
  drawText(`Something went wrong with this answer, and that is a mistake of mine. Its reference: ${reference}`);
