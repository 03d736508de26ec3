/** What a command may use: the data, settings, and what only Discord knows. */
import type { Answerer } from "../core/answerer.js";
import type { Refusal } from "../core/decision/decision.js";
import type { Draft, Reviewed } from "../core/quality/draft.js";
import type { Reloaded } from "../core/quality/news.js";
import type { CalendarDate } from "../core/values/calendar.js";
import type { ChannelKind } from "../core/values/channel-kind.js";
import type { Locale } from "../core/values/locale.js";

export interface CommandContext {
  readonly answerer: Answerer;
  /** Never a day before the sources were checked. */
  readonly today: CalendarDate;
  /** What is wrong with the machine's clock, if that is known. */
  readonly clockProblem?: string | undefined;
  /** The reader's language; English if it is missing. */
  readonly locale?: Locale;
}

/** What moderators set for one server. */
export interface ServerChannels {
  /**
   * The listed channels, by id. In a questions channel, the bot answers every question, and claims about the order. In
   * a chat channel, it answers only clear questions about the order.
   */
  readonly listed: Readonly<Record<string, ChannelKind>>;
  /** The channel to which questions for the moderators are posted. */
  readonly moderators?: string | undefined;
}

export type ChannelsChanged =
  | { readonly kind: "saved"; readonly channels: ServerChannels }
  | { readonly kind: "failed"; readonly problem: string };

export interface ChannelSettings {
  /** Returns the settings of that server, empty by default. */
  of(serverId: string): ServerChannels;
  /** Returns whether any server has listed a channel. Otherwise the bot need not read messages that aren't put to it. */
  isAnyListed(): boolean;
  /**
   * Saves what `change` makes of the current settings; they are in force once they are on the disk. Nothing changes if
   * `change` refuses. It runs while no other change can be made, so it can check limits.
   */
  change(serverId: string, change: (now: ServerChannels) => ServerChannels | Refusal): Promise<ChannelsChanged>;
}

/**
 * Reads the data again: all of it replaces what was in force, or none of it does. `force` accepts that golden questions
 * get another reply; nothing accepts bad data.
 */
export type Reload = (options?: { readonly force?: boolean }) => Promise<Reloaded>;

/** One thing that the bot needs; if it is not `ok`, `detail` says what to do. */
export interface Requirement {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** What the bot does in a channel: reply to messages, post, or read earlier posts. */
export type ChannelUse = "reply" | "post" | "history";

/** Whether the bot can use a channel; `missing` names permissions as Discord's settings do. */
export type ChannelHealth = { readonly kind: "gone" } | { readonly kind: "there"; readonly missing: readonly string[] };

/** About the server where a command is used. */
export interface Health {
  /** Returns what the bot needs there, and whether it has it. */
  check(): Promise<readonly Requirement[]>;
  ofChannel(channelId: string, use: ChannelUse): Promise<ChannelHealth>;
  /** Whether messages in listed channels can be read, and what to do if they cannot. */
  ofMessageContent(): Promise<Requirement>;
}

/** The result of reading the questions that people sent to a server's moderators. */
export type SentQuestions =
  /** Newest first; `isWhole` if the channel has no older posts. */
  | { readonly kind: "read"; readonly questions: readonly string[]; readonly isWhole: boolean }
  /** There is no moderators' channel, or it is gone, or Discord did not answer. */
  | { readonly kind: "unset" | "gone" | "failed" }
  /** Permissions, as Discord's settings name them. */
  | { readonly kind: "missing"; readonly missing: readonly string[] };

export interface IgnoredMessage {
  readonly channelId: string;
  readonly messageId: string;
  readonly reason: IgnoredReason;
}

/**
 * Why the bot stays silent on a person's message: the channel is not listed, the message is for other people, it has no
 * text, it asks and claims nothing (in a questions channel), it is no clear question about the order (in a chat
 * channel), or its author or server asked too much.
 */
export type IgnoredReason = "not-listed" | "to-others" | "no-text" | "asks-nothing" | "not-clear" | "rate-limit";

/** What commands get from the bot and Discord. */
export interface RunContext extends CommandContext {
  /** Empty in a direct message, where the commands that need a server are not offered. */
  readonly serverId: string;
  readonly reload: Reload;
  readonly channels: ChannelSettings;
  readonly health: Health;
  /** Returns what the data would be with that draft. Takes a second or two; writes nothing. */
  readonly review: (draft: Draft) => Promise<Reviewed>;
  /** Reads them from the server's moderators' channel, the only place where they are kept. */
  readonly sentQuestions: () => Promise<SentQuestions>;
}
