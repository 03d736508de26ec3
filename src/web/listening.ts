/** Opens and closes an HTTP server so that no answer under way is cut off. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";

export interface WebAddress {
  readonly host: string;
  /** 0 is any that is free. */
  readonly port: number;
}

export interface WebServer {
  /** Without a slash at its end. */
  readonly url: string;
  /**
   * Takes no new connection, answers what comes on those that are open and ends each of them; resolves once all are. So
   * a proxy that finds no connection goes to another process, and has lost nothing here.
   */
  close(): Promise<void>;
}

/** Milliseconds after which a connection is cut off: nobody waits longer for an answer, Discord three seconds. */
const PATIENCE = 3500;

/** Rejects where the address can't be listened on. */
export async function listenOn(
  { host, port }: WebAddress,
  app: Pick<Parameters<typeof serve>[0], "fetch">,
): Promise<WebServer> {
  const server = serve({ fetch: app.fetch, hostname: host, port }) as Server;
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const { address, family, port: chosen } = server.address() as AddressInfo;
  return {
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${chosen}`,
    close: () =>
      new Promise((resolve) => {
        server.prependListener("request", (_, response) => {
          response.shouldKeepAlive = false;
        });
        // A connection that is answered now would stay open for the next request.
        const sweep = setInterval(() => server.closeIdleConnections(), 20);
        const cut = setTimeout(() => server.closeAllConnections(), PATIENCE);
        server.close(() => {
          clearInterval(sweep);
          clearTimeout(cut);
          resolve();
        });
      }),
  };
}
