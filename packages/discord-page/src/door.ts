/** Who may come in: only a browser that opened this very page, so that no other web site can reach the bot through it. */
import type { IncomingMessage } from "node:http";

const NAMES = ["127.0.0.1", "localhost"];

/** Another site's name that was made to lead to this machine comes as the Host header. */
export function isForUs({ headers, socket }: IncomingMessage): boolean {
  return NAMES.some((name) => headers.host === `${name}:${socket.localPort}`);
}

/** A browser names the page that opens a WebSocket, whatever that page wants. */
export function isFromUs(request: IncomingMessage): boolean {
  return isForUs(request) && request.headers.origin === `http://${request.headers.host}`;
}
