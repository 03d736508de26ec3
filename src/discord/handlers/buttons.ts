/** Handles button presses. Everything they need is in the custom id and in the message that the button is on. */
import { isDeepStrictEqual } from "node:util";
import { type ButtonInteraction, PermissionFlagsBits } from "discord.js";
import { labelOf } from "../../core/decision/decision.js";
import { wordsIn } from "../../core/i18n/words.js";
import { type Locale, toLocale } from "../../core/values/locale.js";
import { placeOf } from "../common/message-place.js";
import type { BotContext } from "../context/bot-context.js";
import { describeWait } from "../context/rate-limits.js";
import { type ButtonAction, decodeCustomId } from "../payloads/button-action.js";
import { parseQuestionRef } from "../payloads/question-ref.js";
import { type MessagePayload, renderText } from "../payloads/rendering.js";
import { renderDecision, renderOutcome } from "../render/outcomes.js";
import { createRenderContext, type RenderContext } from "../render/render-context.js";
import { renderWhy } from "../render/why.js";
import { openForm } from "./forms.js";
import { askModerators, withdrawPost } from "./moderators-post.js";
import { renderOtherAnswers } from "./other-answers.js";
import { chooseLocale, type Press, readPress } from "./press.js";
import { restoreQuestion } from "./restored-question.js";
import { handleQuestionsPage } from "./run-command.js";

/** The share of a question that a press takes from the rate limits: people turn pages faster than they ask. */
const BUTTON_COST = 1 / 4;

/**
 * If the asker pressed, an answer or a page replaces the message. Other people get it in an ephemeral reply. Everything
 * else is an ephemeral reply too. Only the asker can send the question to the moderators or withdraw it.
 */
export async function handleButton(interaction: ButtonInteraction, bot: BotContext): Promise<void> {
  const { delivery, memory } = bot;
  const action = decodeCustomId(interaction.customId);
  const press = readPress(interaction, bot);
  const { isAsker, locale } = press;
  const words = wordsIn(locale);
  const show = (payload: MessagePayload) => delivery.respond(interaction, payload, "privately");
  const say = (text: string) => show(renderText(text));
  // Taking something back is never limited.
  if (action?.kind !== "delete" && action?.kind !== "withdraw") {
    const { user, guildId } = interaction;
    const limit = memory.rateLimits.check({ asker: user.id, server: guildId, cost: BUTTON_COST });
    if (limit.kind === "wait") return say(describeWait(limit, locale));
  }
  switch (action?.kind) {
    case "answer":
    case "page": {
      const payload = renderAction(action, press);
      if (payload === undefined) break;
      return isAsker ? delivery.update(interaction, payload) : show(payload);
    }
    // Reading the question again may take longer than Discord waits, so the interaction is deferred.
    case "why":
    case "other":
      await delivery.defer(interaction);
      return show(await explain(action, press));
    case "language":
      await (isAsker ? delivery.deferUpdate(interaction) : delivery.defer(interaction));
      return show(await translate(action, press));
    case "moderators":
      if (!isAsker) return say(words.notYours);
      await delivery.defer(interaction);
      return show(await askModerators(action, press));
    case "withdraw":
      await delivery.deferUpdate(interaction);
      return show(await withdrawPost(action, press));
    case "form":
      return openForm(action, interaction, bot);
    case "questions":
      return handleQuestionsPage(action, interaction, bot);
    case "delete":
      if (!mayDelete(action.asker, interaction)) return say(words.notYoursToDelete);
      await delivery.removeSource(interaction);
      return memory.recentAnswers.forget(interaction.message.id);
  }
  return say(words.expiredButton);
}

type ActionOf<Kind extends ButtonAction["kind"]> = Extract<ButtonAction, { kind: Kind }>;

function renderAction(action: ActionOf<"answer" | "page">, press: Press): MessagePayload | undefined {
  if (action.kind === "page") return renderOutcome(action, renderContextOf(press, readerLocale(action.to, press)));
  const renderContext = renderContextOf(press, press.locale);
  const { answerer } = press.bot.context();
  const answer = answerer.answerLabel(action.label, { on: action.on ?? renderContext.today });
  return answer && renderDecision({ answers: [answer] }, renderContext);
}

async function explain(action: ActionOf<"why" | "other">, press: Press): Promise<MessagePayload> {
  const { interaction, bot, isAsker, locale } = press;
  const { guildId, message } = interaction;
  const restored = await restoreQuestion(message, press, action.on);
  const question = restored?.kind === "whole" ? restored : undefined;
  const renderContext = createRenderContext(bot, locale, guildId);
  if (action.kind === "why") return renderWhy(action, question?.decision, renderContext);
  const place = isAsker && renderContext.hasModerators() ? placeOf(message) : undefined;
  return renderOtherAnswers(action, question, place, { answerer: bot.context().answerer, renderContext });
}

/** Renders the same in the other language. */
async function translate({ to, label, on }: ActionOf<"language">, press: Press): Promise<MessagePayload> {
  const { interaction, bot } = press;
  const restored = await restoreQuestion(interaction.message, press, on);
  const locale = readerLocale(to, press);
  const renderContext = renderContextOf(press, locale);
  const answer = label && bot.context().answerer.answerLabel(label, { on: on ?? renderContext.today });
  const decided = restored?.kind === "whole" ? restored.decision : undefined;
  const isSame = decided !== undefined && isDeepStrictEqual(labelOf(decided.answers[0]), label);
  const decision = isSame ? decided : answer && { answers: [answer] as const };
  return decision ? renderDecision(decision, renderContext) : renderText(wordsIn(locale).expiredButton);
}

const readerLocale = (to: "en" | "zh", { interaction }: Press): Locale =>
  chooseLocale(to === "en" ? "en" : "zh-CN", toLocale(interaction.locale));

/** In a message that others see, keeps the asker as the one who may delete it. */
function renderContextOf({ interaction, bot, isAsker, isPrivate }: Press, locale: Locale): RenderContext {
  const { guildId, message, user } = interaction;
  const asked = isAsker && !isPrivate ? { asker: user.id, asked: parseQuestionRef(message.content) } : {};
  return createRenderContext(bot, locale, guildId, asked);
}

const mayDelete = (asker: string, { user, memberPermissions }: ButtonInteraction): boolean =>
  asker === user.id || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
