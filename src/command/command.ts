/** Slash commands: a declaration that types its own arguments, and the lookup of a command by its path. */
import type { Outcome } from "../core/decision/decision.js";
import type { CommandContext, RunContext } from "./context.js";
import type { Form, FormRequest } from "./form.js";
import type { QuestionGroups, Report, Suggestion } from "./reply.js";

/** An option as Discord knows it. The value of a channel option is the channel's id. */
export interface Option {
  readonly type: "string" | "integer" | "boolean" | "channel";
  /** 1 to 100 characters. */
  readonly description: string;
  readonly required?: boolean;
  /** For an integer. */
  readonly min?: number;
  /** For a string: 1 to 6000 characters. The default is Discord's own limit, 6000. */
  readonly max?: number;
  /** For a string: the only values that it takes, at most 25. */
  readonly choices?: readonly Suggestion[];
  /** For a channel: forum and media channels too. They hold posts, and nothing can be sent to them directly. */
  readonly forums?: true;
  /** Returns suggestions while a person types. */
  readonly complete?: (typed: string, context: CommandContext) => readonly Suggestion[];
}

export type Options = Readonly<Record<string, Option>>;

export type OptionValue = string | number | boolean;

type OptionValueOf<O extends Option> = O["type"] extends "integer"
  ? number
  : O["type"] extends "boolean"
    ? boolean
    : O extends { readonly choices: readonly { readonly value: infer Value extends string }[] }
      ? Value
      : string;

/** The arguments of `run`, derived from the declaration: required ones are present, the others may be missing. */
export type Arguments<O extends Options> = {
  readonly [Name in keyof O]: O[Name]["required"] extends true
    ? OptionValueOf<O[Name]>
    : OptionValueOf<O[Name]> | undefined;
};

export type CommandReply = Outcome | Report | FormRequest | QuestionGroups;

interface Named {
  /** Lower case, 1 to 32 characters. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
}

/** Who can use a command, and where. A group's settings hold for everything in it. */
interface Reach {
  /** Who sees it unless a server's administrators decide otherwise. The default is everybody. */
  readonly permission?: "manage-server";
  /** The default is direct messages and all servers. The moderators of the home server own the answers. */
  readonly where?: "everywhere" | "servers" | "home-server";
}

/** Only a slow command may wait: no other is acknowledged before its reply. */
type CommandDeclaration<O extends Options> = Omit<Command, "slow" | "options" | "run"> & { readonly options: O } & (
    | { readonly slow: true; run(args: Arguments<O>, context: RunContext): CommandReply | Promise<CommandReply> }
    | { readonly slow?: never; run(args: Arguments<O>, context: RunContext): CommandReply }
  );

export interface Command extends Named, Reach {
  /** The command may take longer than the three seconds that Discord waits, so it is acknowledged first. */
  readonly slow?: true;
  /** The form that the command may open. A slow command can't open one. */
  readonly form?: Form;
  readonly options: Options;
  /** Checks the values that Discord sent against the options, then runs the command. Throws if they don't fit. */
  run(
    values: Readonly<Record<string, OptionValue | undefined>>,
    context: RunContext,
  ): CommandReply | Promise<CommandReply>;
}

/** `/name subcommand`, or `/name group subcommand`. Discord allows no deeper groups, and up to 25 commands in each. */
export interface CommandGroup extends Named, Reach {
  readonly subcommands: readonly (Command | CommandGroup)[];
}

/** An entry in the Apps menu of a message. It receives the text of that message. */
export interface MessageCommand extends Reach {
  readonly menu: "message";
  /** 1 to 32 characters; spaces and capitals are allowed. */
  readonly name: string;
  /** Must not wait for anything: it is not acknowledged first. */
  run(text: string, context: RunContext): Outcome;
}

export type AnyCommand = Command | CommandGroup | MessageCommand;

/** Declares a command. The declared options give `run` the types of its arguments. */
export function command<const O extends Options>({ run, ...declaration }: CommandDeclaration<O>): Command {
  const { name, options } = declaration;
  return {
    ...declaration,
    run(values, context) {
      const isGood = Object.entries(options).every(([option, declared]) => isValueOf(declared, values[option]));
      if (!isGood) throw new Error(`/${name} received values that its options do not allow`);
      return run(values as Arguments<O>, context);
    },
  };
}

function isValueOf({ type, choices, required }: Option, value: OptionValue | undefined): boolean {
  if (value === undefined) return !required;
  if (type === "integer") return Number.isInteger(value);
  if (type === "boolean") return typeof value === "boolean";
  return typeof value === "string" && (choices?.some((choice) => choice.value === value) ?? true);
}

/** Returns the command at `path`: the names of its groups from the outside in, then its own name. */
export function findCommand(commands: readonly AnyCommand[], [name, ...rest]: readonly string[]): Command | undefined {
  const found = commands.find((candidate) => candidate.name === name && !("menu" in candidate));
  if (found === undefined || "menu" in found) return undefined;
  if ("subcommands" in found) return findCommand(found.subcommands, rest);
  return rest.length === 0 ? found : undefined;
}

export function findMessageCommand(commands: readonly AnyCommand[], name: string): MessageCommand | undefined {
  return commands.find((candidate): candidate is MessageCommand => "menu" in candidate && candidate.name === name);
}
