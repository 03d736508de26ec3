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
import { chooseLocale, isAsker, isPrivate, localeForButton } from "./button-user.js";
import { openForm } from "./forms.js";
import { askModerators, withdrawPost } from "./moderators-post.js";
import { renderOtherAnswers } from "./other-answers.js";
import { handleQuestionsPage } from "./questions-page.js";
import { restoreQuestion } from "./restored-question.js";

/** The share of a question that a press takes from the rate limits: people turn pages faster than they ask. */
const BUTTON_COST = 1 / 4;

/**
 * If the asker pressed, an answer or a page replaces the message. Other people get it in an ephemeral reply. Everything
 * else is an ephemeral reply too. Only the asker can send the question to the moderators or withdraw it.
 */
export async function handleButton(interaction: ButtonInteraction, bot: BotContext): Promise<void> {
  const action = decodeCustomId(interaction.customId);
  const locale = localeForButton(interaction, bot);
  const words = wordsIn(locale);
  const say = (text: string) => bot.delivery.respondText(interaction, text);
  // Taking something back is never limited.
  if (action?.kind !== "delete" && action?.kind !== "withdraw") {
    const { user, guildId } = interaction;
    const limit = bot.memory.rateLimits.check({ asker: user.id, server: guildId, cost: BUTTON_COST });
    if (limit.kind === "wait") return say(describeWait(limit, locale));
  }
  switch (action?.kind) {
    case "answer":
    case "page": {
      const language = action.kind === "page" ? readerLocale(action.to, interaction) : locale;
      const payload = renderAction(action, renderContextOf(interaction, bot, isAsker(interaction), language), bot);
      if (payload === undefined) break;
      if (isAsker(interaction)) return bot.delivery.update(interaction, payload);
      return bot.delivery.respond(interaction, payload, "privately");
    }
    case "why":
    case "other":
      return explain(action, interaction, bot, locale);
    case "language":
      return switchLanguage(action, interaction, bot);
    case "moderators":
      return isAsker(interaction) ? passOn(action, interaction, bot, locale) : say(words.notYours);
    case "withdraw":
      await bot.delivery.deferUpdate(interaction);
      return bot.delivery.respond(interaction, await withdrawPost(action, bot, locale), "privately");
    case "form":
      return openForm(action, interaction, bot);
    case "questions":
      return handleQuestionsPage(action, interaction, bot);
    case "delete":
      if (!mayDelete(action.asker, interaction)) return say(words.notYoursToDelete);
      await bot.delivery.removeSource(interaction);
      return bot.memory.recentAnswers.forget(interaction.message.id);
  }
  return say(words.expiredButton);
}

type ActionOf<Kind extends ButtonAction["kind"]> = Extract<ButtonAction, { kind: Kind }>;

function renderAction(
  action: ActionOf<"answer" | "page">,
  renderContext: RenderContext,
  { context }: BotContext,
): MessagePayload | undefined {
  if (action.kind === "page") return renderOutcome(action, renderContext);
  const answer = context().answerer.answerLabel(action.label, { on: action.on ?? renderContext.today });
  return answer && renderDecision({ answers: [answer] }, renderContext);
}

/** Reading the question again may take longer than Discord waits, so the interaction is deferred. */
async function explain(
  action: ActionOf<"why" | "other">,
  interaction: ButtonInteraction,
  bot: BotContext,
  locale: Locale,
): Promise<void> {
  const { delivery, context } = bot;
  await delivery.defer(interaction);
  const { message } = interaction;
  const restored = await restoreQuestion(message, interaction, bot, action.on);
  const question = restored?.kind === "whole" ? restored : undefined;
  const renderContext = renderContextOf(interaction, bot, false, locale);
  if (action.kind === "why")
    return delivery.respond(interaction, renderWhy(action, question?.decision, renderContext), "privately");
  const mayAsk = renderContext.hasModerators() && isAsker(interaction);
  const place = mayAsk ? placeOf(message) : undefined;
  const payload = renderOtherAnswers(action, question, place, { answerer: context().answerer, renderContext });
  await delivery.respond(interaction, payload, "privately");
}

/** Shows the same in the other language: in place for the asker, in an ephemeral message for others. */
async function switchLanguage(
  { to, label, on }: ActionOf<"language">,
  interaction: ButtonInteraction,
  bot: BotContext,
): Promise<void> {
  const { delivery, context } = bot;
  const isTheirs = isAsker(interaction);
  await (isTheirs ? delivery.deferUpdate(interaction) : delivery.defer(interaction));
  const restored = await restoreQuestion(interaction.message, interaction, bot, on);
  const locale = readerLocale(to, interaction);
  const renderContext = renderContextOf(interaction, bot, isTheirs, locale);
  const answer = label && context().answerer.answerLabel(label, { on: on ?? renderContext.today });
  const decided = restored?.kind === "whole" ? restored.decision : undefined;
  const isSame = decided !== undefined && isDeepStrictEqual(labelOf(decided.answers[0]), label);
  const decision = isSame ? decided : answer && { answers: [answer] as const };
  const payload = decision ? renderDecision(decision, renderContext) : renderText(wordsIn(locale).expiredButton);
  await delivery.respond(interaction, payload, "privately");
}

const readerLocale = (to: "en" | "zh", { locale }: ButtonInteraction): Locale =>
  chooseLocale(to === "en" ? "en" : "zh-CN", toLocale(locale));

async function passOn(
  { place }: ActionOf<"moderators">,
  interaction: ButtonInteraction,
  bot: BotContext,
  locale: Locale,
): Promise<void> {
  const { delivery } = bot;
  await delivery.defer(interaction);
  const answer = place ? await delivery.find(place) : interaction.message;
  const payload = answer
    ? await askModerators(answer, interaction, bot, locale)
    : renderText(wordsIn(locale).notPosted);
  await delivery.respond(interaction, payload, "privately");
}

/** `isTheirs` keeps the asker as the one who may delete the message. */
function renderContextOf(
  interaction: ButtonInteraction,
  bot: BotContext,
  isTheirs: boolean,
  locale: Locale,
): RenderContext {
  const { guildId, message, user } = interaction;
  const shown = isTheirs && !isPrivate(interaction);
  const asked = shown ? { asker: user.id, asked: parseQuestionRef(message.content) } : {};
  return createRenderContext(bot, locale, guildId, asked);
}

const mayDelete = (asker: string, { user, memberPermissions }: ButtonInteraction): boolean =>
  asker === user.id || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
