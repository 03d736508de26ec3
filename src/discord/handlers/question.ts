/** Reads what a message asks of the bot: whether it is addressed, what it says, and what it leans on. */
import { type Message, MessageReferenceType, MessageType } from "discord.js";
import type { ChannelKind, Decision, Refusal } from "../../core/decision/decision.js";
import { normalise } from "../../core/text/text.js";
import type { CalendarDate } from "../../core/values/calendar.js";
import type { Label } from "../../core/values/label.js";
import type { Locale } from "../../core/values/locale.js";
import type { House } from "../context/house.js";
import type { About } from "../payloads/buttons.js";
import { answeredBy, askerOf } from "./own-messages.js";

export interface Question {
  readonly text: string;
  /** The kind of listed channel that it was written into; absent where it was put to the bot. */
  readonly channel?: ChannelKind;
  /** The answer that it follows up on, and the day that that was about where it wasn't the day it was given. */
  readonly after?: Label;
  readonly on?: CalendarDate;
}

export type Heard =
  | { readonly kind: "question"; readonly question: Question }
  /** The bot was called without a word. */
  | { readonly kind: "empty" }
  /** The bot was replied to, but Discord keeps back what was said. */
  | { readonly kind: "unreadable" };

/** What `message`, which a person wrote, asks of the bot; undefined where it is none of the bot's business. */
export async function hear(message: Message, house: House): Promise<Heard | undefined> {
  const text = textOf(message.content);
  const source = sourceOf(message, house);
  if (source === undefined) return undefined;
  if (source === "chat") return text === "" ? undefined : { kind: "question", question: { text, channel: source } };
  if (text === "") return hearNothing(message);
  const about = await leansOn(message, text, house);
  const { label, on } = about ?? {};
  const after = { ...(label && { after: label }), ...(on && { on }) };
  return { kind: "question", question: { text, ...after } };
}

export function decide({ text, channel, after, on }: Question, { context }: House): Decision | Refusal {
  const { answerer, today } = context();
  // Only a question that leans on an answer is about the day of that answer.
  const day = on !== undefined && answerer.leans(text) ? on : today;
  return answerer.answer(text, { on: day, ...(channel && { channel }), ...(after && { after }) });
}

/** What people wrote, without what Discord puts between: mentions, channels, emoji of a server. */
export const textOf = (content: string): string =>
  content
    .replace(/<(?:@[!&]?|#|a?:\w+:)\d+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The language of the bot's own words around the answer to `text`. */
export function localeOf(text: string): Locale {
  const characters = text.match(/\p{Script=Han}/gu)?.join("") ?? "";
  // Japanese and Korean use the same characters, beside letters of their own.
  const isChinese = characters !== "" && !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text);
  if (!isChinese) return "en";
  return normalise(characters) === characters ? "zh-CN" : "zh-TW";
}

function sourceOf(message: Message, { channels }: House): "addressed" | "chat" | undefined {
  const { channel, content, guildId, mentions, client, type } = message;
  const isReply = type === MessageType.Reply;
  if (channel.isDMBased() || new RegExp(`<@!?${client.user?.id}>`).test(content)) return "addressed";
  if (isReply && mentions.repliedUser?.id === client.user?.id) return "addressed";
  // Whoever lacks the permission to ping everyone still speaks to everyone.
  const isToEveryone = mentions.everyone || /@(?:everyone|here)\b/.test(content);
  const isToSomebody = isReply || isToEveryone || mentions.users.size > 0 || mentions.roles.size > 0;
  if (isToSomebody || guildId === null) return undefined;
  const { ambient } = channels.of(guildId);
  const isListed = ambient.includes(channel.id) || (channel.isThread() && ambient.includes(channel.parentId ?? ""));
  return isListed ? "chat" : undefined;
}

/** Discord withholds the text of a reply to an answer of a slash command, even where that pings the bot. */
function hearNothing(message: Message): Heard | undefined {
  const { channel, content, attachments, stickers, mentions, client } = message;
  if (channel.isDMBased() || content !== "") return { kind: "empty" };
  const isPinged = mentions.users.has(client.user?.id ?? "");
  return isPinged && attachments.size === 0 && stickers.size === 0 ? { kind: "unreadable" } : undefined;
}

/**
 * The answer that `message` replies to; or, where its text says too little by itself, the one just before it that was
 * given to the same person. All of it is read from Discord, and so it outlives the bot.
 */
async function leansOn(message: Message, text: string, { delivery, context }: House): Promise<About | undefined> {
  const { author, channel, client, reference } = message;
  if (message.type === MessageType.Reply && reference?.type !== MessageReferenceType.Forward) {
    const { channelId, messageId } = reference ?? {};
    if (message.mentions.repliedUser?.id !== client.user?.id || !channelId || !messageId) return undefined;
    const answer = channel.messages.cache.get(messageId) ?? (await delivery.find(client, { channelId, messageId }));
    return answer && answeredBy(answer);
  }
  if (!context().answerer.leans(text)) return undefined;
  const before = await delivery.before(message);
  if (before === undefined || before.author.id !== client.user?.id) return undefined;
  return channel.isDMBased() || askerOf(before) === author.id ? answeredBy(before) : undefined;
}
