/** Runs the command that an interaction names, with its arguments and its context. */
import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  CommandInteraction,
  CommandInteractionOption,
  ModalSubmitInteraction,
} from "discord.js";
import { type Command, type CommandReply, findCommand, type OptionValue } from "../../command/command.js";
import type { RunContext } from "../../command/context.js";
import type { Refusal } from "../../core/decision/decision.js";
import type { BotContext } from "../context/bot-context.js";
import { createHealth } from "../moderators/health.js";
import { readSentQuestions } from "../moderators/sent-questions.js";

/** Returns the path of a command: ["moderate", "channels", "add"] for `/moderate channels add`. */
export function pathOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): string[] {
  const { commandName, options } = interaction;
  const parts = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return parts.filter((part) => part !== null);
}

/** Returns undefined if the command no longer exists. A slow command is acknowledged first. */
export async function runCommand(
  interaction: ChatInputCommandInteraction,
  bot: BotContext,
): Promise<CommandReply | undefined> {
  const command = findCommandHere(pathOf(interaction), interaction, bot);
  if (command === undefined || "problem" in command) return command;
  if (command.slow) await bot.delivery.defer(interaction);
  return command.run(valuesOf(interaction.options.data), createRunContext(interaction, bot));
}

export function createRunContext(
  interaction: CommandInteraction | ButtonInteraction | ModalSubmitInteraction,
  bot: BotContext,
): RunContext {
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
  { guildId }: { readonly guildId: string | null },
  { commands, homeServer }: BotContext,
): Command | Refusal | undefined {
  const command = findCommand(commands, path);
  if (command?.where !== "home-server" || (homeServer !== undefined && guildId === homeServer)) return command;
  const problem =
    homeServer === undefined
      ? "This bot has no home server. Its operator can name one (HOME_GUILD)."
      : "This works only on the server whose moderators own the answers.";
  return { kind: "refused", problem };
}

/** Returns the values of the innermost options. The options around them are groups and subcommands. */
function valuesOf(options: readonly CommandInteractionOption[]): Record<string, OptionValue | undefined> {
  const [first] = options;
  if (first?.options !== undefined) return valuesOf(first.options);
  return Object.fromEntries(options.map(({ name, value }) => [name, value]));
}
