/** A proxy in front of the sandbox's REST API that can be shut: connections are refused then, as where nobody listens. */
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { pipeline } from "node:stream";

/** `url` is the sandbox's. */
export async function openTcpProxy(url: string) {
  const { hostname, port, pathname } = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((incoming) => {
    const outgoing = connect(Number(port), hostname);
    for (const socket of [incoming, outgoing]) {
      sockets.add(socket.setNoDelay(true));
      socket.on("close", () => sockets.delete(socket));
    }
    // Either side may break off.
    pipeline(incoming, outgoing, incoming, () => undefined);
  });
  await listen(server, 0);
  const own = (server.address() as AddressInfo).port;
  return {
    /** The base of REST behind it. */
    url: `http://127.0.0.1:${own}${pathname}`,
    async shut(): Promise<void> {
      const closed = once(server.close(), "close");
      for (const socket of sockets) socket.resetAndDestroy();
      await closed;
    },
    open: () => listen(server, own),
  };
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}
