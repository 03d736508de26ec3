/** A proxy in front of the sandbox's REST API that can be shut: connections are refused then, as where nobody listens. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** `url` is the sandbox's. */
export async function openTcpProxy(url: string) {
  const { hostname, port, pathname } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  });
  await listen(server, 0);
  const own = (server.address() as AddressInfo).port;
  return {
    /** The base of REST behind it. */
    url: `http://127.0.0.1:${own}${pathname}`,
    async shut(): Promise<void> {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    open: () => listen(server, own),
  };
}

const listen = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
