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
  const path = pathOf(interaction);
  const command = findCommand(bot.commands, path);
  if (command === undefined) return undefined;
  const refusal = refuseOutsideHome(command, interaction, bot);
  if (refusal !== undefined) return refusal;
  if (command.slow) await bot.delivery.defer(interaction);
  return command.run(valuesOf(interaction.options.data), createRunContext(interaction, bot));
}

/** Returns the context of a command that is used in the place of `interaction`. */
export function createRunContext(
  interaction: CommandInteraction | ButtonInteraction | ModalSubmitInteraction,
  bot: BotContext,
): RunContext {
  const { context, channels, reload, review } = bot;
  const { guildId, channelId, user } = interaction;
  return {
    ...context(),
    channels,
    reload,
    review,
    sentQuestions: (serverId) => readSentQuestions(interaction.client, serverId, bot),
    health: createHealth(interaction.client, bot),
    place: { ...(guildId === null ? {} : { serverId: guildId }), channelId: channelId ?? "", userId: user.id },
  };
}

/** Refuses a command of the home server elsewhere: it may stay registered on a former home server. */
export function refuseOutsideHome(
  { where }: Command,
  { guildId }: { readonly guildId: string | null },
  { homeServer }: BotContext,
): Refusal | undefined {
  if (where !== "home-server" || (homeServer !== undefined && guildId === homeServer)) return undefined;
  const problem =
    homeServer === undefined
      ? "This bot has no home server: whoever runs it can name one (HOME_GUILD)."
      : "This works only on the server whose moderators own the answers.";
  return { kind: "refused", problem };
}

/** Returns the values of the innermost options. The options around them are groups and subcommands. */
function valuesOf(options: readonly CommandInteractionOption[]): Record<string, OptionValue | undefined> {
  const [first] = options;
  if (first?.options !== undefined) return valuesOf(first.options);
  return Object.fromEntries(options.map(({ name, value }) => [name, value]));
}
