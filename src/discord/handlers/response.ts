/** Reads a message, and decides and renders the response to it. */
import type { Message } from "discord.js";
import type { IgnoredReason } from "../../command/context.js";
import type { Outcome } from "../../core/decision/decision.js";
import { localeOfQuestion } from "../../core/i18n/locale-of-text.js";
import { formatLink } from "../common/message-place.js";
import type { BotContext } from "../context/bot-context.js";
import { type MessagePayload, renderText } from "../payloads/rendering.js";
import { answerRefOf, renderDecision, renderEarlier, renderOutcome } from "../render/outcomes.js";
import { createRenderContext, type RenderContext } from "../render/render-context.js";
import { keyOf } from "./own-messages.js";
import { type AskedQuestion, decide, readMessage } from "./question.js";

type MessageResponse =
  | { readonly kind: "ignored"; readonly reason: IgnoredReason }
  | {
      readonly kind: "reply";
      readonly payload: MessagePayload;
      readonly renderContext: RenderContext;
      readonly source: "message" | "questions" | "chat";
      readonly outcome?: Outcome;
      /** Whether it follows up on an answer. */
      readonly asksOn?: boolean;
    };

/** `asker` wrote the message, perhaps through a proxy bot. */
export async function respondTo(message: Message, bot: BotContext, asker: string): Promise<MessageResponse> {
  const incoming = await readMessage(message, bot, asker);
  if (incoming.kind === "ignored") return incoming;
  const before = incoming.kind === "question" ? incoming.question.localeBefore : undefined;
  const locale = localeOfQuestion(message.content, bot.context().answerer.knowledge, before);
  const renderContext = createRenderContext(bot, locale, message.guildId, { asker });
  if (incoming.kind === "question") return answerQuestion(incoming.question, renderContext, bot);
  const reply = { kind: "reply", renderContext, source: "message" } as const;
  if (incoming.kind === "help") return { ...reply, payload: renderHelp(renderContext, bot) };
  const { attachmentOnly, unreadable } = renderContext.writer.words;
  const notice = incoming.because === "attachment" ? attachmentOnly : unreadable;
  return { ...reply, payload: renderText(notice) };
}

function answerQuestion(question: AskedQuestion, renderContext: RenderContext, bot: BotContext): MessageResponse {
  const { channel, text } = question;
  const outcome = decide(question, bot);
  // A text that is too long gets a refusal only if it has a question mark, and never in a chat channel.
  const speaks = outcome.kind === "decided" ? outcome.speaks : channel !== "chat" && /[?？]/.test(text);
  if (channel !== undefined && !speaks)
    return { kind: "ignored", reason: channel === "chat" ? "not-clear" : "asks-nothing" };
  return {
    kind: "reply",
    renderContext,
    source: channel ?? "message",
    outcome,
    asksOn: question.after !== undefined,
    payload: renderOutcome(outcome, renderContext),
  };
}

function renderHelp(renderContext: RenderContext, { context }: BotContext): MessagePayload {
  const { answerer, today } = context();
  const help = answerer.answerLabel({ entry: "bot-help" }, { on: today });
  return help
    ? renderDecision({ answers: [help] }, renderContext)
    : renderOutcome({ kind: "page", id: "about", page: 1 }, renderContext);
}

/** Renders a link to a recent message in the same channel with the same answer. */
export function renderRepeated(
  outcome: Outcome,
  { guildId, channelId }: { readonly guildId: string | null; readonly channelId: string },
  renderContext: RenderContext,
  { memory }: BotContext,
): MessagePayload | undefined {
  if (guildId === null || outcome.kind !== "decided" || outcome.answers.length > 1) return undefined;
  const about = answerRefOf(outcome.answers, renderContext.today);
  const earlier = about.label && memory.recentAnswers.find(channelId, keyOf(about, renderContext.version));
  return earlier
    ? renderEarlier(formatLink({ serverId: guildId, channelId, messageId: earlier }), about, renderContext)
    : undefined;
}

/** Returns for the log how a question was answered, and nothing about its subject. */
export const kindsOf = (outcome: Outcome): readonly string[] =>
  outcome.kind === "decided" ? outcome.answers.map(({ kind }) => kind) : [outcome.kind];
