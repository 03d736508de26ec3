/** Says who pressed a button, and which language they are answered in. */

import { type ButtonInteraction, MessageFlags } from "discord.js";
import { localeOfQuestion } from "../../core/i18n/locale-of-text.js";
import { type Locale, toLocale } from "../../core/values/locale.js";
import type { BotContext } from "../context/bot-context.js";
import { parseQuestionRef } from "../payloads/question-ref.js";
import { askerOf } from "./own-messages.js";

/** Returns whether only the person who pressed sees the message. */
export const isPrivate = ({ message }: ButtonInteraction): boolean => message.flags.has(MessageFlags.Ephemeral);

/** Returns whether the asker pressed. The only person who sees an ephemeral message is its asker. */
export const isAsker = (interaction: ButtonInteraction): boolean =>
  isPrivate(interaction) || askerOf(interaction.message) === interaction.user.id;

/** Returns the variety of Chinese of a person whose Discord is in it; `written` for all others. */
export const chooseLocale = (written: Locale, own: Locale): Locale =>
  written === "en" || own === "en" ? written : own;

/**
 * Returns the language of what a press leads to. For the asker it is that of the message, which they wrote in or chose;
 * other people are answered in the language of their Discord.
 */
export function localeForButton(interaction: ButtonInteraction, { context }: BotContext): Locale {
  const own = toLocale(interaction.locale);
  if (!isAsker(interaction)) return own;
  const { content } = interaction.message;
  // The last line may repeat the question, which may be in another language.
  const reply = parseQuestionRef(content) ? content.slice(0, content.lastIndexOf("\n")) : content;
  return chooseLocale(localeOfQuestion(reply, context().answerer.knowledge), own);
}
