/** Posts a question to a server's moderators. Their channel is the only place where it is kept. */
import type { Message } from "discord.js";
import { wordsIn } from "../../core/i18n/words.js";
import { toLocale } from "../../core/values/locale.js";
import { formatLink, type MessagePlace, placeOf } from "../common/message-place.js";
import { renderPost } from "../moderators/question-post.js";
import type { ButtonAction } from "../payloads/button-action.js";
import { parseQuestionRef } from "../payloads/question-ref.js";
import { type MessagePayload, plain, renderMarkdown, renderText } from "../payloads/rendering.js";
import type { Press } from "./press.js";
import { restoreQuestion } from "./restored-question.js";

/**
 * Posts the question to an answer into the moderators' channel, and returns what to tell the asker, with a button that
 * withdraws the post. Each question is posted once, and one asker can post only a few.
 */
export async function askModerators(
  { place }: Extract<ButtonAction, { kind: "moderators" }>,
  press: Press,
): Promise<MessagePayload> {
  const { interaction, bot, locale } = press;
  const { channels, delivery, memory, log } = bot;
  const { guildId, user } = interaction;
  const words = wordsIn(locale);
  const answer = place ? await delivery.find(place) : interaction.message;
  if (answer === undefined) return renderText(words.notPosted);
  const moderators = guildId === null ? undefined : channels.of(guildId).moderators;
  if (guildId === null || moderators === undefined) return renderText(words.noModerators);
  const question = placeOfQuestion(answer);
  const limit = memory.moderatorPosts.claim(user.id, question.messageId);
  if (limit.kind !== "allowed") return renderText(limit.kind === "posted" ? words.postedAlready : words.postsWait);

  const restored = await restoreQuestion(answer, press);
  const link = formatLink({ serverId: guildId, ...question });
  const payload = renderPost(restored, link, toLocale(interaction.guildLocale ?? undefined));
  const post = await delivery.post(moderators, payload, limit.nonce);
  const outcome = post ? "posted" : "not posted";
  log.info({ interaction: interaction.id, server: guildId, outcome }, "question.passed_on");
  if (post === undefined) {
    memory.moderatorPosts.release(question.messageId, "failed");
    return renderText(words.notPosted);
  }
  const action: ButtonAction = { kind: "withdraw", place: placeOf(post), question: question.messageId };
  return renderMarkdown(plain(words.posted), [[{ text: words.buttons.withdraw, action }]]);
}

/** Deletes the post, so that its question may be posted again, and returns what to tell the asker. */
export async function withdrawPost(
  { place, question }: Extract<ButtonAction, { kind: "withdraw" }>,
  { bot: { delivery, memory }, locale }: Press,
): Promise<MessagePayload> {
  const words = wordsIn(locale);
  const isGone = await delivery.remove(place);
  if (isGone) memory.moderatorPosts.release(question, "withdrawn");
  return renderText(isGone ? words.withdrawn : words.notWithdrawn);
}

/** Returns where the question can be seen: the message that asked it, or the answer to a command. */
function placeOfQuestion(answer: Message): MessagePlace {
  const { content, reference } = answer;
  const asked = parseQuestionRef(content);
  if (asked?.kind === "message") return { channelId: asked.link.channelId, messageId: asked.link.messageId };
  return reference?.messageId ? { channelId: reference.channelId, messageId: reference.messageId } : placeOf(answer);
}
