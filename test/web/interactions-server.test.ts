/** Nobody but Discord gets past the door, whatever they send. */
import { generateKeyPairSync, sign } from "node:crypto";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { type InteractionsOptions, openInteractionsServer, type Received } from "../../src/web/interactions-server.js";

const NOW = 1_800_000_000_000;
const PING = JSON.stringify({ type: 1 });
const ASK = JSON.stringify({ type: 2, id: "123456789012345678", token: "t", data: { name: "ask" } });

async function openDoor(answer?: InteractionsOptions["answer"]) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const received: Received[] = [];
  const lines: string[] = [];
  const { url, close } = await openInteractionsServer({
    host: "127.0.0.1",
    port: 0,
    publicKey: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex"),
    now: () => NOW,
    log: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }),
    async answer(interaction) {
      received.push(interaction);
      if (answer) return answer(interaction);
      return { body: '{"type":4}', sent: () => undefined, lost: () => undefined };
    },
  });
  onTestFinished(() => close(0));
  const send = (
    body: string,
    headers: Record<string, string>,
    path = "/interactions",
    method = "POST",
    signal?: AbortSignal,
  ) => fetch(`${url}${path}`, { method, headers, ...(method === "POST" ? { body } : {}), ...(signal && { signal }) });
  const signed = (body: string, at = NOW) => {
    const timestamp = String(at / 1000);
    const signature = sign(null, Buffer.from(timestamp + body), privateKey).toString("hex");
    return { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp };
  };
  return { send, signed, received, lines };
}

describe("a request that is signed", () => {
  it("is answered: a PING with PONG, an interaction with the bot's first answer", async () => {
    const { send, signed, received } = await openDoor();
    const pong = await send(PING, signed(PING));
    expect([pong.status, await pong.json(), received]).toEqual([200, { type: 1 }, []]);
    const answer = await send(ASK, signed(ASK));
    expect([answer.status, await answer.json()]).toEqual([200, { type: 4 }]);
    expect(answer.headers.get("content-type")).toBe("application/json");
    expect(received).toEqual([JSON.parse(ASK)]);
  });

  it("is told with 202 that the answer comes another way, or not at all", async () => {
    const { send, signed } = await openDoor(async () => undefined);
    const { status } = await send(ASK, signed(ASK));
    expect(status).toBe(202);
  });

  it("that is given up, before its answer is there or while it is sent, lets the bot know", async () => {
    const lost: string[] = [];
    let answer: (() => void) | undefined;
    const { send, signed } = await openDoor(
      () =>
        new Promise((resolve) => {
          answer = () => resolve({ body: "{}", sent: () => lost.push("sent"), lost: () => lost.push("lost") });
        }),
    );
    const hangUp = new AbortController();
    const asked = send(ASK, signed(ASK), undefined, undefined, hangUp.signal);
    await expect.poll(() => answer).toBeDefined();
    hangUp.abort();
    await expect(asked).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    answer?.();
    await expect.poll(() => lost).toEqual(["lost"]);
  });

  it("hears of a failure only that there was one", async () => {
    const { send, signed, lines } = await openDoor(() => Promise.reject(new Error("a bug")));
    const response = await send(ASK, signed(ASK));
    expect([response.status, await response.text()]).toEqual([500, ""]);
    expect(lines.join("")).toContain("a bug");
  });

  it.each([
    "",
    "{",
    "null",
    "[]",
    '{"type":2}',
    '{"type":"2","id":"1","token":"t"}',
    '{"type":2,"id":"x","token":"t"}',
  ])("but is no interaction gets 400: %s", async (body) => {
    const { send, signed, received } = await openDoor();
    expect([(await send(body, signed(body))).status, received]).toEqual([400, []]);
  });
});

describe("a request that is not from Discord, or not from now", () => {
  const minute = 60_000;
  it.each<[string, (door: Awaited<ReturnType<typeof openDoor>>) => Record<string, string>]>([
    ["has no signature", () => ({})],
    ["has no timestamp", ({ signed }) => ({ "x-signature-ed25519": signed(ASK)["x-signature-ed25519"] })],
    ["has a wrong signature", ({ signed }) => ({ ...signed(ASK), "x-signature-ed25519": "0".repeat(128) })],
    ["has half a signature", ({ signed }) => ({ ...signed(ASK), "x-signature-ed25519": "0".repeat(64) })],
    ["has no signature but a word", ({ signed }) => ({ ...signed(ASK), "x-signature-ed25519": "good" })],
    ["is signed for another body", ({ signed }) => signed(`${ASK} `)],
    [
      "is signed for another time",
      ({ signed }) => ({ ...signed(ASK), "x-signature-timestamp": String(NOW / 1000 + 1) }),
    ],
    ["is more than a minute old", ({ signed }) => signed(ASK, NOW - minute - 1000)],
    ["is from the future", ({ signed }) => signed(ASK, NOW + minute + 1000)],
  ])("gets 401 and never reaches a command: it %s", async (_, headersOf) => {
    const door = await openDoor();
    const { status } = await door.send(ASK, headersOf(door));
    expect([status, door.received]).toEqual([401, []]);
  });

  it("is taken within a minute, since clocks differ", async () => {
    const { send, signed } = await openDoor();
    for (const at of [NOW - minute, NOW + minute]) expect((await send(ASK, signed(ASK, at))).status).toBe(200);
  });
});

describe("everything else", () => {
  it.each([
    ["GET", "/interactions"],
    ["POST", "/"],
    ["POST", "/interactions/x"],
    ["GET", "/healthz"],
    ["GET", "/metrics"],
  ])("is not there: %s %s", async (method, path) => {
    const { send, signed, received } = await openDoor();
    expect([(await send(ASK, signed(ASK), path, method)).status, received]).toEqual([404, []]);
  });

  it("that is longer than any interaction is not read to its end", async () => {
    const { send, signed, received } = await openDoor();
    const long = JSON.stringify({ ...JSON.parse(ASK), more: "x".repeat(600_000) });
    expect([(await send(long, signed(long))).status, received]).toEqual([413, []]);
  });
});
