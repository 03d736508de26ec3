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
  /** Takes no new connection; resolves once the open requests are answered. */
  close(): Promise<void>;
}

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
        // A connection that is answered now stays open for the next request, which is not to come any more.
        const timer = setInterval(() => server.closeIdleConnections(), 20);
        server.close(() => {
          clearInterval(timer);
          resolve();
        });
      }),
  };
}
