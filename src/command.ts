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

/** What moderators set for one server: ids of channels. */
export interface ServerChannels {
  /** Where the bot answers without being addressed, when it is sure. */
  readonly ambient: readonly string[];
  /** Where questions for the moderators are posted. */
  readonly moderators?: string;
}

export type ChannelsChanged =
  | { readonly kind: "saved"; readonly channels: ServerChannels }
  | { readonly kind: "failed"; readonly problem: string };

export interface ChannelSettings {
  /** What holds for that server; nothing is listed where nobody listed anything. */
  of(serverId: string): ServerChannels;
  /** Saves what `change` makes of what holds; in force only once it is on the disk. */
  change(serverId: string, change: (now: ServerChannels) => ServerChannels): Promise<ChannelsChanged>;
}

/** Reads the data anew: all of it replaces what was in force, or none of it does. */
export type Reload = () => Promise<Reloaded>;

export type Reloaded =
  | { readonly kind: "replaced" | "unchanged"; readonly version: string }
  /** A line each: what is wrong with the data, and where. `version` stays in force. */
  | { readonly kind: "kept"; readonly version: string; readonly problems: readonly string[] };

/** One thing that the bot needs; where it is not `ok`, `detail` says what to do. */
export interface Requirement {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** Where and by whom a command is used. */
export interface Place {
  /** Missing in a direct message. */
  readonly serverId?: string;
  readonly channelId: string;
  readonly userId: string;
}

/** What the outside offers to commands. */
export interface Ports {
  readonly reload: Reload;
  readonly channels: ChannelSettings;
  /** What the bot needs on that server, each with how it stands. */
  health(serverId: string): Promise<readonly Requirement[]>;
}

export interface RunContext extends CommandContext, Ports {
  readonly place: Place;
}

/** An option as Discord knows it. `complete` suggests values while a person types. A channel is given by its id. */
export interface Option {
  readonly type: "string" | "integer" | "channel";
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

/** What moderators asked for, or what came of it; shown to nobody else. */
export interface Report {
  readonly kind: "report";
  readonly title: string;
  /** `ok` is a tick or a cross before the line. */
  readonly lines: readonly { readonly text: string; readonly ok?: boolean }[];
}

export interface Command<O extends Options = Options> {
  /** Lower case, 1 to 32 characters. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
  readonly options: O;
  run(args: Arguments<O>, context: RunContext): Outcome | Promise<Outcome>;
}

/** Declares a command; the option declarations give `run` its argument types. */
export const command = <const O extends Options>(declaration: Command<O>): Command => declaration as unknown as Command;
