/** A sketch of Discord in the browser: one page on the loopback address, through which people talk to a sandbox's bot. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Sandbox } from "../sandbox/sandbox.js";

export interface PageOptions {
  readonly sandbox: Sandbox;
  /** 0 takes any free one. */
  readonly port: number;
  /** The sandbox's channels that are shown, in this order; the first is open at the start. */
  readonly channels: readonly { readonly name: string; readonly topic: string }[];
  /** Whom one can be; the first is who one is at the start. A moderator has Manage Server and Manage Messages. */
  readonly people: readonly { readonly name: string; readonly moderates: boolean }[];
}

export interface Page {
  /** `http://127.0.0.1:` and the port. */
  readonly url: string;
  close(): Promise<void>;
}

/** Rejects with the system's error where the port can't be had: its `code` is then `EADDRINUSE` or `EACCES`. */
export async function openPage({ port }: PageOptions): Promise<Page> {
  const server = createServer((_, response) => void response.writeHead(404).end());
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
