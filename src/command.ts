/** What a slash command is: its declaration, which types its own arguments, and what it may ask of the outside. */
import type { Answerer } from "./core/answerer.js";
import type { CalendarDate } from "./core/calendar.js";
import type { Outcome } from "./core/decision.js";

export interface Suggestion {
  /** What a person sees; Discord allows 1 to 100 characters. */
  readonly name: string;
  /** What the command receives: a stable id. */
  readonly value: string;
}

export interface CommandContext {
  readonly answerer: Answerer;
  readonly today: CalendarDate;
}

/** An option as Discord knows it. `complete` suggests values while a person types. */
export interface Option {
  readonly type: "string" | "integer";
  /** 1 to 100 characters. */
  readonly description: string;
  readonly required?: boolean;
  /** Of an integer. */
  readonly min?: number;
  readonly complete?: (typed: string, context: CommandContext) => readonly Suggestion[];
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O["type"] extends "integer" ? number : string;

/** The arguments that `run` gets, derived from the declaration: required ones are there, the others may be missing. */
export type Arguments<O extends Options> = {
  readonly [Name in keyof O]: O[Name]["required"] extends true ? ValueOf<O[Name]> : ValueOf<O[Name]> | undefined;
};

export interface Command<O extends Options = Options> {
  /** Lower case, 1 to 32 characters. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
  readonly options: O;
  run(args: Arguments<O>, context: CommandContext): Outcome | Promise<Outcome>;
}

/** Declares a command; the option declarations give `run` its argument types. */
export const command = <const O extends Options>(declaration: Command<O>): Command => declaration as unknown as Command;
