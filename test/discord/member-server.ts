/** A bot in a sandbox with a chat channel, a questions channel and a moderators' channel, for the tests of what members get. */
import type { Sandbox } from "discord-sandbox";
import type { Post } from "discord-sandbox/model";
import { pino } from "pino";
import { expect, onTestFinished } from "vitest";
import { commands } from "../../commands/all.js";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import type { ChannelSettings, ServerChannels } from "../../src/command/context.js";
import type { Answerer } from "../../src/core/answerer.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { createBotMemory } from "../../src/discord/context/bot-memory.js";
import { UNHURRIED } from "../bot-times.js";
import { type BotOptions, openBot } from "./open-bot.js";
import { openReplica } from "./replica.js";

export const TODAY = "2026-11-23" as CalendarDate;
const MESSAGE_CONTENT = 1 << 15;

interface ServerOptions {
  /** Whether the application may read messages that aren't put to it. */
  readonly readsContent?: boolean;
  readonly hasModerators?: boolean;
  /** Whether the answers belong to the moderators of its server. */
  readonly isHome?: boolean;
  /** How commands and buttons reach the bot. Over HTTP it is two processes' worth: messages still need the gateway. */
  readonly over?: Transport;
}

export type Transport = "gateway" | "http";

/** For tests that hold however an interaction arrives. */
export const TRANSPORTS: readonly Transport[] = ["gateway", "http"];

export async function openMemberServer(answerer: Answerer, options: ServerOptions = {}) {
  const { readsContent = true, hasModerators = true, isHome = false, over = "gateway" } = options;
  const sandbox = await openJudgedSandbox({
    channels: ["general", "help", "ask", "moderators"],
    privilegedIntents: readsContent ? MESSAGE_CONTENT : 0,
  });
  const settings: ServerChannels = {
    listed: { [sandbox.channel("help").id]: "chat", [sandbox.channel("ask").id]: "questions" },
    ...(hasModerators && { moderators: sandbox.channel("moderators").id }),
  };
  const channels: ChannelSettings = {
    of: (serverId) => (serverId === sandbox.store.guild.id ? settings : { listed: {} }),
    isAnyListed: () => true,
    change: async () => ({ kind: "failed", problem: "not here" }),
  };
  const clock = { now: 1_000_000 };
  const lines: string[] = [];
  const optionsOf = (): BotOptions => ({
    token: sandbox.token,
    api: sandbox.url,
    commands,
    channels,
    times: UNHURRIED,
    memory: createBotMemory({ now: () => clock.now }),
    ...(isHome && { homeServer: sandbox.store.guild.id }),
    log: pino({ level: "info" }, { write: (line: string) => void lines.push(line) }),
    context: () => ({ answerer, version: "test", today: TODAY }),
  });
  const start = async () => {
    const bot = await openBot(optionsOf());
    onTestFinished(async () => void (await bot.close()));
    return bot;
  };
  const bot = await start();
  if (over === "http") await sandbox.endpoint.use((await openReplica(sandbox, optionsOf())).url);
  const people = { ada: sandbox.person("ada"), grace: sandbox.person("grace") };
  return { sandbox, bot, start, clock, lines, me: `<@${sandbox.bot.id}>`, ...people };
}

export interface ShownButton {
  readonly label: string;
  readonly custom_id: string;
}

export const buttonsOf = ({ message }: Pick<Post, "message">): ShownButton[] =>
  (message.components as { components: ShownButton[] }[]).flatMap(({ components }) => components);

export const labelsOf = (post: Pick<Post, "message">): string[] => buttonsOf(post).map(({ label }) => label);

/** The id of the button that says that. */
export function idOf(post: Pick<Post, "message">, label: string): string {
  const found = buttonsOf(post).find((button) => button.label === label);
  if (found === undefined) throw new Error(`No button "${label}" among ${labelsOf(post).join(", ")}`);
  return found.custom_id;
}

/** What the bot has said in a channel, as far as everybody sees it. */
export const saidBy = (sandbox: Sandbox, channel: string): Post[] =>
  [...sandbox.channel(channel).posts.values()].filter(
    ({ message, onlyFor }) => message.author.id === sandbox.bot.id && onlyFor === undefined,
  );

/** Waits until the bot has dealt with all that it was told before: what it then has not said, it won't say. */
export async function settled(environment: Awaited<ReturnType<typeof openMemberServer>>): Promise<void> {
  await environment.grace.slash("apps", {}, "moderators").post();
}

/** Waits until `holds`. */
export const until = (holds: () => boolean): Promise<void> => expect.poll(holds, { interval: 5 }).toBe(true);
