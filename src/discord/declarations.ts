/** Commands as Discord wants them declared, and a text that tells whether two declarations differ. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord.js";
import type { AnyCommand, Command, CommandGroup, Option } from "../command/command.js";
import type { Suggestion } from "../command/reply.js";
import { localizationsOf } from "../core/i18n/command-words.js";
import { LOCALES } from "../core/values/locale.js";

export interface Declaration {
  readonly type: ApplicationCommandType.ChatInput | ApplicationCommandType.Message;
  readonly name: string;
  readonly description?: string;
  readonly options?: readonly APIApplicationCommandOption[];
  /** A bit set in decimal: more bits than a number holds. */
  readonly default_member_permissions?: string | null;
  readonly contexts?: readonly InteractionContextType[] | null;
  readonly integration_types?: readonly ApplicationIntegrationType[] | null;
}

type Scope = "everywhere" | "home-server";
type Slash = Command | CommandGroup;

/** Channels in which people write messages and a bot can reply. */
const TEXT_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;
const FORUMS = [ChannelType.GuildForum, ChannelType.GuildMedia] as const;

/**
 * Declares what is registered in that scope. A group can have parts in both: Discord shows them side by side, as long as
 * no subcommand is in both.
 */
export const declareAll = (commands: readonly AnyCommand[], scope: Scope): Declaration[] =>
  commands.flatMap((command) => {
    if ("menu" in command) {
      const menu = {
        type: ApplicationCommandType.Message as const,
        name: command.name,
        ...localizationsOf([command.name]),
      };
      return scopeOf(command, "everywhere") === scope ? [{ ...menu, ...reachOf(command) }] : [];
    }
    const part = partIn(command, scope);
    return part === undefined ? [] : [declare(part)];
  });

/** The part of `command` that belongs into that scope: of a group, the subcommands that do. */
function partIn(command: Slash, scope: Scope, around: Scope = "everywhere"): Slash | undefined {
  const own = scopeOf(command, around);
  if (!("subcommands" in command)) return own === scope ? command : undefined;
  const subcommands = command.subcommands.flatMap((inner) => partIn(inner, scope, own) ?? []);
  return subcommands.length === 0 ? undefined : { ...command, subcommands, ...(scope === own ? {} : { where: scope }) };
}

const scopeOf = ({ where }: AnyCommand, around: Scope): Scope =>
  where === undefined ? around : where === "home-server" ? "home-server" : "everywhere";

const declare = (command: Slash): Declaration => ({
  type: ApplicationCommandType.ChatInput,
  ...describe([command.name], command.description),
  options:
    "subcommands" in command
      ? command.subcommands.map((inner) => declareSubcommand(inner, [command.name]))
      : declareOptions(command, [command.name]),
  ...reachOf(command),
});

function declareSubcommand(command: Slash, around: readonly string[]): APIApplicationCommandOption {
  const path = [...around, command.name];
  if (!("subcommands" in command)) return declareInnermost(command, path);
  const options = command.subcommands.map((inner) => {
    if ("subcommands" in inner) throw new Error(`/${path.join(" ")} ${inner.name}: Discord allows no group in a group`);
    return declareInnermost(inner, [...path, inner.name]);
  });
  return { type: ApplicationCommandOptionType.SubcommandGroup, ...describe(path, command.description), options };
}

const declareInnermost = (command: Command, path: readonly string[]): APIApplicationCommandSubcommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  ...describe(path, command.description),
  options: declareOptions(command, path),
});

/** Contexts and integration types belong to commands that are everywhere: a server's own have neither. */
function reachOf({ permission, where = "everywhere" }: AnyCommand) {
  const permissions = permission && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) };
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  switch (where) {
    case "home-server":
      return { ...permissions };
    case "servers":
      return { ...permissions, contexts: [Guild], integration_types: [GuildInstall] };
    case "everywhere":
      return {
        ...permissions,
        contexts: [Guild, BotDM, PrivateChannel],
        integration_types: [GuildInstall, UserInstall],
      };
  }
}

/** Discord wants the required options first. */
const declareOptions = ({ options }: Command, path: readonly string[]): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(([name, option]) => declareOption([...path, name], option));

function declareOption(
  path: readonly string[],
  { type, description, required = false, complete, choices, forums, min, max }: Option,
): APIApplicationCommandBasicOption {
  const common = { ...describe(path, description), required };
  switch (type) {
    case "integer":
      return {
        type: ApplicationCommandOptionType.Integer,
        ...common,
        ...(min === undefined ? {} : { min_value: min }),
      };
    case "boolean":
      return { type: ApplicationCommandOptionType.Boolean, ...common };
    case "channel":
      return {
        type: ApplicationCommandOptionType.Channel,
        ...common,
        channel_types: [...TEXT_CHANNELS, ...(forums ? FORUMS : [])],
      };
    case "string":
      return {
        type: ApplicationCommandOptionType.String,
        ...common,
        ...(complete ? { autocomplete: true } : choices && { choices: choices.map((one) => declareChoice(path, one)) }),
        ...(max === undefined ? {} : { max_length: max }),
      };
  }
}

const declareChoice = (path: readonly string[], { name, value }: Suggestion) => {
  const { name_localizations } = localizationsOf([...path, value]);
  return { name, value, ...(name_localizations && { name_localizations }) };
};

/** What the end of `path` is called, in English and in the languages that it is translated into. */
const describe = (path: readonly string[], description: string) => ({
  name: path.at(-1) ?? "",
  description,
  ...localizationsOf(path),
});

/** Returns only what is declared, in a fixed order: Discord adds ids, versions and defaults. */
export const signatureOf = (commands: readonly unknown[]): string =>
  commands
    .map((command) => JSON.stringify(command, keepDeclared))
    .sort()
    .join("\n");

const DECLARED: ReadonlySet<string> = new Set([
  ...["type", "name", "name_localizations", "description", "description_localizations", "options", ...LOCALES],
  ...["required", "autocomplete", "min_value", "max_length", "channel_types", "choices", "value"],
  ...["default_member_permissions", "contexts", "integration_types"],
]);

/** For `JSON.stringify`: treats an empty field as missing, and ignores the order of fields and of numbers. */
function keepDeclared(_: string, value: unknown): unknown {
  if (value === null || value === false || value === "") return undefined;
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return value.every((item) => typeof item === "number") ? value.toSorted() : value;
  }
  if (typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => DECLARED.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
