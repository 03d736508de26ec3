/** Does what Discord's client does with a typed command: finds its declaration, sends only options that fit it. */

import type {
  APIApplicationCommand,
  APIApplicationCommandBasicOption,
  APIApplicationCommandInteractionDataBasicOption,
  APIApplicationCommandInteractionDataOption,
  APIApplicationCommandOption,
  APIInteractionDataResolved,
} from "discord-api-types/v10";
import { describeMember } from "./payloads.js";
import type { Channel, World } from "./world.js";

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

export interface TypedCommand {
  readonly command: APIApplicationCommand;
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved?: APIInteractionDataResolved;
}

const SUBCOMMAND = 1;
const SUBCOMMAND_GROUP = 2;
const USER = 6;
/** Role, channel, mentionable and attachment options: nobody has needed to fill them in yet. */
const UNSUPPORTED = new Set([7, 8, 9, 11]);

/** The guild's command wins over the global one of the same name. */
export function findCommand(world: World, name: string, type: number, { guildId }: Channel): APIApplicationCommand {
  const inGuild = guildId ? (world.commands.get(guildId) ?? []) : [];
  const command = [...inGuild, ...(world.commands.get("global") ?? [])].find(
    (candidate) => candidate.name === name && candidate.type === type,
  );
  if (!command) throw new Error(`The bot has no command "${name}" of type ${type} here`);
  const context = guildId ? 0 : 1;
  const offered = command.contexts?.includes(context) ?? (context === 0 || command.dm_permission !== false);
  if (!offered) throw new Error(`The command "${name}" isn't offered ${guildId ? "in guilds" : "in direct messages"}`);
  return command;
}

/** `typed` is the name, then group and subcommand where there are such; `focused` is the option being completed. */
export function fillIn(
  world: World,
  typed: string,
  values: OptionValues,
  channel: Channel,
  focused?: string,
): TypedCommand {
  const [name = "", ...deeper] = typed.split(" ");
  const command = findCommand(world, name, 1, channel);
  const fill = (declared: readonly APIApplicationCommandOption[], [step, ...rest]: string[]): object[] =>
    step === undefined ? fillBasic(world, declared, values, focused) : [descend(declared, step, rest)];
  const descend = (declared: readonly APIApplicationCommandOption[], step: string, rest: string[]) => {
    const option = declared.find((candidate) => candidate.name === step);
    if (option?.type !== SUBCOMMAND && option?.type !== SUBCOMMAND_GROUP) throw new Error(`"${typed}" isn't declared`);
    return { type: option.type, name: step, options: fill(option.options ?? [], rest) };
  };
  const options = fill(command.options ?? [], deeper) as APIApplicationCommandInteractionDataOption[];
  const resolved = resolveUsers(world, options, channel);
  return { command, options, ...(resolved && { resolved }) };
}

function fillBasic(
  world: World,
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
    if (focused === undefined) checkValue(world, option, given);
    const value = inFocus ? String(given ?? "") : given;
    filled.push({ type: option.type, name: option.name, value, ...(inFocus && { focused: true }) });
  }
  return filled as APIApplicationCommandInteractionDataBasicOption[];
}

function checkValue(world: World, option: APIApplicationCommandBasicOption, value: unknown): void {
  const complain = (problem: string) => {
    throw new Error(`The option "${option.name}" ${problem}`);
  };
  if (UNSUPPORTED.has(option.type)) complain(`is of type ${option.type}, which the sandbox can't fill in`);
  if (option.type === USER && !world.users.has(String(value))) complain("must be a person's id");
  if ("choices" in option && option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    complain("must be one of its choices");
  }
  if (option.type === 3) {
    const { length } = String(value);
    if (length < (option.min_length ?? 0)) complain(`is shorter than ${option.min_length}`);
    if (length > (option.max_length ?? 6000)) complain(`is longer than ${option.max_length ?? 6000}`);
  }
  if (option.type === 4 || option.type === 10) {
    if (typeof value !== "number") complain("must be a number");
    if (Number(value) < (option.min_value ?? -Infinity)) complain(`is less than ${option.min_value}`);
    if (Number(value) > (option.max_value ?? Infinity)) complain(`is more than ${option.max_value}`);
  }
}

function resolveUsers(
  world: World,
  options: readonly APIApplicationCommandInteractionDataOption[],
  { guildId }: Channel,
): APIInteractionDataResolved | undefined {
  const leaves = options.flatMap((option) => ("options" in option ? (option.options ?? []) : [option]));
  const basics = leaves.flatMap((option) => ("options" in option ? (option.options ?? []) : [option]));
  const users = basics.flatMap((option) => (option.type === USER ? [world.users.get(option.value)] : []));
  const known = users.filter((user) => user !== undefined);
  if (known.length === 0) return;
  const members = known.map((user) => {
    const { user: _, deaf: __, mute: ___, ...member } = describeMember(world, user);
    return [user.id, { ...member, permissions: world.botPermissions }];
  });
  return {
    users: Object.fromEntries(known.map((user) => [user.id, user])),
    ...(guildId && { members: Object.fromEntries(members) }),
  };
}
