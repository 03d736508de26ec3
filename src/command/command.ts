/** What a slash command is: its declaration, which types its own arguments. */
import type { Outcome } from "../core/decision/decision.js";
import type { CommandContext, RunContext } from "./context.js";
import type { Form, Opening } from "./form.js";
import type { Questions, Report, Suggestion } from "./reply.js";

/** An option as Discord knows it. `complete` suggests values while a person types. A channel is given by its id. */
export interface Option {
  readonly type: "string" | "integer" | "boolean" | "channel";
  /** 1 to 100 characters. */
  readonly description: string;
  readonly required?: boolean;
  /** Of an integer. */
  readonly min?: number;
  /** Of a string: characters, 1 to 6000; Discord takes 6000 where it is missing. */
  readonly max?: number;
  readonly complete?: (typed: string, context: CommandContext) => readonly Suggestion[];
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O["type"] extends "integer" ? number : O["type"] extends "boolean" ? boolean : string;

/** The arguments that `run` gets, derived from the declaration: required ones are there, the others may be missing. */
export type Arguments<O extends Options> = {
  readonly [Name in keyof O]: O[Name]["required"] extends true ? ValueOf<O[Name]> : ValueOf<O[Name]> | undefined;
};

/** What a command says. */
export type Said = Outcome | Report | Opening | Questions;

interface Declared {
  /** Lower case, 1 to 32 characters. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
}

/** Whom and where a command is for; of a group it counts for all that is in it. */
interface Reach {
  /** Who sees it unless a server's administrators say otherwise; everybody where it is missing. */
  readonly permission?: "manage-server";
  /** Direct messages and all servers where it is missing; "home-server" is the one whose moderators own the answers. */
  readonly where?: "everywhere" | "servers" | "home-server";
}

export interface Command<O extends Options = Options> extends Declared, Reach {
  readonly options: O;
  /** It may take longer than the three seconds that Discord waits: its user is told at once to wait. */
  readonly slow?: true;
  /** What it opens when it says so, at once: a slow command can open none. */
  readonly form?: Form;
  run(args: Arguments<O>, context: RunContext): Said | Promise<Said>;
}

/** `/name subcommand`, or `/name group subcommand`: Discord allows no deeper ones, and up to 25 in each. */
export interface CommandGroup extends Declared, Reach {
  readonly subcommands: readonly (Command | CommandGroup)[];
}

/** In the Apps menu of a message; it gets that message's text. */
export interface MessageCommand extends Reach {
  readonly menu: "message";
  /** 1 to 32 characters, spaces and capitals allowed. */
  readonly name: string;
  run(text: string, context: RunContext): Outcome | Report | Promise<Outcome | Report>;
}

export type AnyCommand = Command | CommandGroup | MessageCommand;

/** Declares a command; the option declarations give `run` its argument types. */
export const command = <const O extends Options>(declaration: Command<O>): Command => declaration as unknown as Command;

/** The command that `path` leads to: its name, after those of the groups that it is in. */
export function findCommand(commands: readonly AnyCommand[], [name, ...rest]: readonly string[]): Command | undefined {
  const found = commands.find((candidate) => candidate.name === name && !("menu" in candidate));
  if (found === undefined || "menu" in found) return undefined;
  if ("subcommands" in found) return findCommand(found.subcommands, rest);
  return rest.length === 0 ? found : undefined;
}

export function findMessageCommand(commands: readonly AnyCommand[], name: string): MessageCommand | undefined {
  return commands.find((candidate): candidate is MessageCommand => "menu" in candidate && candidate.name === name);
}
