/** One HTTP connection that sends signed interactions one after the other, at next to no cost of its own. */
import { sign } from "node:crypto";
import { connect, type Socket } from "node:net";
import type { Sandbox } from "discord-sandbox";

const END_OF_HEAD = "\r\n\r\n";

/** The whole request, signed with this second's time: good for a minute. */
export function prepare({ store }: Sandbox, url: string, payload: object): Buffer {
  const { host, pathname } = new URL(url);
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(store.now() / 1000));
  const signature = sign(null, Buffer.from(timestamp + body), store.privateKey).toString("hex");
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    `x-signature-timestamp: ${timestamp}`,
    `x-signature-ed25519: ${signature}`,
  ].join("\r\n");
  return Buffer.from(head + END_OF_HEAD + body);
}

export type Connection = ReturnType<typeof openConnection>;

/** Connects where it isn't: a server closes what is idle. Throws at an answer that is none, or of unknown length. */
export function openConnection(url: string) {
  const { hostname, port } = new URL(url);
  let socket: Socket | undefined;
  let underWay: { readonly request: Buffer; readonly done: () => void } | undefined;

  const connectAnew = (): Socket => {
    const opened = connect(Number(port), hostname).setNoDelay(true);
    const read = createReader(() => {
      const done = underWay?.done;
      underWay = undefined;
      done?.();
    });
    opened.on("data", read);
    opened.on("error", () => undefined);
    opened.on("close", () => {
      if (socket !== opened) return;
      socket = undefined;
      // It was closed as it was idle, just before the request came.
      if (underWay !== undefined) write(underWay.request);
    });
    return opened;
  };
  const write = (request: Buffer): void => {
    socket ??= connectAnew();
    socket.write(request);
  };
  return {
    /** Whether nothing is under way on it. */
    isFree: (): boolean => underWay === undefined,
    send(request: Buffer, done: () => void): void {
      underWay = { request, done };
      write(request);
    },
    close(): void {
      underWay = undefined;
      socket?.destroy();
    },
  };
}

/** Calls `answered` at the end of each answer. */
function createReader(answered: () => void): (chunk: Buffer) => void {
  let received = 0;
  let expected = Number.POSITIVE_INFINITY;
  let head = "";
  return (chunk) => {
    received += chunk.length;
    if (expected === Number.POSITIVE_INFINITY) {
      head += chunk.toString("latin1");
      const end = head.indexOf(END_OF_HEAD);
      if (end < 0) return;
      const length = /^content-length: (\d+)/im.exec(head)?.[1];
      if (!head.startsWith("HTTP/1.1 200") || length === undefined)
        throw new Error(`no answer that can be measured: ${head.slice(0, 200)}`);
      expected = end + END_OF_HEAD.length + Number(length);
    }
    if (received < expected) return;
    received = 0;
    expected = Number.POSITIVE_INFINITY;
    head = "";
    answered();
  };
}
