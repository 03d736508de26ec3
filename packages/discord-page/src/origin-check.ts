/** Lets only the page itself connect, so that no other web site can reach the bot through the browser. */
import type { IncomingMessage } from "node:http";

const NAMES = ["127.0.0.1", "localhost"];

/** A foreign name that resolves to this machine (DNS rebinding) shows in the Host header. */
export function hasOwnHost({ headers, socket }: IncomingMessage): boolean {
  return NAMES.some((name) => headers.host === `${name}:${socket.localPort}`);
}

/** A browser sends the origin of the page that opens a WebSocket. The page can't change it. */
export function hasOwnOrigin(request: IncomingMessage): boolean {
  return hasOwnHost(request) && request.headers.origin === `http://${request.headers.host}`;
}
