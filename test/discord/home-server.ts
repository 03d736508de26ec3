/** A bot on its home server with a moderators' channel, for the tests of what the moderators of the answers do there. */
import type { Post } from "discord-sandbox/model";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { commands } from "../../commands/all.js";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import type { ChannelSettings, ServerChannels } from "../../src/command/context.js";
import type { Answerer } from "../../src/core/answerer.js";
import type { DataFiles } from "../../src/core/data/data-files.js";
import { review } from "../../src/core/quality/draft.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { UNHURRIED } from "../bot-times.js";
import { type BotOptions, openBot } from "./open-bot.js";

const DATA_URL = "https://github.com/you/your-fork/edit/main/data";
const EPHEMERAL = 1 << 6;

interface HomeOptions {
  readonly answerer: Answerer;
  /** What `answerer` learned from. */
  readonly files: DataFiles;
  /** Missing where it is not set. */
  readonly moderators?: "mods" | undefined;
  readonly isHome?: boolean;
  readonly dataUrl?: string | undefined;
}

export async function openHome({ answerer, files, isHome = true, ...given }: HomeOptions) {
  const sandbox = await openJudgedSandbox({ channels: ["general", "mods"] });
  const server = sandbox.store.guild.id;
  const moderators = "moderators" in given ? given.moderators : "mods";
  const settings: ServerChannels = { listed: {}, ...(moderators && { moderators: sandbox.channel(moderators).id }) };
  const channels: ChannelSettings = {
    of: (serverId) => (serverId === server ? settings : { listed: {} }),
    isAnyListed: () => false,
    change: async () => ({ kind: "failed", problem: "not here" }),
  };
  const options: BotOptions = {
    token: sandbox.token,
    api: sandbox.url,
    commands,
    channels,
    times: UNHURRIED,
    log: pino({ level: "silent" }),
    context: () => ({ answerer, version: "test", today: "2026-11-23" as CalendarDate }),
    review: async (draft) => review(files, draft),
    homeServer: server,
    dataUrl: "dataUrl" in given ? given.dataUrl : DATA_URL,
  };
  let bot = await openBot(options);
  onTestFinished(async () => void (await bot.close()));
  if (!isHome) {
    // Its commands stay registered where it was at home once.
    await bot.close();
    bot = await openBot({ ...options, homeServer: "1000000000000000000" });
  }
  return { sandbox, bot, mod: sandbox.person("mod"), ada: sandbox.person("ada") };
}

/** Every message of an answer, which nobody else may see. */
export const privately = (responses: readonly { readonly kind: string }[]): Post[] =>
  responses.flatMap((response) => {
    const post = "post" in response ? (response.post as Post) : undefined;
    if (post !== undefined && ((post.message.flags ?? 0) & EPHEMERAL) === 0) throw new Error("Everybody sees it");
    return post ?? [];
  });
