/** Reads an incoming message: whether the bot concerns itself with it, and what it asks. */
import { type Message, MessageReferenceType, MessageType } from "discord.js";
import type { IgnoredReason } from "../../command/context.js";
import type { AskOptions } from "../../core/answerer.js";
import type { Decision, Refusal } from "../../core/decision/decision.js";
import { localeOfQuestion } from "../../core/i18n/locale-of-text.js";
import type { ChannelKind } from "../../core/values/channel-kind.js";
import type { Locale } from "../../core/values/locale.js";
import { findLink } from "../common/message-place.js";
import type { BotContext } from "../context/bot-context.js";
import { textOf } from "./message-text.js";
import { answeredBy, askerOf, offeredIn } from "./own-messages.js";

/** `channel` is missing if the question was put to the bot, and `on` if the answer before was about the day it was given. */
export interface AskedQuestion extends Partial<AskOptions> {
  readonly text: string;
  /** The language of the bot's message before. */
  readonly localeBefore?: Locale;
}

type IncomingMessage =
  | { readonly kind: "question"; readonly question: AskedQuestion }
  /** The bot was mentioned without another word. */
  | { readonly kind: "help" }
  /** The message was put to the bot, but its text is withheld by Discord, or it is in an attachment. */
  | { readonly kind: "unreadable"; readonly because: "withheld" | "attachment" }
  | { readonly kind: "ignored"; readonly reason: Extract<IgnoredReason, "not-listed" | "to-others" | "no-text"> };

/** Reads a message that the person `asker` wrote, perhaps through a proxy bot. */
export async function readMessage(
  message: Message,
  bot: BotContext,
  asker: string = message.author.id,
): Promise<IncomingMessage> {
  const text = textOf(message);
  const placement = placementOf(message, bot);
  if (placement === "not-listed" || placement === "to-others") return { kind: "ignored", reason: placement };
  if (text === "") return placement === "to-bot" ? readEmpty(message) : { kind: "ignored", reason: "no-text" };
  const channel = placement === "to-bot" ? {} : { channel: placement };
  const before = placement === "chat" ? {} : await findPreviousAnswer(message, { text, asker }, bot);
  return { kind: "question", question: { text, ...channel, ...before } };
}

export function decide({ text, ...asked }: AskedQuestion, { context }: BotContext): Decision | Refusal {
  const { answerer, today } = context();
  // A question that is clear alone is about today, and not about the day of that answer.
  const on = asked.on !== undefined && answerer.isFollowUp(text) ? asked.on : today;
  return answerer.answer(text, { ...asked, on });
}

/** Returns whether `message` mentions the bot in its text: by name, or by the role that Discord manages for it. */
function mentionsBot({ client, content, guild, mentions }: Message): boolean {
  if (new RegExp(`<@!?${client.user.id}>`).test(content)) return true;
  return guild !== null && mentions.roles.some(({ tags }) => tags?.botId === client.user.id);
}

function placementOf(message: Message, { channels }: BotContext): "to-bot" | "to-others" | "not-listed" | ChannelKind {
  const { author, channel, content, guildId, mentions, client, type } = message;
  const repliedTo = type === MessageType.Reply ? mentions.repliedUser?.id : author.id;
  if (channel.isDMBased() || mentionsBot(message) || repliedTo === client.user.id) return "to-bot";
  if (guildId === null) return "not-listed";
  const { listed } = channels.of(guildId);
  const kind = listed[channel.id] ?? (channel.isThread() ? listed[channel.parentId ?? ""] : undefined);
  if (kind === undefined) return "not-listed";
  // A person without the permission to ping everyone still speaks to everyone.
  const isToEveryone = mentions.everyone || /@(?:everyone|here)\b/.test(content);
  const isToOthers = mentions.users.some(({ id }) => id !== author.id) || mentions.roles.size > 0;
  return repliedTo !== author.id || isToEveryone || isToOthers ? "to-others" : kind;
}

/**
 * Reads a message without text that was put to the bot. Discord withholds the text of a reply to the answer of a slash
 * command, and of a mention of the bot's role, unless the bot may read all messages.
 */
function readEmpty(message: Message): IncomingMessage {
  const { attachments, channel, client, content, mentions, stickers } = message;
  if (attachments.size > 0) return { kind: "unreadable", because: "attachment" };
  if (channel.isDMBased() || content !== "") return { kind: "help" };
  const isPinged = mentions.users.has(client.user.id) || mentionsBot(message);
  return isPinged && stickers.size === 0
    ? { kind: "unreadable", because: "withheld" }
    : { kind: "ignored", reason: "no-text" };
}

type PreviousAnswer = Omit<AskedQuestion, "text" | "channel">;

/** Messages before a question among which its asker's previous answer is looked for. */
const RECENT = 10;
/** Milliseconds within which an answer that the bot still has in memory is just before. */
const RECENT_FOR = 600_000;

/**
 * Returns the answer that `message` replies to, or else the latest in the channel that was given to the same person some
 * minutes ago. If none is in memory and its text depends on something said before, it is read from Discord, so it
 * outlives a restart.
 */
async function findPreviousAnswer(
  message: Message,
  { text, asker }: { readonly text: string; readonly asker: string },
  bot: BotContext,
): Promise<PreviousAnswer | undefined> {
  const { delivery, context } = bot;
  const { channel, client, reference } = message;
  if (message.type === MessageType.Reply && reference?.type !== MessageReferenceType.Forward) {
    const { channelId, messageId } = reference ?? {};
    if (message.mentions.repliedUser?.id !== client.user.id || !channelId || !messageId) return undefined;
    const answer = await delivery.find({ channelId, messageId });
    return answer && readAnswer(answer, bot);
  }
  const isToAsker = (own: Message) =>
    own.author.id === client.user.id && (channel.isDMBased() || askerOf(own) === asker);
  const isJustBefore = ({ createdTimestamp: time }: Message) =>
    time <= message.createdTimestamp && time > message.createdTimestamp - RECENT_FOR;
  const known = [...channel.messages.cache.filter((own) => isToAsker(own) && isJustBefore(own)).values()].reverse();
  if (known.length === 0 && !context().answerer.isFollowUp(text)) return undefined;
  const [latest, ...earlier] = known.length > 0 ? known : (await delivery.before(message, RECENT)).filter(isToAsker);
  if (latest === undefined) return undefined;
  // Only a reply is about the day of the answer: any other "is alipay banned?" asks about today.
  const { on: _, after: answered, ...shown } = await readAnswer(latest, bot);
  // Behind a choice or a regret, "why?" is about the answer before it.
  const labels = [answered, ...earlier.map((own) => answeredBy(own)?.label)];
  const [after, before] = labels.flatMap((label) => label ?? []);
  return { ...shown, ...(after && { after, ...(before?.app !== undefined && { earlierApp: before.app }) }) };
}

/** Reads a message of the bot, which answered directly or by a link to a recent message with the same answer. */
async function readAnswer(own: Message, { delivery, context }: BotContext): Promise<PreviousAnswer> {
  const answered = answeredBy(own);
  const link = answered === undefined ? findLink(own.content) : undefined;
  const linked = link && (await delivery.find(link));
  const { label, on } = answered ?? (linked?.author.id === own.client.user.id ? answeredBy(linked) : undefined) ?? {};
  const localeBefore = localeOfQuestion(own.content, context().answerer.knowledge);
  return { offered: offeredIn(own), localeBefore, ...(label && { after: label, ...(on && { on }) }) };
}
