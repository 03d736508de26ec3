/** The bot in a sandbox of its own, for faults that it survives; what it logs is kept. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Sandbox, SandboxOptions } from "discord-sandbox";
import type { Post } from "discord-sandbox/model";
import { pino } from "pino";
import { expect, onTestFinished } from "vitest";
import { commands } from "../../commands/all.js";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import type { FailureKind } from "../../src/discord/common/counters.js";
import { openAnswerer } from "../answerer.js";
import { UNHURRIED } from "../bot-times.js";
import { type BotOptions, openBot } from "../discord/open-bot.js";

const TODAY = "2026-11-23" as CalendarDate;

const TIMES = { ...UNHURRIED, retry: 20, pause: 50, drain: 2000 };

export async function optionsFor({ token, url }: Sandbox, options: Partial<BotOptions> = {}) {
  const answerer = await openAnswerer();
  const lines: string[] = [];
  const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });
  const given: BotOptions = {
    token,
    api: url,
    commands,
    log,
    context: () => ({ answerer, version: "test", today: TODAY }),
    // Discord wants five seconds between two sessions; the sandbox of the tests doesn't.
    identifyThrottler: () => ({ waitForIdentify: async () => undefined }),
    ...options,
    times: { ...TIMES, ...options.times },
  };
  return { given, lines };
}

export async function openBotInSandbox(options: Partial<BotOptions> = {}, sandboxOptions: SandboxOptions = {}) {
  const sandbox = await openJudgedSandbox({ channels: ["general"], ...sandboxOptions });
  return openBotIn(sandbox, options);
}

export async function openBotIn(sandbox: Sandbox, options: Partial<BotOptions> = {}) {
  const { given, lines } = await optionsFor(sandbox, options);
  const bot = await openBot(given);
  onTestFinished(async () => void (await bot.close()));
  const mention = (text: string) => `<@${sandbox.bot.id}> ${text}`;
  return {
    sandbox,
    bot,
    lines,
    ada: sandbox.person("ada"),
    mention,
    /** Waits until at least so many failures of that kind have been counted. */
    counted: (failure: FailureKind, times = 1) =>
      expect.poll(() => bot.counters.counts[failure] ?? 0).toBeGreaterThanOrEqual(times),
    requests: (operation: string) => sandbox.exchanges.filter((exchange) => exchange.operation === operation),
    expectAlive: () => expectAlive(sandbox),
  };
}

let askers = 0;

/** A question asked now, by somebody who hasn't asked before, is answered once. */
export async function expectAlive(sandbox: Sandbox): Promise<void> {
  askers += 1;
  const asker = sandbox.person(`asker ${askers}`);
  const act = asker.say(asker.dm(), "is wechat pay banned?");
  expect((await act.post()).message.content).toContain("WeChat Pay");
  expect(postsOfBot(sandbox, asker.dm())).toHaveLength(1);
}

export function postsOfBot(sandbox: Sandbox, channel = sandbox.channel("general")): Post[] {
  return [...channel.posts.values()].filter(({ message }) => message.author.id === sandbox.bot.id);
}

/** Lets whatever might still come have come: in slices, so that a busy machine handles what has come in between. */
export async function settle(milliseconds = 150): Promise<void> {
  for (let slice = 0; slice < 5; slice++) await sleep(milliseconds / 5);
}
