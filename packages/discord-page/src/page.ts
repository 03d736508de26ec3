/** Serves a simple Discord client on the loopback address, in which people talk to the bot of a sandbox. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { WebSocket, WebSocketServer } from "ws";
import { openAssets } from "./assets.js";
import { hasOwnOrigin } from "./origin-check.js";
import type { ServerMessage } from "./protocol.js";
import { parseEnvelope } from "./requests.js";
import { createSession, type SessionOptions } from "./session.js";
import { recordTraffic } from "./traffic-log.js";

export interface PageOptions extends SessionOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where the built files are. */
  readonly assets?: string;
}

export type Page = Awaited<ReturnType<typeof openPage>>;

const BUILT_FILES = fileURLToPath(new URL("../dist/client", import.meta.url));
/** The limit for one frame from the page, in bytes: more than a person types. */
const MOST_BYTES = 1 << 20;

/** Rejects with the system's error if the port can't be used: its `code` is then `EADDRINUSE` or `EACCES`. */
export async function openPage({ assets: folder = BUILT_FILES, ...options }: PageOptions) {
  const { sandbox, port } = options;
  const assets = openAssets(folder);
  const server = createServer(getRequestListener(assets.app.fetch, { overrideGlobalObjects: false }));
  const viewers = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  server.on("upgrade", (request, socket, head) => {
    // A browser that is gone resets the connection, which would otherwise end the process.
    socket.on("error", () => socket.destroy());
    if (hasOwnOrigin(request)) viewers.handleUpgrade(request, socket, head, acceptViewer);
    else socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");

  const trafficLog = recordTraffic(sandbox);
  const session = createSession(options, trafficLog);
  const send = (viewer: WebSocket, message: ServerMessage) => {
    if (viewer.readyState === WebSocket.OPEN) viewer.send(JSON.stringify(message));
  };
  const broadcast = (message: ServerMessage) => {
    for (const viewer of viewers.clients) send(viewer, message);
  };
  function acceptViewer(viewer: WebSocket): void {
    viewer.on("error", () => viewer.terminate());
    viewer.on("message", async (data) => {
      const envelope = parseEnvelope(String(data));
      if (envelope === undefined) return viewer.close(1008, "Not a request of this page.");
      send(viewer, { type: "outcome", of: envelope.number, outcome: await session.handle(envelope.request) });
    });
    send(viewer, { type: "snapshot", version: assets.version(), ...session.describe() });
  }
  const stops = [
    trafficLog.stop,
    sandbox.store.watch((post) => broadcast({ type: "post", post: session.show(post) })),
    sandbox.listen(({ t, d }) => {
      if (t === "TYPING_START" && d.user_id === sandbox.bot.id) broadcast({ type: "typing", channel: d.channel_id });
    }),
  ];
  return {
    /** `http://127.0.0.1:` and the port. */
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Shows a remark below a message, to its author. */
    remark(channelId: string, messageId: string, text: string): void {
      const post = session.remark(channelId, messageId, text);
      if (post) broadcast({ type: "post", post });
    },
    async close(): Promise<void> {
      for (const stop of stops) stop();
      for (const viewer of viewers.clients) viewer.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
