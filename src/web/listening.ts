/** Opens and closes an HTTP server so that no answer under way is cut off. */
import type { Server, ServerResponse } from "node:http";
import { type AddressInfo, Server as NetServer } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
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
   * Takes no new connection, answers what comes on those that are open, and ends each with its answer; one that is idle
   * is left to whoever opened it, or to Node, which ends it after five seconds. So a proxy that finds no connection goes
   * to another process, and has lost nothing here. Resolves once all are gone; what is left after `within` milliseconds
   * is cut off.
   */
  close(within: number): Promise<void>;
}

/** Milliseconds for which new connections are still taken while there are some at every turn. */
const RUSH = 500;

/** Rejects where the address can't be listened on. */
export async function listenOn(
  { host, port }: WebAddress,
  app: Pick<Parameters<typeof serve>[0], "fetch">,
): Promise<WebServer> {
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
    url: `http://${family === "IPv6" ? `[${address}]` : address}:${chosen}`,
    async close(within) {
      const cut = setTimeout(() => server.closeAllConnections(), within);
      await takeWaiting(server, Math.min(within / 2, RUSH));
      for (const response of underWay) response.shouldKeepAlive = false;
      // An HTTP server's own way to close cuts off what is idle, and with it a request that is already on the wire.
      await new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
      clearTimeout(cut);
    },
  };
}

/** Takes the connections that wait: Node takes one a turn, and a server that closes cuts off all that it has not taken. */
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
