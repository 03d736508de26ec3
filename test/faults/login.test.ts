/** What can go wrong before the bot is connected; ids as in ids.json. */
import { answerInstead } from "discord-sandbox/faults";
import { describe, expect, it, onTestFinished } from "vitest";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import { openBot } from "../discord/open-bot.js";
import { expectAlive, openBotInSandbox, optionsFor, settle } from "./bot-in-sandbox.js";
import { expectEnding, startBot } from "./bot-process.js";

const identified = ({ store }: { store: { sessionStarts: { total: number; remaining: number } } }) =>
  store.sessionStarts.total - store.sessionStarts.remaining;

describe("settings that Discord refuses end the bot with status 78", () => {
  it("L01 a wrong token, which is not printed", async () => {
    const sandbox = await openJudgedSandbox();
    const wrong = "MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.token-of-somebody-else";
    const bot = startBot(sandbox, { DISCORD_TOKEN: wrong });
    await expectEnding(bot, 78, /refused the bot's token \(401\).*DISCORD_TOKEN/);
    expect(bot.output()).not.toContain(wrong);
    expect(identified(sandbox)).toBe(0);
  });

  it.each([
    ["L02", 4004, /refused the bot's token.*Reset Token/],
    ["L03", 4014, /switch on the Message Content Intent in the Discord Developer Portal/],
  ])("%s close code %i at IDENTIFY", async (_, code, line) => {
    const sandbox = await openJudgedSandbox();
    sandbox.faults.gateway("identify", { do: "close", code });
    await expectEnding(startBot(sandbox), 78, line);
    expect(identified(sandbox)).toBe(0);
  });
});

describe("a Discord in trouble is waited for, and then given up", () => {
  it("L04 refused upgrades: tried again with pauses, then the bot ends", async () => {
    const sandbox = await openJudgedSandbox();
    sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 });
    await expectEnding(startBot(sandbox, { LOGIN_SECONDS: "3" }), 1, /could not log in.*502/);
    const tries = sandbox.exchanges.filter(({ operation }) => operation === "get_bot_gateway").length / 2;
    expect(tries).toBeGreaterThan(1);
    expect(tries).toBeLessThan(6);
  });

  it("L04 refused upgrades: nothing goes on connecting after a login was given up", async () => {
    const sandbox = await openJudgedSandbox();
    sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 });
    const { given } = await optionsFor(sandbox, { times: { login: 300 } });
    await expect(openBot(given)).rejects.toThrow("could not log in");
    // The connection that was being opened at that moment is refused as well.
    await settle();
    sandbox.faults.clear();
    await settle(900);
    expect(sandbox.gateway.connections()).toBe(0);
    expect(identified(sandbox)).toBe(0);
  });

  it("L05 /gateway/bot fails once: the bot starts", async () => {
    const sandbox = await openJudgedSandbox();
    sandbox.faults.rest("get_bot_gateway", answerInstead(503, {}), 1);
    const { given } = await optionsFor(sandbox);
    const bot = await openBot(given);
    onTestFinished(async () => void (await bot.close()));
    await expectAlive(sandbox);
  });

  it("L06 /gateway/bot fails always: tried again with pauses, then the bot ends", async () => {
    const sandbox = await openJudgedSandbox();
    sandbox.faults.rest("get_bot_gateway", answerInstead(503, {}));
    await expectEnding(startBot(sandbox, { LOGIN_SECONDS: "3" }), 1, /could not log in.*Service Unavailable/);
    const { length } = sandbox.exchanges;
    expect(length).toBeGreaterThan(4);
    expect(length).toBeLessThan(30);
  });

  it("L07 no session left for hours: the bot ends and says when there is one, without asking for any", async () => {
    const sandbox = await openJudgedSandbox();
    Object.assign(sandbox.store.sessionStarts, { remaining: 0, reset_after: 3_600_000 });
    await expectEnding(startBot(sandbox), 1, /no more sessions until \d{4}-\d\d-\d\dT/);
    expect(sandbox.gateway.sessions.size).toBe(0);
  });

  it("L07 no session left for a moment: the bot waits for it", async () => {
    const sandbox = await openJudgedSandbox();
    Object.assign(sandbox.store.sessionStarts, { remaining: 0, reset_after: 200 });
    setTimeout(() => Object.assign(sandbox.store.sessionStarts, { remaining: 1000 }), 100);
    const { given } = await optionsFor(sandbox);
    const bot = await openBot(given);
    onTestFinished(async () => void (await bot.close()));
    await expectAlive(sandbox);
    expect(identified(sandbox)).toBe(1);
  });
});

it("the bot begins as many shards as Discord recommends, and hears all of them", async () => {
  const { sandbox, expectAlive } = await openBotInSandbox({}, { shards: 3, maxConcurrency: 3 });
  expect([...sandbox.gateway.sessions.values()].map(({ shard }) => shard[0]).sort()).toEqual([0, 1, 2]);
  await expectAlive();
});

const MESSAGE_CONTENT = 1 << 15;

describe("the Message Content intent", () => {
  const channels = {
    of: () => ({ listed: { "100000000000000000": "chat" as const } }),
    isAnyListed: () => true,
    change: async () => ({ kind: "failed", problem: "" }) as const,
  };
  const intentsOf = ({ sandbox }: Awaited<ReturnType<typeof openBotInSandbox>>) =>
    [...sandbox.gateway.sessions.values()].map(({ intents }) => (intents & MESSAGE_CONTENT) !== 0);

  it("is asked for where a channel is listed and the application has it", async () => {
    const environment = await openBotInSandbox({ channels }, { privilegedIntents: MESSAGE_CONTENT });
    expect(intentsOf(environment)).toEqual([true]);
  });

  it("is not asked for where the application has it not; the log says what is off and where to switch it on", async () => {
    const environment = await openBotInSandbox({ channels });
    expect(intentsOf(environment)).toEqual([false]);
    expect(environment.lines.join("")).toMatch(
      /Message Content Intent.*Developer Portal.*gateway.without_message_content/,
    );
  });

  it("is not asked for where no channel is listed", async () => {
    const environment = await openBotInSandbox({}, { privilegedIntents: MESSAGE_CONTENT });
    expect(intentsOf(environment)).toEqual([false]);
    expect(environment.lines.join("")).toMatch(/no channel is listed/);
  });
});
