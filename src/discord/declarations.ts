/** Commands as Discord wants them declared, and a text that tells whether two declarations differ. */
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from "discord.js";
import type { AnyCommand, Command, CommandGroup, Option } from "../command/command.js";
import { localizationsOf } from "../core/i18n/command-words.js";
import { LOCALES } from "../core/values/locale.js";

export type Declaration =
  | RESTPostAPIChatInputApplicationCommandsJSONBody
  | RESTPostAPIContextMenuApplicationCommandsJSONBody;

type Scope = "everywhere" | "home-server";

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
  commands.flatMap((command): Declaration[] => {
    const { name } = command;
    const reach = reachOf(command, scope);
    if ("menu" in command) {
      const menu = { type: ApplicationCommandType.Message as const, name, ...localizationsOf([name]), ...reach };
      return scopeOf(command) === scope ? [menu] : [];
    }
    const options = optionsIn(scope, command, [name]);
    const type = ApplicationCommandType.ChatInput;
    return options === undefined ? [] : [{ type, ...describe([name], command.description), options, ...reach }];
  });

/** Returns what `command` has in that scope: of a group, the subcommands that belong there. */
function optionsIn(
  scope: Scope,
  command: Command | CommandGroup,
  path: readonly string[],
  around?: Scope,
): APIApplicationCommandOption[] | undefined {
  const own = scopeOf(command, around);
  if (!("subcommands" in command)) return own === scope ? declareOptions(command, path) : undefined;
  const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
  const subcommands = command.subcommands.flatMap((inner) => {
    const innerPath = [...path, inner.name];
    const options = optionsIn(scope, inner, innerPath, own);
    const type = "subcommands" in inner ? SubcommandGroup : Subcommand;
    return options ? [{ type, ...describe(innerPath, inner.description), options } as APIApplicationCommandOption] : [];
  });
  return subcommands.length === 0 ? undefined : subcommands;
}

const scopeOf = ({ where }: AnyCommand, around: Scope = "everywhere"): Scope =>
  where === undefined ? around : where === "home-server" ? "home-server" : "everywhere";

/** Contexts and integration types belong to commands that are everywhere: a server's own have neither. */
function reachOf({ permission, where }: AnyCommand, scope: Scope) {
  const permissions = permission && { default_member_permissions: String(PermissionFlagsBits.ManageGuild) };
  const { Guild, BotDM, PrivateChannel } = InteractionContextType;
  const { GuildInstall, UserInstall } = ApplicationIntegrationType;
  if (scope === "home-server") return { ...permissions };
  return where === "servers"
    ? { ...permissions, contexts: [Guild], integration_types: [GuildInstall] }
    : { ...permissions, contexts: [Guild, BotDM, PrivateChannel], integration_types: [GuildInstall, UserInstall] };
}

/** Discord wants the required options first. */
const declareOptions = ({ options }: Command, path: readonly string[]): APIApplicationCommandBasicOption[] =>
  Object.entries(options)
    .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
    .map(([name, option]) => declareOption([...path, name], option));

const TYPES = {
  string: ApplicationCommandOptionType.String,
  integer: ApplicationCommandOptionType.Integer,
  boolean: ApplicationCommandOptionType.Boolean,
  channel: ApplicationCommandOptionType.Channel,
} as const;

const declareOption = (
  path: readonly string[],
  { type, description, required = false, complete, choices, forums, min, max }: Option,
) =>
  ({
    type: TYPES[type],
    ...describe(path, description),
    required,
    ...(min !== undefined && { min_value: min }),
    ...(max !== undefined && { max_length: max }),
    ...(type === "channel" && { channel_types: [...TEXT_CHANNELS, ...(forums ? FORUMS : [])] }),
    ...(complete && { autocomplete: true }),
    ...(choices &&
      !complete && { choices: choices.map((one) => ({ ...one, ...localizationsOf([...path, one.value]) })) }),
  }) as APIApplicationCommandBasicOption;

/** What the end of `path` is called, in English and in the languages that it is translated into. */
const describe = (path: readonly string[], description: string) => ({
  name: path.at(-1) ?? "",
  description,
  ...localizationsOf(path),
});

/** Returns only what is declared, in a fixed order: Discord adds ids, versions and defaults. */
export const signatureOf = (commands: readonly unknown[]): string =>
  commands
    .map((command) => JSON.stringify(JSON.parse(JSON.stringify(command, normalise)), DECLARED))
    .sort()
    .join("\n");

const DECLARED = [
  ...["type", "name", "name_localizations", "description", "description_localizations", "options", ...LOCALES],
  ...["required", "autocomplete", "min_value", "max_length", "channel_types", "choices", "value"],
  ...["default_member_permissions", "contexts", "integration_types"],
];

/** For `JSON.stringify`: treats an empty field as missing, and ignores the order of numbers. */
function normalise(_: string, value: unknown): unknown {
  if (value === null || value === false || value === "") return undefined;
  if (!Array.isArray(value)) return value;
  if (value.length === 0) return undefined;
  return value.every((item) => typeof item === "number") ? value.toSorted() : value;
}
