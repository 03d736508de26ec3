/** Runs the command that an interaction names: finds its arguments, and hands it what it may ask of the outside. */
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
import type { House } from "../context/house.js";
import { createHealth } from "../moderators/health.js";
import { readSentQuestions } from "../moderators/sent-questions.js";

/** `/moderate channels add` is ["moderate", "channels", "add"]. */
export function pathOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction): string[] {
  const { commandName, options } = interaction;
  const parts = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return parts.filter((part) => part !== null);
}

/** Undefined where there is no such command any more. A command that may take long is acknowledged first. */
export async function runCommand(
  interaction: ChatInputCommandInteraction,
  house: House,
): Promise<CommandReply | undefined> {
  const path = pathOf(interaction);
  const command = findCommand(house.commands, path);
  if (command === undefined) return undefined;
  const refusal = refuseOutsideHome(command, interaction, house);
  if (refusal !== undefined) return refusal;
  if (command.slow) await house.delivery.defer(interaction, "privately");
  return command.run(valuesOf(interaction.options.data), createRunContext(interaction, house));
}

/** What a command may know and ask, used where `interaction` was. */
export function createRunContext(
  interaction: CommandInteraction | ButtonInteraction | ModalSubmitInteraction,
  house: House,
): RunContext {
  const { context, channels, reload, review } = house;
  const { guildId, channelId, user } = interaction;
  return {
    ...context(),
    channels,
    reload,
    review,
    sentQuestions: (serverId) => readSentQuestions(interaction.client, serverId, house),
    health: createHealth(interaction.client, house),
    place: { ...(guildId === null ? {} : { serverId: guildId }), channelId: channelId ?? "", userId: user.id },
  };
}

/** A command may stay registered on a server that was the home once. */
export function refuseOutsideHome(
  { where }: Command,
  { guildId }: { readonly guildId: string | null },
  { homeServer }: House,
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
