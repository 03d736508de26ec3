/** The unmodified discord.js client, driven over real sockets: what members see when they ask. */
import { pino } from "pino";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/all.js";
import { banStatus } from "../../commands/ban-status.js";
import { suggestApps } from "../../commands/suggestions.js";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import type { Answerer } from "../../src/core/answerer.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { openAnswerer } from "../answerer.js";
import { UNHURRIED } from "../bot-times.js";
import { openBot } from "./open-bot.js";

const TODAY = "2026-11-23" as CalendarDate;
let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

async function openBotInSandbox() {
  const sandbox = await openJudgedSandbox({ channels: ["general"] });
  const options = {
    token: sandbox.token,
    api: sandbox.url,
    commands,
    log: pino({ level: "silent" }),
    context: () => ({ answerer, version: "test", today: TODAY }),
    times: UNHURRIED,
  };
  const bot = await openBot(options);
  onTestFinished(async () => void (await bot.close()));
  return { sandbox, bot, options, ada: sandbox.person("ada"), grace: sandbox.person("grace") };
}

const buttonsOf = (post: { message: { components?: unknown } }): { label: string; custom_id: string }[] =>
  (post.message.components as { components: { label: string; custom_id: string }[] }[]).flatMap(
    ({ components }) => components,
  );

describe("the bot on Discord", () => {
  it("registers its commands once, and not again at the next start", async () => {
    const { sandbox, bot, options } = await openBotInSandbox();
    expect(bot.registered).toBe(true);
    await bot.close();
    const again = await openBot(options);
    onTestFinished(async () => void (await again.close()));
    expect(again.registered).toBe(false);
    expect(sandbox.exchanges.filter(({ method }) => method === "PUT")).toHaveLength(1);
  });

  it("answers /ban-status with where the app stands and the sources", async () => {
    const { ada } = await openBotInSandbox();
    const post = await ada.slash("ban-status", { app: "wechat pay" }).post();
    expect(post.message.content).toContain("revoked the order on June 9, 2021");
    expect(post.message.content).toContain("https://www.federalregister.gov/d/2021-00305");
    expect(post.onlyFor).toBeUndefined();
  });

  it("suggests the most asked apps when nothing is typed, and stable ids as values", async () => {
    const { ada } = await openBotInSandbox();
    const choices = await ada.autocomplete("ban-status", { app: "" }, "app").choices();
    expect(choices[0]).toEqual({ name: "WeChat Pay", value: "wechat-pay" });
    expect(await ada.autocomplete("ban-status", { app: "camscaner" }, "app").choices()).toContainEqual({
      name: "CamScanner",
      value: "camscanner",
    });
  });

  it("answers /ask in the asker's own words", async () => {
    const { ada } = await openBotInSandbox();
    const post = await ada.slash("ask", { question: "when would it have started" }).post();
    expect(post.message.content).toContain("February 19, 2021");
  });

  it("answers a mention and a direct message, and says nothing to anything else", async () => {
    const { sandbox, ada } = await openBotInSandbox();
    ada.say("general", "is wechat pay banned?");
    const mention = await ada.say("general", `<@${sandbox.bot.id}> is wechat pay banned?`).post();
    expect(mention.message.content).toContain("The order listed WeChat Pay");
    const direct = await ada.say(ada.dm(), "who signed the order?").post();
    expect(direct.message.content).toContain("January 5, 2021");
    const byBot = [...sandbox.channel("general").posts.values()].filter(
      ({ message }) => message.author.id === sandbox.bot.id,
    );
    expect(byBot).toHaveLength(1);
  });

  it("pings nobody, whatever is asked", async () => {
    const { sandbox, ada } = await openBotInSandbox();
    const post = await ada.say("general", `<@${sandbox.bot.id}> @everyone @here <@&1> is alipay banned`).post();
    expect(post.message.mention_everyone).toBe(false);
    expect(post.message.mentions).toEqual([]);
  });

  it("offers a choice as buttons; the asker's press puts the answer in its place, anybody else's is answered alone", async () => {
    const { ada, grace } = await openBotInSandbox();
    const post = await ada.slash("ban-status", { app: "wepay" }).post();
    const [first, second] = buttonsOf(post);
    expect(first?.label).toContain("WePay");
    const alone = await grace.press(post, second?.custom_id ?? "").post();
    expect(alone.onlyFor).toBe(grace.user.id);
    const inPlace = await ada.press(post, second?.custom_id ?? "").post();
    expect(inPlace.message.id).toBe(post.message.id);
    expect(inPlace.message.content).toContain("The order listed WeChat Pay");
  });

  it("turns the pages of a long list in place", async () => {
    const { ada } = await openBotInSandbox();
    const post = await ada.slash("timeline").post();
    expect(post.message.content).toContain("page 1 of");
    const later = buttonsOf(post).find(({ label }) => label === "Later");
    const turned = await ada.press(post, later?.custom_id ?? "").post();
    expect(turned.message.content).toContain("page 2 of");
  });

  it("remembers nobody on a server but itself", async () => {
    const { ada, grace, bot, sandbox } = await openBotInSandbox();
    for (const person of [ada, grace]) await person.say("general", `<@${sandbox.bot.id}> hello`).post();
    await ada.slash("about").post();
    const members = bot.client.guilds.cache.get(sandbox.store.guild.id)?.members.cache;
    expect([...(members?.keys() ?? [])]).toEqual([sandbox.bot.id]);
  });

  it("keeps few of the direct messages that it ever had in memory", async () => {
    const { ada, bot, sandbox } = await openBotInSandbox();
    const told = ada.say(ada.dm(), "who signed the order?");
    await told.post();
    if (told.event.t !== "MESSAGE_CREATE") throw new Error("A message is one");
    const { channels } = bot.client;
    for (let other = 0; other < 600; other++) {
      const channel_id = String(400000000000000000n + BigInt(other));
      sandbox.gateway.dispatch("MESSAGE_CREATE", {
        ...told.event.d,
        id: `5${channel_id.slice(1)}`,
        channel_id,
        author: sandbox.bot,
      });
    }
    await expect.poll(() => channels.cache.has("400000000000000599")).toBe(true);
    expect([...channels.cache.values()].filter((channel) => channel.isDMBased())).toHaveLength(500);
  });

  it.each([
    ["a date that does not exist", "ban-status", { app: "alipay", on: "2021-02-30" }, "not a date"],
    ["an empty question", "ask", { question: "  " }, "Ask a question"],
  ])("says privately what is wrong with %s", async (_, name, options, text) => {
    const { ada } = await openBotInSandbox();
    const post = await ada.slash(name, options).post();
    expect(post.message.content).toContain(text);
    expect(post.onlyFor).toBe(ada.user.id);
  });

  it("takes up to 100 characters for the name of an app", async () => {
    const { ada } = await openBotInSandbox();
    expect((await ada.slash("ban-status", { app: "a".repeat(100) }).post()).message.content).not.toBe("");
    expect(() => ada.slash("ban-status", { app: "a".repeat(101) })).toThrow("longer than 100");
  });

  it("registers its commands anew where nothing but a limit has changed", async () => {
    const { bot, options } = await openBotInSandbox();
    await bot.close();
    const app = { type: "string", description: "App name", required: true, max: 99, complete: suggestApps } as const;
    const other = { ...banStatus, options: { ...banStatus.options, app } };
    const again = await openBot({ ...options, commands: commands.map((one) => (one === banStatus ? other : one)) });
    onTestFinished(async () => void (await again.close()));
    expect(again.registered).toBe(true);
  });

  it("answers a question of 6,000 characters", async () => {
    const { ada } = await openBotInSandbox();
    const post = await ada.slash("ask", { question: `${"well, ".repeat(990)} is alipay banned?`.slice(-6000) }).post();
    expect(post.message.content).not.toBe("");
  });
});
