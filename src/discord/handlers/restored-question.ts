/** Restores the question to an answer from Discord, the only place where it is kept. */
import type { Message } from "discord.js";
import { findCommand } from "../../command/command.js";
import type { Decision } from "../../core/decision/decision.js";
import type { CalendarDate } from "../../core/values/calendar.js";
import type { MessagePlace } from "../common/message-place.js";
import type { BotContext } from "../context/bot-context.js";
import { parseQuestionRef } from "../payloads/question-ref.js";
import { textOf } from "./message-text.js";
import type { Press } from "./press.js";
import { type AskedQuestion, decide, readMessage } from "./question.js";
import { createRunContext } from "./run-command.js";

export type RestoredQuestion =
  /** `decision` is made with the current data. */
  | { readonly kind: "whole"; readonly text: string; readonly decision: Decision }
  /** Only the beginning is known, and it may ask something else. */
  | { readonly kind: "cut"; readonly text: string };

/** Returns the question that the bot's message `answer` replies to, asked about the day `on`; undefined if it can't be read. */
export async function restoreQuestion(
  answer: Message,
  { interaction, bot }: Press,
  on?: CalendarDate,
): Promise<RestoredQuestion | undefined> {
  const asked = parseQuestionRef(answer.content);
  if (asked?.kind === "command") {
    if (asked.isCut) return { kind: "cut", text: asked.text };
    const command = findCommand(bot.commands, [asked.command]);
    const [option] = Object.entries(command?.options ?? {}).find(([, { required }]) => required) ?? [];
    if (command === undefined || option === undefined) return undefined;
    const day = on !== undefined && Object.hasOwn(command.options, "on") ? { on } : {};
    const outcome = await command.run({ [option]: asked.text, ...day }, createRunContext(interaction, bot));
    return outcome.kind === "decided" ? { kind: "whole", text: asked.text, decision: outcome } : undefined;
  }
  if (asked?.repeated?.isCut) return { kind: "cut", text: asked.repeated.text };
  const question = asked ? (asked.repeated ?? (await readLinked(asked.link, bot))) : await readReference(answer, bot);
  if (question === undefined) return undefined;
  const decision = decide(question, bot);
  return decision.kind === "decided" ? { kind: "whole", text: question.text, decision } : undefined;
}

async function readLinked(place: MessagePlace, { delivery }: BotContext): Promise<AskedQuestion | undefined> {
  const message = await delivery.find(place);
  const text = message ? textOf(message) : "";
  return text === "" ? undefined : { text };
}

async function readReference({ reference, client }: Message, bot: BotContext): Promise<AskedQuestion | undefined> {
  const { channelId, messageId } = reference ?? {};
  if (!channelId || !messageId) return undefined;
  const message = await bot.delivery.find({ channelId, messageId });
  const incoming = message && message.author.id !== client.user.id ? await readMessage(message, bot) : undefined;
  return incoming?.kind === "question" ? incoming.question : undefined;
}
