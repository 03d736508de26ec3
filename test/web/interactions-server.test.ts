/** Nobody but Discord gets past the door, whatever they send. */
import { generateKeyPairSync, sign } from "node:crypto";
import { connect } from "node:net";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  type InteractionsOptions,
  openInteractionsServer,
  type ReceivedInteraction,
} from "../../src/web/interactions-server.js";

const NOW = 1_800_000_000_000;
const PING = JSON.stringify({ type: 1 });
const ASK = JSON.stringify({ type: 2, id: "123456789012345678", token: "t", data: { name: "ask" } });

async function openDoor(answer?: InteractionsOptions["answer"]) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const received: ReceivedInteraction[] = [];
  const refused: string[] = [];
  const lines: string[] = [];
  const clock = { now: NOW };
  const { url, close, problem } = await openInteractionsServer({
    host: "127.0.0.1",
    port: 0,
    publicKey: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex"),
    now: () => clock.now,
    recorder: { refusedRequest: (reason) => void refused.push(reason) },
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
  /** Sends the beginning of a request, whose rest never comes. */
  const begin = (headers: Record<string, string | number>, body = "") => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    onTestFinished(() => void socket.destroy());
    const head = Object.entries({ host: hostname, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`POST /interactions HTTP/1.1\r\n${head.join("")}\r\n${body}`);
    let answer = "";
    socket.on("data", (chunk) => {
      answer += chunk;
    });
    return { answer: () => answer, isOver: () => socket.readableEnded || socket.destroyed };
  };
  return { send, begin, signed, received, refused, lines, clock, problem };
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
    const { send, signed, received, refused } = await openDoor();
    expect([(await send(body, signed(body))).status, received, refused]).toEqual([400, [], ["malformed"]]);
  });
});

describe("a request that is not from Discord, or not from now", () => {
  const minute = 60_000;
  it.each<[string, (door: Awaited<ReturnType<typeof openDoor>>) => Record<string, string>, reason?: string]>([
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
    ["is more than a minute old", ({ signed }) => signed(ASK, NOW - minute - 1000), "stale"],
    ["is from the future", ({ signed }) => signed(ASK, NOW + minute + 1000), "stale"],
  ])("gets 401, is counted and never reaches a command: it %s", async (_, headersOf, reason = "signature") => {
    const door = await openDoor();
    const { status } = await door.send(ASK, headersOf(door));
    expect([status, door.received, door.refused]).toEqual([401, [], [reason]]);
  });

  it("is refused by its headers where they suffice, before its body is there", async () => {
    const { begin, signed, refused } = await openDoor();
    const length = { "content-length": 500_000 };
    for (const headers of [{}, { ...signed(ASK), "x-signature-ed25519": "good" }]) {
      const { answer } = begin({ ...length, ...headers });
      await expect.poll(answer).toMatch(/^HTTP\/1.1 401 /);
    }
    expect(refused).toEqual(["signature", "signature"]);
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

  it.each([
    ["of a length that is announced", { "content-length": 600_000 }, "x"],
    [
      "that comes in pieces",
      { "transfer-encoding": "chunked" },
      `${(600_000).toString(16)}\r\n${"x".repeat(600_000)}\r\n`,
    ],
  ])("that is longer than any interaction is not read to its end: a body %s", async (_, headers, beginning) => {
    const { begin, signed, received, refused } = await openDoor();
    const { answer, isOver } = begin({ ...signed(ASK), ...headers }, beginning);
    await expect.poll(answer).toMatch(/^HTTP\/1.1 413 /);
    // The rest has not come, and the door does not wait for it.
    await expect.poll(isOver).toBe(true);
    expect([received, refused]).toEqual([[], ["malformed"]]);
  });
});

describe("a clock that is wrong", () => {
  const skewed = (lines: string[]) =>
    lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === "interactions.clock_skew");

  it("is logged once a minute with its seconds, and is a reason not to be ready", async () => {
    const { send, signed, lines, clock, problem } = await openDoor();
    for (let second = 0; second < 62; second += 31) {
      clock.now = NOW + second * 1000;
      expect((await send(ASK, signed(ASK, clock.now - 90_000))).status).toBe(401);
    }
    expect(skewed(lines).map(({ seconds }) => seconds)).toEqual([90]);
    expect(problem()).toContain("clock is 90 s ahead of theirs");
    clock.now = NOW + 61_000;
    await send(ASK, signed(ASK, clock.now + 90_000));
    expect(skewed(lines).map(({ seconds }) => seconds)).toEqual([90, -90]);
    expect(problem()).toContain("90 s behind");
  });

  it("is no reason once a request came in time, or none came for a minute", async () => {
    const { send, signed, clock, problem } = await openDoor();
    await send(ASK, signed(ASK, NOW - 90_000));
    expect(problem()).toBeDefined();
    await send(ASK, signed(ASK, NOW));
    expect(problem()).toBeUndefined();
    clock.now = NOW + 70_000;
    await send(ASK, signed(ASK, clock.now - 90_000));
    expect(problem()).toBeDefined();
    clock.now += 61_000;
    expect(problem()).toBeUndefined();
  });

  it("is not inferred from a request that Discord did not sign", async () => {
    const { send, signed, lines, problem, refused } = await openDoor();
    await send(ASK, { ...signed(PING, NOW - 90_000) });
    expect([problem(), skewed(lines), refused]).toEqual([undefined, [], ["signature"]]);
  });
});
