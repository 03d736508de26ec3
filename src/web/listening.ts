/** Opens an HTTP server, and closes it without cutting off a response. */
import type { Server, ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { serve } from "@hono/node-server";

export interface WebAddress {
  readonly host: string;
  /** 0 chooses a free one. */
  readonly port: number;
}

export type WebServer = Awaited<ReturnType<typeof listenOn>>;

/** Milliseconds for which connections that already wait are accepted. */
const RUSH = 500;

/** Rejects if the address can't be listened on. */
export async function listenOn({ host, port }: WebAddress, app: Pick<Parameters<typeof serve>[0], "fetch">) {
  const server = serve({ fetch: app.fetch, hostname: host, port }) as Server;
  const underWay = new Set<ServerResponse>();
  server.prependListener("request", (_, response) => {
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    if (!server.listening) response.shouldKeepAlive = false;
  });
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const { address, family, port: chosen } = server.address() as AddressInfo;
  return {
    /** Without a slash at its end. */
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${chosen}`,
    /**
     * Accepts no more connections, answers the requests on those that are open, and closes each after its response. An idle
     * connection is left to the client, or to Node, which closes it after five seconds: a proxy that finds no connection
     * goes to another process, and has lost nothing here. Resolves when all are closed; those left after `within`
     * milliseconds are cut off.
     */
    async close(within: number): Promise<void> {
      const cut = setTimeout(() => server.closeAllConnections(), within);
      await takeWaiting(server, Math.min(within / 2, RUSH));
      for (const response of underWay) response.shouldKeepAlive = false;
      // An HTTP server's own close() cuts idle connections off, and with them a request that is already on its way.
      await new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      clearTimeout(cut);
    },
  };
}

/** Accepts the connections that wait. Node accepts one a turn, and a server that closes cuts off the others. */
async function takeWaiting(server: Server, within: number): Promise<void> {
  const until = performance.now() + within;
  let turnsWithout = 0;
  const restart = () => {
    turnsWithout = 0;
  };
  server.on("connection", restart);
  while (turnsWithout < 2 && performance.now() < until) {
    turnsWithout += 1;
    await turn();
  }
  server.off("connection", restart);
}
