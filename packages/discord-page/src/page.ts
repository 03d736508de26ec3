/** A sketch of Discord in the browser: one page on the loopback address, through which people talk to a sandbox's bot. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { WebSocket, WebSocketServer } from "ws";
import { readAssets } from "./assets.js";
import { isFromUs } from "./door.js";
import type { Told } from "./protocol.js";
import { parseEnvelope } from "./requests.js";
import { createStage, type Setting } from "./stage.js";
import { tap } from "./wiretap.js";

export interface PageOptions extends Setting {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where the built files are. */
  readonly assets?: string;
}

export interface Page {
  /** `http://127.0.0.1:` and the port. */
  readonly url: string;
  /** Shows a remark below a message, to its author. */
  remark(channelId: string, messageId: string, text: string): void;
  close(): Promise<void>;
}

const BUILT_FILES = fileURLToPath(new URL("../dist/client", import.meta.url));
/** Of one frame from the page, in bytes: what no person types. */
const MOST_BYTES = 1 << 20;

/** Rejects with the system's error where the port can't be had: its `code` is then `EADDRINUSE` or `EACCES`. */
export async function openPage({ assets: folder = BUILT_FILES, ...options }: PageOptions): Promise<Page> {
  const { sandbox, port } = options;
  const assets = readAssets(folder);
  const server = createServer(assets.serve);
  const viewers = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES });
  server.on("upgrade", (request, socket, head) => {
    if (isFromUs(request)) viewers.handleUpgrade(request, socket, head, welcome);
    else socket.end("HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });

  const wiretap = tap(sandbox);
  const stage = createStage(options, wiretap);
  const tell = (viewer: WebSocket, told: Told) => {
    if (viewer.readyState === WebSocket.OPEN) viewer.send(JSON.stringify(told));
  };
  const tellAll = (told: Told) => {
    for (const viewer of viewers.clients) tell(viewer, told);
  };
  function welcome(viewer: WebSocket): void {
    viewer.on("error", () => viewer.terminate());
    viewer.on("message", async (data) => {
      const envelope = parseEnvelope(String(data));
      if (envelope === undefined) return viewer.close(1008, "The page would not have said that.");
      tell(viewer, { tell: "outcome", of: envelope.number, outcome: await stage.perform(envelope.request) });
    });
    tell(viewer, { tell: "scenery", version: assets.version, ...stage.describe() });
  }
  const stops = [
    wiretap.stop,
    sandbox.world.watch((post) => tellAll({ tell: "post", post: stage.show(post) })),
    sandbox.listen(({ t, d }) => {
      if (t === "TYPING_START" && d.user_id === sandbox.bot.id) tellAll({ tell: "typing", channel: d.channel_id });
    }),
  ];
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    remark(channelId, messageId, text) {
      const post = stage.remark(channelId, messageId, text);
      if (post) tellAll({ tell: "post", post });
    },
    async close() {
      for (const stop of stops) stop();
      for (const viewer of viewers.clients) viewer.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
