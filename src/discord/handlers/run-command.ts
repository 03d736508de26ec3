/** Finds the command that an interaction names, and creates what it may use. */
import type { RepliableInteraction } from "discord.js";
import { type Command, findCommand } from "../../command/command.js";
import type { RunContext } from "../../command/context.js";
import type { Refusal } from "../../core/decision/decision.js";
import { wordsIn } from "../../core/i18n/words.js";
import { toLocale } from "../../core/values/locale.js";
import type { BotContext } from "../context/bot-context.js";
import { createHealth } from "../moderators/health.js";
import { readSentQuestions } from "../moderators/sent-questions.js";

export function createRunContext(interaction: RepliableInteraction, bot: BotContext): RunContext {
  const { context, channels, reload, review } = bot;
  return {
    ...context(),
    channels,
    reload,
    review,
    sentQuestions: (serverId) => readSentQuestions(interaction.client, serverId, bot),
    health: createHealth(interaction.client, bot),
    serverId: interaction.guildId ?? "",
  };
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
