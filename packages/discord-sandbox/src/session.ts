/** A gateway session outlives its socket: it numbers and keeps what it sends, so that a RESUME can replay it. */
import { randomBytes } from "node:crypto";
import type { Link } from "./link.js";

export type GatewaySession = ReturnType<typeof createGatewaySession>;

/** One event as a session received it. */
export interface Dispatch {
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

const MOST_KEPT = 10_000;

export function createGatewaySession(
  shard: [id: number, count: number],
  intents: number,
  link: Link,
  observe: (dispatch: Dispatch) => void,
) {
  let sequence = 0;
  let kept: { s: number; frame: string }[] = [];
  return {
    id: randomBytes(16).toString("hex"),
    shard,
    intents,
    /** Absent while the client is away. */
    link: link as Link | undefined,
    /** False once it can't be resumed; it still gets every event while its socket lasts. */
    resumable: true,
    /** The client was asked to resume or to identify again on its socket. */
    invalidated: false,
    /** When the client went away. */
    leftAt: 0,
    sequence: () => sequence,
    dispatch(t: string, d: unknown): void {
      sequence += 1;
      const frame = JSON.stringify({ op: 0, t, s: sequence, d });
      observe({ t, s: sequence, d });
      kept.push({ s: sequence, frame });
      if (kept.length > MOST_KEPT) kept.shift();
      this.link?.send(frame);
    },
    /** Heartbeats say how far the client has read. */
    forgetUpTo(read: number): void {
      kept = kept.filter(({ s }) => s > read);
    },
    replay(after: number): void {
      for (const { s, frame } of kept) if (s > after) this.link?.send(frame);
    },
  };
}
