/** A press of a button: who pressed, and which language they are answered in. */

import { type ButtonInteraction, MessageFlags } from "discord.js";
import { localeOfQuestion } from "../../core/i18n/locale-of-text.js";
import { type Locale, toLocale } from "../../core/values/locale.js";
import type { BotContext } from "../context/bot-context.js";
import { parseQuestionRef } from "../payloads/question-ref.js";
import { askerOf } from "./own-messages.js";

export interface Press {
  readonly interaction: ButtonInteraction;
  readonly bot: BotContext;
  /** Whether only the person who pressed sees the message with the button. */
  readonly isPrivate: boolean;
  /** Whether the asker pressed. The only person who sees an ephemeral message is its asker. */
  readonly isAsker: boolean;
  /**
   * The language of what the press leads to. For the asker it is that of the message, which they wrote in or chose; other
   * people are answered in the language of their Discord.
   */
  readonly locale: Locale;
}

export function readPress(interaction: ButtonInteraction, bot: BotContext): Press {
  const { message, user } = interaction;
  const isPrivate = message.flags.has(MessageFlags.Ephemeral);
  const isAsker = isPrivate || askerOf(message) === user.id;
  const own = toLocale(interaction.locale);
  return { interaction, bot, isPrivate, isAsker, locale: isAsker ? localeOfReply(message.content, own, bot) : own };
}

function localeOfReply(content: string, own: Locale, { context }: BotContext): Locale {
  // The last line may repeat the question, which may be in another language.
  const reply = parseQuestionRef(content) ? content.slice(0, content.lastIndexOf("\n")) : content;
  return chooseLocale(localeOfQuestion(reply, context().answerer.knowledge), own);
}

/** Returns the variety of Chinese of a person whose Discord is in it; `written` for all others. */
export const chooseLocale = (written: Locale, own: Locale): Locale =>
  written === "en" || own === "en" ? written : own;
