/** Scripted faults: consulted around every REST request and at every moment of a gateway session. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./route.js";

interface RestRequest {
  /** Discord's operationId, such as `create_message`. */
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** May call `work` at any time, or not at all; "reset" cuts the connection instead of answering. */
export type RestFault = (request: RestRequest, work: () => Answer) => Answer | "reset" | Promise<Answer | "reset">;

/** Where a gateway connection can be made to fail. */
export type Moment = "upgrade" | "identify" | "resume" | "heartbeat";

export type GatewayFault =
  | { do: "ignore" }
  | { do: "close"; code: number }
  /** Only for "upgrade": the HTTP status to refuse it with; at any other moment it resets the connection. */
  | { do: "refuse"; status: number };

export type Faults = ReturnType<typeof createFaults>;

export function createFaults() {
  const rest = createScript<string, RestFault>();
  const gateway = createScript<Moment, GatewayFault>();
  return {
    /** `operation` may be "*". The fault ends after `times` requests; the function returned ends it at once. */
    rest: rest.add,
    gateway: gateway.add,
    takeRest: rest.take,
    takeGateway: gateway.take,
    clear(): void {
      rest.clear();
      gateway.clear();
    },
  };
}

function createScript<At extends string, Fault>() {
  const scripted = new Set<{ readonly at: At; readonly fault: Fault; left: number }>();
  return {
    add(at: At, fault: Fault, times = Number.POSITIVE_INFINITY): () => void {
      const one = { at, fault, left: times };
      scripted.add(one);
      return () => void scripted.delete(one);
    },
    take(at: At): Fault | undefined {
      for (const one of scripted) {
        if (one.at !== "*" && one.at !== at) continue;
        one.left -= 1;
        if (one.left <= 0) scripted.delete(one);
        return one.fault;
      }
      return;
    },
    clear: () => scripted.clear(),
  };
}

export const answerInstead =
  (status: number, body?: unknown, headers?: Record<string, string>): RestFault =>
  () => ({ status, body, ...(headers && { headers }) });

export const failAfterwards =
  (status: number): RestFault =>
  (_, work) => {
    work();
    return { status, body: { code: 0, message: `${status}: scripted` } };
  };

export const answerLate =
  (milliseconds: number): RestFault =>
  async (_, work) => {
    const answer = work();
    await sleep(milliseconds);
    return answer;
  };

export const workLate =
  (milliseconds: number): RestFault =>
  async (_, work) => {
    await sleep(milliseconds);
    return work();
  };

export const resetConnection: RestFault = () => "reset";

export const resetAfterwards: RestFault = (_, work) => {
  work();
  return "reset";
};
