/** Answers messages that are put to the bot: mentions and direct messages. */
import type { Client, Message } from "discord.js";
import type { House } from "./house.js";
import { drawDecision, drawOutcome } from "./rendering.js";

/**
 * Answers `message` when it mentions the bot by name or is a direct message. Silent on messages of bots (itself among
 * them), of webhooks and of the system, and on a ping of everyone. A mention without a word gets the help.
 */
export async function answerMessage(
  message: Message,
  client: Client<true>,
  { context, delivery }: House,
): Promise<void> {
  if (message.author.bot || message.system || message.webhookId !== null) return;
  const isAddressed = message.channel.isDMBased() || mentions(message.content, client.user.id);
  if (!isAddressed) return;

  const question = withoutMention(message.content, client.user.id);
  const { answerer, today, version } = context();
  const { knowledge } = answerer;
  const help = question === "" ? answerer.answerLabel({ entry: "bot-help" }, { on: today }) : undefined;
  const drawing = help
    ? drawDecision({ answers: [help] }, knowledge)
    : drawOutcome(answerer.answer(question, { on: today }), knowledge, version);
  await delivery.reply(message, drawing);
}

const mentions = (content: string, id: string): boolean =>
  content.includes(`<@${id}>`) || content.includes(`<@!${id}>`);

const withoutMention = (content: string, id: string): string =>
  content.replaceAll(`<@${id}>`, " ").replaceAll(`<@!${id}>`, " ").replace(/\s+/g, " ").trim();
