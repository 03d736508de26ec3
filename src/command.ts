/** What a slash command is: its declaration, which types its own arguments, and what it may ask of the outside. */
import type { Answerer } from "./core/answerer.js";
import type { CalendarDate } from "./core/calendar.js";
import type { Answer, Outcome } from "./core/decision.js";
import type { Draft, Reviewed, Snippet } from "./core/draft.js";
import type { Locale } from "./core/locale.js";
import type { Reloaded } from "./core/news.js";
import type { Form, Opening, Questions } from "./form.js";

export interface Suggestion {
  /** What a person sees; Discord allows 1 to 100 characters. */
  readonly name: string;
  /** What the command receives: a stable id. */
  readonly value: string;
}

export interface CommandContext {
  readonly answerer: Answerer;
  readonly today: CalendarDate;
  /** The reader's language; English where it is missing. */
  readonly locale?: Locale;
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
  /** Whether any server has listed a channel: only then are messages that don't address the bot worth reading. */
  isAnyListed(): boolean;
  /** Saves what `change` makes of what holds; in force only once it is on the disk. */
  change(serverId: string, change: (now: ServerChannels) => ServerChannels): Promise<ChannelsChanged>;
}

/**
 * Reads the data anew: all of it replaces what was in force, or none of it does. `force` accepts that golden questions
 * get another reply; nothing accepts bad data.
 */
export type Reload = (options?: { readonly force?: boolean }) => Promise<Reloaded>;

/** One thing that the bot needs; where it is not `ok`, `detail` says what to do. */
export interface Requirement {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** `history`: for reading what was posted. */
export type ChannelUse = "ambient" | "moderators" | "history";

/** How the bot stands with a channel; `missing` names permissions as Discord's settings do. */
export type ChannelHealth = { readonly kind: "gone" } | { readonly kind: "there"; readonly missing: readonly string[] };

export interface Health {
  /** What the bot needs where a command is used, each with how it stands. */
  check(place: Place): Promise<readonly Requirement[]>;
  ofChannel(serverId: string, channelId: string, use: ChannelUse): Promise<ChannelHealth>;
  /** Whether messages in listed channels can be read, and what to do where they cannot. */
  ofMessageContent(serverId: string): Promise<Requirement>;
}

/** What came of reading the questions that people chose to send to a server's moderators. */
export type SentQuestions =
  /** Newest first; `isWhole` where the channel goes back no further than what was read. */
  | { readonly kind: "read"; readonly questions: readonly string[]; readonly isWhole: boolean }
  /** There is no moderators' channel, or it is gone, or Discord did not answer. */
  | { readonly kind: "unset" | "gone" | "failed" }
  /** Permissions, as Discord's settings name them. */
  | { readonly kind: "missing"; readonly missing: readonly string[] };

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
  readonly health: Health;
  /** What the data would be with that draft in it. Takes a second or two; writes nothing. */
  readonly review: (draft: Draft) => Promise<Reviewed>;
  /** Reads them from the moderators' channel, which is the only place where they are. */
  readonly sentQuestions: (serverId: string) => Promise<SentQuestions>;
}

export interface RunContext extends CommandContext, Ports {
  readonly place: Place;
}

/** An option as Discord knows it. `complete` suggests values while a person types. A channel is given by its id. */
export interface Option {
  readonly type: "string" | "integer" | "boolean" | "channel";
  /** 1 to 100 characters. */
  readonly description: string;
  readonly required?: boolean;
  /** Of an integer. */
  readonly min?: number;
  readonly complete?: (typed: string, context: CommandContext) => readonly Suggestion[];
}

export type Options = Readonly<Record<string, Option>>;

type ValueOf<O extends Option> = O["type"] extends "integer" ? number : O["type"] extends "boolean" ? boolean : string;

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
  /** What is to be pasted into data files. */
  readonly paste?: readonly Snippet[];
  /** An answer that is shown beside, as its readers would see it. */
  readonly shows?: Answer;
}

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
