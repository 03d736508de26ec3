/** Answers messages: those put to the bot, and those in listed channels that the bot may answer. */
import type { Message, PartialMessage } from "discord.js";
import type { IgnoredReason } from "../../command/context.js";
import { type MessagePlace, placeOf } from "../common/message-place.js";
import type { BotContext } from "../context/bot-context.js";
import { isRepost } from "../context/proxied-messages.js";
import { describeWait } from "../context/rate-limits.js";
import { renderText } from "../payloads/rendering.js";
import { answeredBy, keyOf } from "./own-messages.js";
import { kindsOf, renderRepeated, respondTo } from "./response.js";

/**
 * Answers a person who
 * - writes to the bot directly,
 * - mentions it, by its name or by the role that Discord manages for it. A mention without another word gets the help,
 * - replies to one of its messages, whether or not the reply pings it. If Discord withholds the text of a reply that
 *   pings it, the bot says so,
 * - asks anything in a questions channel, or in a thread of it, or claims there what an answer confirms or corrects,
 * - asks a clear question about the order in a chat channel, or in a thread of it, that has a clear answer.
 * A follow-up is read with the answer that it replies to. Otherwise, except in a chat channel, it is read with the latest
 * answer that the bot gave to the same person.
 *
 * A message that a proxy bot such as PluralKit reposts through a webhook counts as one of its author.
 *
 * Stays silent on
 * - messages of bots, other webhooks and the system, and its own,
 * - everything else in channels that are not listed, such as pings of everyone and of other roles,
 * - messages in listed channels that reply to or mention other people, or ask and claim nothing,
 * - messages in chat channels to which the answer would be a guess, a choice or a regret,
 * - stickers,
 * - a message that was edited into a question, unless the bot had answered it before: then the reply follows the edit,
 * - a person who asked more than ten questions at once, after one request to wait (none in chat channels), until a
 *   question each three seconds would have been worked off; likewise on a server from which more questions come than
 *   its members could ask.
 *
 * If the bot gave the same answer in the same channel of a server within the last minute, it replies with a link to it.
 */
export async function handleMessage(message: Message, bot: BotContext): Promise<void> {
  if (message.author.id === message.client.user.id) return noteAnswer(message, bot);
  const asker = isByPerson(message) ? message.author.id : await findProxiedAuthor(message, bot);
  if (asker === undefined) return;
  const { delivery, memory, log } = bot;
  const { channelId, guildId, id } = message;
  const ids = { message: id, channel: channelId };
  const ignore = (reason: IgnoredReason): void => {
    log.debug({ ...ids, reason }, "question.ignored");
    bot.onIgnored?.({ channelId, messageId: id, reason });
  };
  const response = await respondTo(message, bot, asker);
  if (response.kind === "ignored") return ignore(response.reason);

  const limit = memory.rateLimits.check({ asker, server: guildId });
  if (limit.kind === "wait") {
    ignore("rate-limit");
    if (response.source === "chat" || limit.isTold) return;
    await delivery.reply(message, renderText(describeWait(limit, response.renderContext.writer.locale)));
    return;
  }
  const { outcome, asksOn } = response;
  const kinds = outcome ? kindsOf(outcome) : ["notice"];
  bot.counters.decided(response.source, kinds);
  log.info({ ...ids, source: response.source, kinds }, "question.decided");
  // The answer to a proxied message may just have been given to the original, and is deleted with that. A follow-up about
  // an answer gets the answer with its sources, not a link to it.
  const mayLink = message.webhookId === null && !asksOn;
  const repeated = outcome && mayLink && renderRepeated(outcome, message, response.renderContext, bot);
  const reply = await delivery.reply(message, repeated || response.payload);
  if (reply !== undefined) memory.replies.note(id, placeOf(reply));
}

/** Editing a question is quicker than asking one: an edit takes this much of what a question does. */
const EDIT_COST = 1 / 4;

/**
 * Edits the reply to an edited question. Deletes it if the message no longer asks the bot anything, or if the asker has asked
 * too much: an answer to another question must not stand below the message. Of several edits the latest counts. `hasWaited`:
 * the edit came while the bot answered, or followed another one.
 */
export async function handleEdit(message: Message, bot: BotContext, hasWaited: boolean): Promise<void> {
  if (message.author?.id === message.client.user.id) return noteAnswer(message, bot);
  const { delivery, memory } = bot;
  // Discord also sends an update when it unfolds a link or when the message is pinned.
  if (message.editedTimestamp === null || !isByPerson(message)) return;
  const place = await findReply(placeOf(message), bot);
  if (place === undefined) return;
  const asker = message.author.id;
  const limit = memory.rateLimits.check({ asker, server: message.guildId, cost: EDIT_COST });
  // discord.js gives a message its old text back when a reply that quotes it arrives.
  const isAllowed = limit.kind === "allowed";
  const found = isAllowed && hasWaited ? await delivery.find(placeOf(message), "as it is now") : undefined;
  const response = isAllowed ? await respondTo(found ?? message, bot, asker) : undefined;
  let now: MessagePlace | undefined = place;
  if (response?.kind === "reply") now = await delivery.replaceReply(message, place, response.payload);
  else if (await delivery.remove(place)) now = undefined;
  memory.replies.note(message.id, now);
}

/** Finds the reply to a question, also to one that was answered before the bot was restarted. */
async function findReply(question: MessagePlace, { delivery, memory }: BotContext) {
  const { messageId } = question;
  return memory.replies.mayBeForgotten(messageId) ? delivery.replyTo(question) : memory.replies.of(messageId);
}

/** Call as soon as a question is deleted: asked again at once, it must not get a link to the reply that goes with it. */
export function forgetAnswer(questionId: string, { memory }: BotContext): void {
  for (const id of [questionId, memory.replies.of(questionId)?.messageId])
    if (id !== undefined) memory.recentAnswers.forget(id);
}

/** Deletes the reply to a deleted question. */
export async function handleDeletion(question: MessagePlace, bot: BotContext): Promise<void> {
  const { delivery, memory } = bot;
  forgetAnswer(question.messageId, bot);
  const place = await findReply(question, bot);
  memory.replies.note(question.messageId, undefined);
  if (place !== undefined) await delivery.remove(place);
}

/** Every answer comes back from Discord as a message, those to slash commands among them. */
function noteAnswer(message: Message, { memory, context }: BotContext): void {
  const about = message.inGuild() ? answeredBy(message) : undefined;
  if (about !== undefined) memory.recentAnswers.note(message.channelId, keyOf(about, context().version), message.id);
}

/** Call when a message was deleted. What it said is only known if the bot still had it in memory. */
export function noteDeletion(
  { author, channelId, content, id, webhookId }: Message | PartialMessage,
  { memory }: BotContext,
): void {
  if (author && !author.bot && webhookId === null && content)
    memory.proxied.noteDeletion({ id, channelId, authorId: author.id, content });
}

/** Replies to commands come through webhooks too, but no person wrote them. */
async function findProxiedAuthor(message: Message, { memory }: BotContext): Promise<string | undefined> {
  const { channel, channelId, content, interactionMetadata, webhookId } = message;
  if (webhookId === null || interactionMetadata !== null || content === "") return undefined;
  const mayBeDeleted = channel.messages.cache.some((other) => isByPerson(other) && isRepost(content, other.content));
  return memory.proxied.findAuthor(channelId, content, mayBeDeleted);
}

const isByPerson = ({ author, system, webhookId }: Message): boolean =>
  author !== null && !author.bot && !system && webhookId === null;
