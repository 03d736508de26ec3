/** Does what Discord's client does with a typed command: finds its declaration, sends only options that fit it. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIInteractionDataResolved,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import type { Channel } from "./model.js";
import { describeMember } from "./payloads.js";
import type { Store } from "./store.js";

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

const {
  Subcommand,
  SubcommandGroup,
  User,
  Channel: ChannelOption,
  Role,
  Mentionable,
  Attachment,
  String: Text,
  Integer,
  Number: Decimal,
} = ApplicationCommandOptionType;

export interface TypedCommand {
  readonly command: APIApplicationCommand;
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved?: APIInteractionDataResolved;
}

/** Role, mentionable and attachment options, which the sandbox can't fill in. */
const UNSUPPORTED: ReadonlySet<ApplicationCommandOptionType> = new Set([Role, Mentionable, Attachment]);

/** The guild's commands come before the global ones. */
const commandsIn = (store: Store, guildId: string | undefined): APIApplicationCommand[] =>
  [guildId ?? "", "global"].flatMap((scope) => store.commands.get(scope) ?? []);

/** Returns the guild's command rather than the global one of the same name, unless only the latter has the subcommand. */
export function findCommand(
  store: Store,
  name: string,
  type: number,
  { guildId }: Channel,
  [step]: readonly string[] = [],
): APIApplicationCommand {
  const namesakes = commandsIn(store, guildId).filter(
    (candidate) => candidate.name === name && candidate.type === type,
  );
  const command = namesakes.find(({ options }) => options?.some((option) => option.name === step)) ?? namesakes[0];
  if (!command) throw new Error(`The bot has no command "${name}" of type ${type} here`);
  if (!isOfferedIn(command, guildId))
    throw new Error(`The command "${name}" isn't offered ${guildId ? "in guilds" : "in direct messages"}`);
  return command;
}

/** Returns what Discord's client shows to a person with these permissions. Overrides by administrators are not modelled. */
export function offeredCommands(store: Store, { guildId }: Channel, permissions: string): APIApplicationCommand[] {
  return commandsIn(store, guildId).filter((command) => {
    const declared = command.default_member_permissions ?? null;
    // A command that asks for no permission at all is left to administrators.
    const needed = declared === "0" ? PermissionFlagsBits.Administrator : BigInt(declared ?? 0);
    const isAllowed = guildId === undefined || (BigInt(permissions) & needed) === needed;
    return isAllowed && isOfferedIn(command, guildId);
  });
}

function isOfferedIn(command: APIApplicationCommand, guildId: string | undefined): boolean {
  const context = guildId ? InteractionContextType.Guild : InteractionContextType.BotDM;
  return command.contexts?.includes(context) ?? (guildId !== undefined || command.dm_permission !== false);
}

/** `typed` is the name, then group and subcommand if there are any; `focused` is the option being completed. */
export function fillIn(
  store: Store,
  typed: string,
  values: OptionValues,
  channel: Channel,
  focused?: string,
): TypedCommand {
  const [name = "", ...deeper] = typed.split(" ");
  const command = findCommand(store, name, ApplicationCommandType.ChatInput, channel, deeper);
  let declared: readonly APIApplicationCommandOption[] = command.options ?? [];
  const groups = deeper.map((step) => {
    const option = declared.find((candidate) => candidate.name === step);
    if (option?.type !== Subcommand && option?.type !== SubcommandGroup) throw new Error(`"${typed}" isn't declared`);
    declared = option.options ?? [];
    return { type: option.type, name: step };
  });
  const basics = fillBasic(store, declared, values, focused);
  const options = groups.reduceRight<object[]>((inner, group) => [{ ...group, options: inner }], basics);
  const resolved = resolve(store, basics, channel);
  return {
    command,
    options: options as APIApplicationCommandInteractionDataOption[],
    ...(resolved && { resolved }),
  };
}

function fillBasic(
  store: Store,
  declared: readonly APIApplicationCommandOption[],
  values: OptionValues,
  focused: string | undefined,
): APIApplicationCommandInteractionDataBasicOption[] {
  const unknown = Object.keys(values).find((name) => !declared.some((option) => option.name === name));
  if (unknown !== undefined) throw new Error(`The command has no option "${unknown}"`);
  const filled = [];
  for (const option of declared as readonly APIApplicationCommandBasicOption[]) {
    const given = values[option.name];
    const inFocus = option.name === focused;
    if (given === undefined && !inFocus) {
      if (option.required && focused === undefined) throw new Error(`The option "${option.name}" is required`);
      continue;
    }
    if (focused === undefined) checkValue(store, option, given);
    const value = inFocus ? String(given ?? "") : given;
    filled.push({ type: option.type, name: option.name, value, ...(inFocus && { focused: true }) });
  }
  return filled as APIApplicationCommandInteractionDataBasicOption[];
}

function checkValue(store: Store, option: APIApplicationCommandBasicOption, value: unknown): void {
  const complain = (problem: string) => {
    throw new Error(`The option "${option.name}" ${problem}`);
  };
  if (UNSUPPORTED.has(option.type)) complain(`is of type ${option.type}, which the sandbox can't fill in`);
  if (option.type === User && !store.users.has(String(value))) complain("must be a person's id");
  if (option.type === ChannelOption) {
    const kind = store.channels.get(String(value))?.data.type;
    if (kind === undefined) complain("must be a channel's id");
    if (option.channel_types && !option.channel_types.some((type) => type === kind))
      complain("isn't of a fitting type");
  }
  if ("choices" in option && option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    complain("must be one of its choices");
  }
  if (option.type === Text) {
    const { length } = String(value);
    if (length < (option.min_length ?? 0)) complain(`is shorter than ${option.min_length}`);
    if (length > (option.max_length ?? 6000)) complain(`is longer than ${option.max_length ?? 6000}`);
  }
  if (option.type === Integer || option.type === Decimal) {
    if (typeof value !== "number") complain("must be a number");
    if (Number(value) < (option.min_value ?? -Infinity)) complain(`is less than ${option.min_value}`);
    if (Number(value) > (option.max_value ?? Infinity)) complain(`is more than ${option.max_value}`);
  }
}

/** Describes the people and channels that the options name. */
function resolve(
  store: Store,
  options: readonly APIApplicationCommandInteractionDataBasicOption[],
  { guildId }: Channel,
): APIInteractionDataResolved | undefined {
  const users = options.flatMap((option) => (option.type === User ? (store.users.get(option.value) ?? []) : []));
  const chosen = options.flatMap((option) =>
    option.type === ChannelOption ? (store.channels.get(option.value)?.data ?? []) : [],
  );
  const channels = chosen.flatMap((data) => (data.type === ChannelType.DM ? [] : data));
  if (users.length + channels.length === 0) return;
  const permissions = store.botPermissions;
  const members = users.map((user) => {
    const { user: _, deaf: __, mute: ___, ...member } = describeMember(store, user);
    return [user.id, { ...member, permissions }];
  });
  return {
    ...(users.length > 0 && { users: Object.fromEntries(users.map((user) => [user.id, user])) }),
    ...(users.length > 0 && guildId && { members: Object.fromEntries(members) }),
    ...(channels.length > 0 && {
      channels: Object.fromEntries(channels.map(({ id, name, type }) => [id, { id, name, type, permissions }])),
    }),
  };
}
