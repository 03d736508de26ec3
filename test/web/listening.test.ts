/** A server that ends loses no request: not one that is on the wire, nor one that comes on a connection left open. */
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { listenOn } from "../../src/web/listening.js";

const REQUEST = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";
/** Longer than any test may take. */
const PATIENCE = 600_000;

async function openServer(answer: () => Promise<Response> = async () => new Response("answer")) {
  const server = await listenOn({ host: "127.0.0.1", port: 0 }, { fetch: answer });
  onTestFinished(() => server.close(0));
  return server;
}

/** What a proxy keeps open. */
async function openConnection(url: string) {
  const socket: Socket = connect(Number(new URL(url).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let heard = "";
  let isOver = false;
  socket.on("data", (chunk) => {
    heard += chunk;
  });
  socket.on("close", () => {
    isOver = true;
  });
  await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
  return {
    isOver: () => isOver,
    begin: () => void socket.write(REQUEST),
    hangUp: () => void socket.end(),
    async answer() {
      await expect.poll(() => heard).toMatch(/answer$/);
      const answer = heard;
      heard = "";
      return answer;
    },
  };
}

/** Resolves once the server takes no new connection. */
async function refusing(url: string): Promise<void> {
  const tryOne = () =>
    new Promise<string>((resolve) => {
      const socket = connect(Number(new URL(url).port), "127.0.0.1");
      socket
        .once("connect", () => resolve("open"))
        .once("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? ""));
      socket.once("connect", () => socket.destroy());
    });
  await expect.poll(tryOne).toBe("ECONNREFUSED");
}

describe("a server that is closed", () => {
  it("answers what is on the wire at that moment", async () => {
    for (const _ of "1234567890") {
      const { url, close } = await openServer();
      const connection = await openConnection(url);
      connection.begin();
      expect(await connection.answer()).toMatch(/connection: keep-alive/i);
      connection.begin();
      const closed = close(PATIENCE);
      expect(await connection.answer()).toMatch(/^HTTP\/1.1 200 /);
      connection.hangUp();
      await closed;
    }
  });

  it("answers all who had reached it, also those whom it had not heard yet", async () => {
    const { url, close } = await openServer();
    const connections = await Promise.all(Array.from({ length: 20 }, () => openConnection(url)));
    for (const connection of connections) connection.begin();
    const closed = close(PATIENCE);
    for (const connection of connections) {
      expect(await connection.answer()).toMatch(/^HTTP\/1.1 200 /);
      connection.hangUp();
    }
    await closed;
  });

  it("answers what comes later on a connection that is open, and takes no new one", async () => {
    const { url, close } = await openServer();
    const connection = await openConnection(url);
    connection.begin();
    await connection.answer();
    const closed = close(PATIENCE);
    await refusing(url);
    expect(connection.isOver()).toBe(false);
    connection.begin();
    expect(await connection.answer()).toMatch(/connection: close/i);
    await closed;
    await expect.poll(connection.isOver).toBe(true);
  });

  it("finishes what it is answering, and says that the connection ends with it", async () => {
    let answer: (() => void) | undefined;
    const { url, close } = await openServer(
      () =>
        new Promise((resolve) => {
          answer = () => resolve(new Response("answer"));
        }),
    );
    const connection = await openConnection(url);
    connection.begin();
    await expect.poll(() => answer).toBeDefined();
    const closed = close(PATIENCE);
    await refusing(url);
    answer?.();
    expect(await connection.answer()).toMatch(/connection: close/i);
    await closed;
  });

  it("leaves an idle connection to whoever opened it", async () => {
    const { url, close } = await openServer();
    const connection = await openConnection(url);
    connection.begin();
    await connection.answer();
    const closed = close(PATIENCE);
    await sleep(300);
    expect(connection.isOver()).toBe(false);
    connection.hangUp();
    await closed;
  });

  it("waits for nobody where nobody is connected, and for nobody longer than it may", async () => {
    await (await openServer()).close(PATIENCE);
    const { url, close } = await openServer(() => new Promise(() => undefined));
    const connection = await openConnection(url);
    connection.begin();
    await close(300);
    await expect.poll(connection.isOver).toBe(true);
  });
});
