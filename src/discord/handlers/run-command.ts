/** Finds the command that an interaction names, creates what it may use, and shows what it returns. */
import type { ButtonInteraction, RepliableInteraction } from "discord.js";
import { type Command, findCommand } from "../../command/command.js";
import type { RunContext } from "../../command/context.js";
import type { QuestionGroups, Report } from "../../command/reply.js";
import type { Refusal } from "../../core/decision/decision.js";
import { wordsIn } from "../../core/i18n/words.js";
import { describeRefusal } from "../../core/reply/refusal.js";
import { toLocale } from "../../core/values/locale.js";
import type { BotContext } from "../context/bot-context.js";
import { createHealth } from "../moderators/health.js";
import { readSentQuestions } from "../moderators/question-post.js";
import type { ButtonAction } from "../payloads/button-action.js";
import { type MessagePayload, renderText } from "../payloads/rendering.js";
import { renderDecision } from "../render/outcomes.js";
import { renderQuestionGroups } from "../render/questions-page.js";
import { createRenderContext } from "../render/render-context.js";
import { renderReport } from "../render/reports.js";

export function createRunContext(interaction: RepliableInteraction, bot: BotContext): RunContext {
  const { context, channels, reload, review } = bot;
  const serverId = interaction.guildId ?? "";
  const health = createHealth(interaction.client, serverId, bot);
  const sentQuestions = () => readSentQuestions(serverId, health, bot);
  return { ...context(), serverId, channels, reload, review, health, sentQuestions };
}

/** Finds a command. Refuses one of the home server elsewhere: it may stay registered on a former home server. */
export function findCommandHere(
  path: readonly string[],
  interaction: RepliableInteraction,
  { commands, homeServer }: BotContext,
): Command | Refusal {
  const command = findCommand(commands, path);
  if (command === undefined) return commandGone(interaction);
  if (command.where !== "home-server" || (homeServer !== undefined && interaction.guildId === homeServer))
    return command;
  const problem =
    homeServer === undefined
      ? "This bot has no home server. Its operator can name one (HOME_GUILD)."
      : "This works only on the server whose moderators own the answers.";
  return { kind: "refused", problem };
}

/** Refuses what another version of the bot registered, or put on a button. */
export const commandGone = ({ locale }: RepliableInteraction): Refusal => ({
  kind: "refused",
  problem: wordsIn(toLocale(locale)).commandGone,
});

/** Shows what concerns only the person who used the command. A report comes after the answer that it is about. */
export async function respondPrivately(
  interaction: RepliableInteraction,
  reply: Report | QuestionGroups | Refusal,
  bot: BotContext,
): Promise<void> {
  const { delivery, dataUrl } = bot;
  const locale = toLocale(interaction.locale);
  const show = (payload: MessagePayload) => delivery.respond(interaction, payload, "privately");
  if (reply.kind === "refused") return show(renderText(describeRefusal(reply, locale)));
  if (reply.kind === "questions") return show(renderQuestionGroups(reply));
  if (reply.shows !== undefined) {
    const renderContext = createRenderContext(bot, locale, interaction.guildId);
    await show({ ...renderDecision({ answers: [reply.shows] }, renderContext), components: [] });
  }
  await show(renderReport(reply, dataUrl));
}

/** Replaces a page of questions by another one, which includes the questions that were sent since. */
export async function handleQuestionsPage(
  { command: path, page }: Extract<ButtonAction, { kind: "questions" }>,
  interaction: ButtonInteraction,
  bot: BotContext,
): Promise<void> {
  await bot.delivery.deferUpdate(interaction);
  const command = findCommandHere(path.split(" "), interaction, bot);
  const reply = "problem" in command ? command : await command.run({ page }, createRunContext(interaction, bot));
  const isExpected = reply.kind === "questions" || reply.kind === "refused";
  await respondPrivately(interaction, isExpected ? reply : commandGone(interaction), bot);
}
