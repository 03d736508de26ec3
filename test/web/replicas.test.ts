/** Any number of processes behind a proxy are one bot: they answer alike, and each may go at any time. */
import type { Sandbox } from "discord-sandbox";
import { everyComponent } from "discord-sandbox/component-schema";
import type { Post } from "discord-sandbox/model";
import type { Person } from "discord-sandbox/people";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/all.js";
import { createCaller, openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import type { Answerer } from "../../src/core/answerer.js";
import type { Outcome } from "../../src/core/decision/decision.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { createBotMemory } from "../../src/discord/context/bot-memory.js";
import { openAnswerer } from "../answerer.js";
import { UNHURRIED } from "../bot-times.js";
import { idOf, saidBy } from "../discord/member-server.js";
import type { BotOptions } from "../discord/open-bot.js";
import { openReplica } from "../discord/replica.js";
import { openStream } from "../faults/stream.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const optionsFor = ({ token, url }: Sandbox, given: Partial<BotOptions> = {}): BotOptions => ({
  token,
  api: url,
  commands,
  memory: createBotMemory({ burst: 1000 }),
  log: pino({ level: "silent" }),
  context: () => ({ answerer, version: "test", today: "2026-11-23" as CalendarDate }),
  times: UNHURRIED,
  ...given,
});

async function openReplicas(count: number, given: (sandbox: Sandbox) => Partial<BotOptions> = () => ({})) {
  const sandbox = await openJudgedSandbox({ channels: ["general", "moderators"] });
  const replicas: Awaited<ReturnType<typeof openReplica>>[] = [];
  for (let opened = 0; opened < count; opened++)
    replicas.push(await openReplica(sandbox, optionsFor(sandbox, given(sandbox))));
  const [first = "", ...others] = replicas.map(({ url }) => url);
  await sandbox.endpoint.use(first, ...others);
  return { sandbox, replicas, ada: sandbox.person("ada") };
}

const QUESTIONS = [
  "is wechat pay banned?",
  "who signed the order?",
  "what is the weather?",
  "is wepay banned",
  "hello",
];

const askAll = async (ada: Person): Promise<string[]> => {
  const contents: string[] = [];
  for (const question of [...QUESTIONS, ...QUESTIONS])
    contents.push((await ada.slash("ask", { question }).post()).message.content);
  return contents;
};

const findButton = ({ message }: Post, prefix: string): string =>
  everyComponent(message.components ?? [])
    .map(({ component }) => component.custom_id ?? "")
    .find((id) => id.startsWith(prefix)) ?? "";

describe("replicas", () => {
  it("answer the same as one does, with nothing but the response: no gateway, no request for an answer", async () => {
    const one = await openReplicas(1);
    const two = await openReplicas(2);
    expect(await askAll(two.ada)).toEqual(await askAll(one.ada));
    expect(two.sandbox.endpoint.complaints).toEqual([]);
    expect(two.sandbox.gateway.connections()).toBe(0);
    const { exchanges } = two.sandbox;
    expect(exchanges.filter(({ operation }) => operation === "create_interaction_response")).toHaveLength(10);
    expect(exchanges.some(({ operation }) => operation === "get_bot_gateway")).toBe(false);
  });

  it("lose nothing when one of them ends in the middle of a stream of requests, whichever it is", async () => {
    for (const which of [0, 1]) {
      const { sandbox, replicas } = await openReplicas(2);
      const stream = openStream(sandbox, 20);
      await expect.poll(stream.answered).toBeGreaterThan(100);
      await replicas[which]?.close();
      const then = stream.answered();
      await expect.poll(stream.answered).toBeGreaterThan(then + 100);
      expect(await stream.end()).toEqual([]);
      expect(sandbox.endpoint.complaints).toEqual([]);
    }
  });

  it("pass a question on to the moderators once, whichever of them is asked to", async () => {
    const { sandbox, ada } = await openReplicas(2, ({ channel }) => ({
      channels: {
        of: () => ({ listed: {}, moderators: channel("moderators").id }),
        isAnyListed: () => false,
        change: async () => ({ kind: "failed", problem: "not here" }),
      },
    }));
    const miss = await ada.slash("ask", { question: "what is the weather?" }, "general").post();
    for (let press = 0; press < 4; press++) await ada.press(miss, idOf(miss, "Ask the moderators")).post();
    expect(saidBy(sandbox, "moderators")).toHaveLength(1);
  });

  it("register the commands once, and press, suggest and show the menu as the gateway's bot does", async () => {
    const { sandbox, ada } = await openReplicas(2);
    const registrations = sandbox.exchanges.filter(
      ({ method, path }) => method === "PUT" && path.endsWith("/commands"),
    );
    expect(registrations).toHaveLength(1);
    expect((await ada.autocomplete("ban-status", { app: "" }, "app").choices())[0]?.value).toBe("wechat-pay");
    // Twice, so that each of the two presses what the other has rendered.
    for (const _ of "12") {
      const post = await ada.slash("ask", { question: "is wechat pay banned?" }).post();
      expect((await ada.press(post, findButton(post, "why")).post()).message.content).toContain("Why this answer?");
      await ada.slash("about").post();
    }
    const { said } = ada.say("general", "is alipay banned?");
    expect((await ada.useAppsMenu("Answer this", said).post()).message.content).toContain("Alipay");
    expect(sandbox.endpoint.complaints).toEqual([]);
  });
});

describe("another server that speaks as Discord does", () => {
  it("is answered though it says no more than it must", async () => {
    const sandbox = await openJudgedSandbox();
    const { bot, url } = await openReplica(sandbox, optionsFor(sandbox));
    const user = { id: "300000000000000001", username: "ada", discriminator: "0", avatar: null };
    const place = { guild_id: "300000000000000002", channel_id: "300000000000000003", member: { user, roles: [] } };
    let id = 300000000000001000n;
    const send = async (interaction: object) => {
      id += 1n;
      const body = { id: String(id), application_id: sandbox.bot.id, token: "t", version: 1, ...interaction };
      const response = await sandbox.endpoint.post(url, JSON.stringify(body));
      expect(response.status).toBe(200);
      return JSON.parse(response.body);
    };
    const options = [{ name: "app", type: 3, value: "wepay" }];
    const data = { id: "300000000000000004", name: "ban-status", type: 1, options };
    for (const where of [place, { channel_id: "300000000000000005", user }]) {
      const asked = await send({ type: 2, data, ...where });
      expect(asked).toMatchObject({ type: 4, data: { allowed_mentions: { parse: [] } } });
      const { components, content } = asked.data;
      const { custom_id } = components[0].components[0];
      const author = { id: sandbox.bot.id, username: "bot", discriminator: "0", avatar: null, bot: true };
      const message = { id: String(id), channel_id: where.channel_id, author, content, components };
      const pressed = await send({ type: 3, data: { custom_id, component_type: 2 }, message, ...where });
      expect(pressed).toMatchObject({ type: 7 });
    }
    const focused = [{ ...options[0], focused: true }];
    expect((await send({ type: 4, data: { ...data, options: focused }, ...place })).data.choices).not.toEqual([]);
    expect(bot.counters.counts).toEqual({});
  });
});

describe("an answer", () => {
  it("that could not be given as the response goes to Discord by a request of the bot's own", async () => {
    const sandbox = await openJudgedSandbox();
    const { bot } = await openReplica(sandbox, optionsFor(sandbox, { times: { acknowledge: 500 } }));
    // Discord's server has hung up before the answer was there.
    sandbox.store.interactionsUrl = "http://nowhere";
    const act = sandbox.person("ada").slash("ask", { question: "is wechat pay banned?" });
    if (act.event.t !== "INTERACTION_CREATE") throw new Error("A slash command is an interaction");
    const answer = await bot.answer?.(act.event.d);
    expect(JSON.parse(answer?.body ?? "")).toMatchObject({ type: 4 });
    answer?.lost();
    expect((await act.post()).message.content).toContain("WeChat Pay");
    expect(await bot.answer?.(act.event.d)).toBeUndefined();
    expect(bot.counters.counts.repeated).toBe(1);
  });

  it("that takes long is announced in time, and then given to its asker alone", async () => {
    const sandbox = await openJudgedSandbox();
    const run = async (): Promise<Outcome> => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      return { kind: "refused", problem: "No." };
    };
    const slow = commands.map((one) => (one.name === "about" ? { ...one, slow: true as const, run } : one));
    const { url } = await openReplica(sandbox, optionsFor(sandbox, { commands: slow as typeof commands }));
    await sandbox.endpoint.use(url);
    const ada = sandbox.person("ada");
    const act = ada.slash("about");
    expect((await act.answer()).kind).toBe("thinking");
    const { onlyFor, message } = await act.post();
    expect([onlyFor, message.content]).toEqual([ada.user.id, "No."]);
  });

  it("is given to nobody with another key: such an address is not verified, and nothing is sent there", async () => {
    const [sandbox, other] = [await openJudgedSandbox(), await openJudgedSandbox()];
    const { url } = await openReplica(sandbox, optionsFor(sandbox));
    await expect(other.endpoint.use(url)).rejects.toThrow("could not be verified");
    const { body } = await createCaller(other)("GET", "/applications/@me");
    expect(body).toMatchObject({ verify_key: other.endpoint.publicKey, interactions_endpoint_url: null });
  });
});
