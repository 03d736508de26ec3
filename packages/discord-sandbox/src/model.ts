/** What the sandbox's Discord consists of, as plain records: the other files of this folder make and change them. */
import type {
  APIApplicationCommandOptionChoice,
  APIDMChannel,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APITextChannel,
  APIThreadChannel,
  APIUser,
  GatewayChannelUpdateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayTypingStartDispatchData,
  Snowflake,
} from "discord-api-types/v10";
import type { Signal } from "./signal.js";

/** Flag types name their bits but not 0; a plain number fits them all. */
export const NO_FLAGS: number = 0;

export interface Channel {
  readonly id: Snowflake;
  readonly data: APITextChannel | APIDMChannel | APIThreadChannel;
  /** Absent in a direct message. */
  readonly guildId?: Snowflake;
  readonly posts: Map<Snowflake, Post>;
}

/** A message with its history: what it says now, every earlier version, and who may see it. */
export interface Post {
  readonly channel: Channel;
  /** As it reads now. */
  message: APIMessage;
  /** As it read from the first to the present. */
  readonly versions: APIMessage[];
  removed: boolean;
  /** The only person who sees it, for an ephemeral message. */
  readonly onlyFor?: Snowflake;
  /** Notifies at every edit and at the removal. */
  readonly signal: Signal;
}

export interface Interaction {
  readonly payload: APIInteraction;
  readonly invoker: APIUser;
  readonly channel: Channel;
  readonly openedAt: number;
  /** The message that carries the pressed component. */
  readonly source?: Post;
  acknowledged: boolean;
  /** What `@original` means: the first answer, or the component's message. */
  original?: Post;
  readonly posts: Map<Snowflake, Post>;
  readonly record: (response: BotResponse) => void;
}

/** What the bot did in response to an action. */
export type BotResponse =
  | { kind: "message" | "thinking" | "update"; post: Post }
  /** A component's silent acknowledgement; `version` is how often its message had been written by then. */
  | { kind: "update-later"; post: Post; version: number }
  | { kind: "choices"; choices: APIApplicationCommandOptionChoice[] }
  | { kind: "modal"; modal: APIModalInteractionResponseCallbackData };

/** The events of the store: the gateway's dispatches, before any session's intents are applied. */
export type StoreEvent =
  | { t: "MESSAGE_CREATE"; d: GatewayMessageCreateDispatchData }
  | { t: "MESSAGE_UPDATE"; d: GatewayMessageUpdateDispatchData }
  | { t: "MESSAGE_DELETE"; d: GatewayMessageDeleteDispatchData }
  | { t: "CHANNEL_UPDATE"; d: GatewayChannelUpdateDispatchData }
  | { t: "TYPING_START"; d: GatewayTypingStartDispatchData }
  | { t: "THREAD_CREATE"; d: APIThreadChannel & { newly_created: true } }
  | { t: "INTERACTION_CREATE"; d: APIInteraction };
