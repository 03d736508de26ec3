/** Runs without Discord: opens a sandbox with one small server, and the page on which people use it. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { GatewayIntentBits, PermissionFlagsBits } from "discord.js";
import { openPage } from "discord-page";
import { openSandbox } from "discord-sandbox";
import type { ChannelSettings, IgnoredMessage, IgnoredReason } from "./command/context.js";
import { errorCodeOf } from "./process/error.js";

export type LocalDiscord = Exclude<Awaited<ReturnType<typeof openLocalDiscord>>, NoPage>;

/** Why there is no page, in one line. `isFinal`: a setting must change before another try can succeed. */
interface NoPage {
  readonly problem: string;
  readonly isFinal: boolean;
}

const QUESTIONS = {
  name: "eo-13971",
  topic:
    'A questions channel: the bot answers every question, such as "Is CamScanner banned in the US?" or "When would the ban have started?", and leaves talk alone.',
};
const CHAT = {
  name: "general",
  topic:
    "A chat channel: the bot answers only a clear question about the order. It answers everything that you put to it by a mention, a reply or a command.",
};
const MODERATORS = {
  name: "moderators",
  topic: "Only moderators see this channel: questions that members pass on, and what is wrong with the data.",
  forModerators: true,
};
const CHANNELS = [QUESTIONS, CHAT, MODERATORS] as const;

/** Why a message got no reply, as the end of a sentence. */
const SILENCES: Readonly<Record<IgnoredReason, string>> = {
  "not-listed": "in this channel, the bot answers only what is put to it",
  "to-others": "the message is for other people",
  "no-text": "the message has no text",
  "asks-nothing": "the message does not seem to ask the bot anything",
  "not-clear":
    "in a chat channel, the bot answers only a clear question about the order. Mention it to be answered in any case",
  "rate-limit": "there were too many questions at once",
};

const MEMBER = { name: "ada", moderates: false };
const MODERATOR = { name: "grace", moderates: true };
const MODERATES = PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageMessages;

/** `port` 0 takes any free port. The state of the bot goes into the folder `local` inside `stateFolder`. */
export async function openLocalDiscord(port: number, stateFolder: string) {
  const sandbox = await openSandbox({
    botName: "EO 13971",
    guildName: "Your server",
    channels: CHANNELS.map(({ name }) => name),
    privilegedIntents: GatewayIntentBits.MessageContent,
  });
  sandbox.person(MEMBER.name);
  const moderator = sandbox.person(MODERATOR.name);
  moderator.permissions = String(BigInt(moderator.permissions) | MODERATES);

  const options = { sandbox, port, channels: CHANNELS, people: [MEMBER, MODERATOR] };
  const page = await openPage(options).catch(async (error: unknown): Promise<NoPage> => {
    await sandbox.close();
    const code = errorCodeOf(error);
    if (code === "EADDRINUSE") return { problem: portTaken(port), isFinal: false };
    if (code === "EACCES") return { problem: portDenied(port), isFinal: true };
    throw error;
  });
  if ("problem" in page) return page;
  const folder = join(stateFolder, "local");
  forgetServer(folder);
  const server = sandbox.store.guild.id;
  return {
    token: sandbox.token,
    api: sandbox.url,
    homeServer: server,
    stateFolder: folder,
    /** A text for the terminal: the address of the page, and how to run the bot on Discord instead. */
    greeting: greet(page.url),
    /** Sets the channels of the server, as a moderator would. */
    async listChannels(channels: ChannelSettings): Promise<void> {
      const idOf = ({ name }: { readonly name: string }) => sandbox.channel(name).id;
      const listed = { [idOf(QUESTIONS)]: "questions", [idOf(CHAT)]: "chat" } as const;
      await channels.change(server, () => ({ listed, moderators: idOf(MODERATORS) }));
    },
    /** Shows on the page, to its author, why a message got no reply. */
    explainSilence({ channelId, messageId, reason }: IgnoredMessage): void {
      page.remark(channelId, messageId, `No reply: ${SILENCES[reason]}. Only you see this, and only on this page.`);
    },
    async close(): Promise<void> {
      await page.close();
      await sandbox.close();
    },
  };
}

/** Each start makes a new server: the settings of the last one are useless, and the bot cannot reach it as a former home. */
function forgetServer(folder: string): void {
  try {
    for (const name of ["servers", "home-server.json"]) rmSync(join(folder, name), { recursive: true, force: true });
  } catch {
    // Opening the folder reports what is wrong with it.
  }
}

const greet = (url: string): string => `
The bot runs on this machine only, in a simple model of Discord. To run it on Discord, set DISCORD_TOKEN (see README.md).

    ${url}

Ctrl+C stops it.`;

const portTaken = (port: number): string =>
  `PORT ${port} is in use, perhaps by this bot in another window. Set PORT to another number, such as ${port === 65_535 ? port - 1 : port + 1}, or to 0 for any free port.`;

const portDenied = (port: number): string =>
  `You may not use PORT ${port}. Set PORT to a number from 1024 to 65535, or to 0 for any free port.`;
