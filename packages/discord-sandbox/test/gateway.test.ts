/** The gateway over a bare WebSocket: intents, withheld content, sessions, refusals, and its scripted misbehaviour. */
import { createConnection } from "node:net";
import { createInflate } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import type { Sandbox } from "../src/sandbox.js";
import { createCaller, openJudgedSandbox } from "./judged-sandbox.js";

const GUILDS = 1;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const MESSAGE_CONTENT = 1 << 15;
const ALL = GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES;

interface Frame {
  op: number;
  t?: string;
  s?: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it is about
  d: any;
}

async function connect(sandbox: Sandbox, query = "?v=10&encoding=json") {
  const socket = new WebSocket(`${sandbox.gatewayUrl}/${query}`);
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  const inflate = createInflate();
  const inflated: string[] = [];
  inflate.on("data", (chunk) => inflated.push(String(chunk)));
  socket.on("message", (data, binary) => {
    if (binary) inflate.write(data as Buffer);
    else frames.push(JSON.parse(String(data)));
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  const refused = new Promise<string>((resolve) => socket.on("error", ({ message }) => resolve(message)));
  await Promise.race([new Promise((resolve) => socket.on("open", resolve)), refused]);
  const seen = (wanted: (frame: Frame) => boolean) =>
    expect
      .poll(() => frames.some(wanted))
      .toBe(true)
      .then(() => frames.find(wanted) as Frame);
  return {
    socket,
    frames,
    inflated,
    closed,
    refused,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    event: (t: string) => seen((frame) => frame.t === t),
    op: (op: number) => seen((frame) => frame.op === op),
    titles: () => frames.flatMap(({ t }) => t ?? []),
  };
}

async function identify(sandbox: Sandbox, intents = ALL, more: object = {}) {
  const client = await connect(sandbox);
  client.send(2, { token: sandbox.token, intents, properties: {}, ...more });
  return client;
}

describe("the gateway", () => {
  it("greets, and takes the token with or without its prefix", async () => {
    const sandbox = await openJudgedSandbox();
    const client = await identify(sandbox, ALL, { token: `Bot ${sandbox.token}` });
    expect((await client.op(10)).d.heartbeat_interval).toBe(41_250);
    expect((await client.event("READY")).d.guilds).toEqual([{ id: sandbox.store.guild.id, unavailable: true }]);
    expect((await client.event("GUILD_CREATE")).d.unavailable).toBe(false);
    client.send(1, 2);
    await client.op(11);
  });

  it.each([
    ["a wrong token with 4004", 2, { token: "x", intents: 0, properties: {} }, 4004],
    ["a privileged intent that is off with 4014", 2, { intents: MESSAGE_CONTENT, properties: {} }, 4014],
    ["an impossible shard with 4010", 2, { intents: 0, shard: [2, 2], properties: {} }, 4010],
    ["an unknown opcode with 4001", 99, {}, 4001],
    ["a request before identifying with 4003", 3, {}, 4003],
    ["an over-long payload with 4002", 2, { padding: "x".repeat(4096) }, 4002],
  ])("refuses %s", async (_, op, data, code) => {
    const sandbox = await openJudgedSandbox();
    const client = await connect(sandbox);
    client.send(op, { token: sandbox.token, ...data });
    expect(await client.closed).toBe(code);
  });

  it("refuses other versions with 4012, and a second IDENTIFY with 4005", async () => {
    const sandbox = await openJudgedSandbox();
    expect(await (await connect(sandbox, "?v=6")).closed).toBe(4012);
    const client = await identify(sandbox);
    await client.event("READY");
    client.send(2, { token: sandbox.token, intents: 0, properties: {} });
    expect(await client.closed).toBe(4005);
  });

  it("refuses an IDENTIFY that follows too soon with op 9, and counts each", async () => {
    const sandbox = await openJudgedSandbox({ times: { identifyEvery: 5000 } });
    await (await identify(sandbox)).event("READY");
    expect((await (await identify(sandbox)).op(9)).d).toBe(false);
    expect(sandbox.store.sessionStarts.remaining).toBe(998);
  });

  it("tells only what the intents ask for", async () => {
    const sandbox = await openJudgedSandbox();
    const direct = await identify(sandbox, DIRECT_MESSAGES);
    const guild = await identify(sandbox, GUILDS | GUILD_MESSAGES);
    await Promise.all([direct.event("READY"), guild.event("READY")]);
    const ada = sandbox.person("ada");
    ada.say("general", "in the guild");
    ada.say(ada.dm(), "in private");
    expect((await direct.event("MESSAGE_CREATE")).d).toMatchObject({ content: "in private", channel_type: 1 });
    expect((await guild.event("MESSAGE_CREATE")).d).toMatchObject({ guild_id: sandbox.store.guild.id });
    expect(direct.titles()).toEqual(["READY", "MESSAGE_CREATE"]);
  });

  it("withholds content that doesn't concern the bot, unless the intent is on", async () => {
    const sandbox = await openJudgedSandbox({ privilegedIntents: MESSAGE_CONTENT });
    const [plain, privileged] = [await identify(sandbox), await identify(sandbox, ALL | MESSAGE_CONTENT)];
    await Promise.all([plain.event("READY"), privileged.event("READY")]);
    const ada = sandbox.person("ada");
    const { said } = ada.say("general", "aside");
    ada.say("general", `<@${sandbox.bot.id}> about that`, { replyTo: said });
    const texts = ({ frames }: typeof plain) =>
      frames.filter(({ t }) => t === "MESSAGE_CREATE").map(({ d }) => [d.content, d.referenced_message?.content]);
    const question = `<@${sandbox.bot.id}> about that`;
    await expect
      .poll(() => texts(privileged))
      .toEqual([
        ["aside", undefined],
        [question, "aside"],
      ]);
    expect(texts(plain)).toEqual([
      ["", undefined],
      [question, ""],
    ]);
  });

  it("keeps private answers out of everyone's events", async () => {
    const sandbox = await openJudgedSandbox();
    const client = await identify(sandbox);
    await client.event("READY");
    const call = createCaller(sandbox);
    await call("PUT", `/applications/${sandbox.bot.id}/commands`, [{ name: "ask", description: "Asks" }]);
    const action = sandbox.person("ada").slash("ask");
    const { d } = await client.event("INTERACTION_CREATE");
    await call("POST", `/interactions/${d.id}/${d.token}/callback`, { type: 4, data: { content: "psst", flags: 64 } });
    expect((await action.post()).message.content).toBe("psst");
    expect(client.titles()).not.toContain("MESSAGE_CREATE");
  });

  it("replays to a resumed session exactly what it missed", async () => {
    const sandbox = await openJudgedSandbox();
    const first = await identify(sandbox);
    const { d: ready } = await first.event("READY");
    const { s: seq } = await first.event("GUILD_CREATE");
    sandbox.gateway.reset();
    await first.closed;
    sandbox.person("ada").say("general", "missed");
    const second = await connect(sandbox);
    second.send(6, { token: sandbox.token, session_id: ready.session_id, seq });
    await second.event("RESUMED");
    expect(second.titles()).toEqual(["MESSAGE_CREATE", "RESUMED"]);
  });

  it("answers op 9 to a session it doesn't know, that has ended, or that it was told to forget", async () => {
    const sandbox = await openJudgedSandbox();
    const resume = async (session_id: string) => {
      const client = await connect(sandbox);
      client.send(6, { token: sandbox.token, session_id, seq: 1 });
      return (await client.op(9)).d;
    };
    expect(await resume("unknown")).toBe(false);
    const ended = await identify(sandbox);
    const { d } = await ended.event("READY");
    ended.socket.close(1000);
    await ended.closed;
    expect(await resume(d.session_id)).toBe(false);
    const forgotten = await identify(sandbox);
    const ready = await forgotten.event("READY");
    sandbox.gateway.forgetSessions();
    expect(await resume(ready.d.session_id)).toBe(false);
  });

  it("keeps a session without a socket for its life, also when nothing happens", async () => {
    let now = Date.now();
    const sandbox = await openJudgedSandbox({ times: { now: () => now } });
    const first = await identify(sandbox);
    const { d: ready } = await first.event("READY");
    sandbox.gateway.reset();
    await first.closed;
    const [session] = sandbox.gateway.sessions.values();
    await expect.poll(() => session?.link).toBeUndefined();
    now += sandbox.times.sessionLife + 1;
    const second = await connect(sandbox);
    second.send(6, { token: sandbox.token, session_id: ready.session_id, seq: 1 });
    expect((await second.op(9)).d).toBe(false);
  });

  it("shards by guild, and gives direct messages to shard 0", async () => {
    const sandbox = await openJudgedSandbox();
    const shards = [await identify(sandbox, ALL, { shard: [0, 2] }), await identify(sandbox, ALL, { shard: [1, 2] })];
    await Promise.all(shards.map((shard) => shard.event("READY")));
    const ada = sandbox.person("ada");
    ada.say(ada.dm(), "private");
    ada.say("general", "public");
    await expect
      .poll(() => shards.flatMap((shard) => shard.titles()).filter((t) => t === "MESSAGE_CREATE").length)
      .toBe(2);
    const home = Number((BigInt(sandbox.store.guild.id) >> 22n) % 2n);
    expect(shards[home]?.titles()).toContain("GUILD_CREATE");
    expect(shards[1 - home]?.titles()).not.toContain("GUILD_CREATE");
    expect(shards[0]?.frames.some(({ d }) => d?.content === "private")).toBe(true);
  });

  it("compresses as one zlib stream when asked to", async () => {
    const sandbox = await openJudgedSandbox();
    const client = await connect(sandbox, "?v=10&encoding=json&compress=zlib-stream");
    client.send(2, { token: sandbox.token, intents: ALL, properties: {} });
    await expect.poll(() => client.inflated.join("")).toMatch(/heartbeat_interval.*READY.*GUILD_CREATE/s);
  });
});

describe("a scripted gateway", () => {
  it("closes with any code, cuts the connection, asks to reconnect, invalidates", async () => {
    const sandbox = await openJudgedSandbox();
    const client = await identify(sandbox);
    await client.event("READY");
    sandbox.gateway.askToReconnect();
    await client.op(7);
    sandbox.gateway.invalidate(true);
    expect((await client.op(9)).d).toBe(true);
    sandbox.gateway.dispatch("NOT_AN_EVENT", { odd: true });
    await client.event("NOT_AN_EVENT");
    sandbox.gateway.close(4008);
    expect(await client.closed).toBe(4008);
    const other = await identify(sandbox);
    await other.event("READY");
    sandbox.gateway.reset();
    expect(await other.closed).toBe(1006);
  });

  it("refuses upgrades, so many times", async () => {
    const sandbox = await openJudgedSandbox();
    sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 }, 1);
    expect(await (await connect(sandbox)).refused).toContain("502");
    await (await identify(sandbox)).event("READY");
  });

  it("outlives a client that resets the connection while its upgrade is refused, or ignored", async () => {
    const sandbox = await openJudgedSandbox();
    const { hostname, port } = new URL(sandbox.gatewayUrl);
    for (const fault of [{ do: "refuse", status: 502 }, { do: "ignore" }] as const) {
      sandbox.faults.gateway("upgrade", fault, 1);
      const socket = createConnection(Number(port), hostname);
      onTestFinished(() => void socket.destroy());
      await new Promise((resolve) => socket.once("connect", resolve));
      const upgrade = "connection: upgrade\r\nupgrade: websocket";
      socket.write(`GET /?v=10 HTTP/1.1\r\nhost: ${hostname}\r\n${upgrade}\r\n\r\n`);
      socket.pause();
      await new Promise((resolve) => setTimeout(resolve, 20));
      socket.resetAndDestroy();
    }
    await (await identify(sandbox)).event("READY");
  });

  it("drops acknowledgements of heartbeats, and ignores a RESUME", async () => {
    const sandbox = await openJudgedSandbox();
    const deaf = sandbox.faults.gateway("heartbeat", { do: "ignore" });
    sandbox.faults.gateway("resume", { do: "ignore" });
    const client = await connect(sandbox);
    await client.op(10);
    client.send(6, { token: sandbox.token, session_id: "x", seq: 1 });
    client.send(1, null);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(client.frames.map(({ op }) => op)).toEqual([10]);
    deaf();
    client.send(1, null);
    await client.op(11);
  });

  it("closes at IDENTIFY with a code of the test's choosing", async () => {
    const sandbox = await openJudgedSandbox();
    sandbox.faults.gateway("identify", { do: "close", code: 4013 }, 1);
    expect(await (await identify(sandbox)).closed).toBe(4013);
  });
});
