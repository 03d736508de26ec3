/** What the sandbox's Discord consists of, as plain records: the other files of this folder make and change them. */
import type { KeyObject } from "node:crypto";
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIDMChannel,
  APIGatewaySessionStartLimit,
  APIInteraction,
  APIMessage,
  APIModalInteractionResponseCallbackData,
  APITextChannel,
  APIThreadChannel,
  APIUser,
  Snowflake,
} from "discord-api-types/v10";
import type { StoreEvent } from "./events.js";
import type { Signal } from "./signal.js";
import type { Times } from "./times.js";

export interface Store {
  readonly times: Times;
  readonly token: string;
  /** The application's id and the bot's are the same, as for every application made since 2016. */
  readonly bot: APIUser;
  readonly owner: APIUser;
  readonly guild: {
    readonly id: Snowflake;
    readonly name: string;
    readonly joinedAt: string;
    /** The role that Discord manages for the bot. */
    readonly botRole: Snowflake;
  };
  readonly users: Map<Snowflake, APIUser>;
  readonly channels: Map<Snowflake, Channel>;
  /** By guild id, or "global". */
  readonly commands: Map<string, APIApplicationCommand[]>;
  /** By id; their tokens are looked up in `tokens`. */
  readonly interactions: Map<Snowflake, Interaction>;
  readonly tokens: Map<string, Interaction>;
  readonly nonces: Map<string, { post: Post; at: number }>;
  /** What `/gateway/bot` returns; every IDENTIFY takes one from `remaining`. */
  readonly sessionStarts: APIGatewaySessionStartLimit;
  readonly recommendedShards: number;
  /** The privileged intents switched on in the developer portal. */
  privilegedIntents: number;
  /** Where interactions go instead of to the gateway. */
  interactionsUrl: string | null;
  /** The application's, in hexadecimal; it verifies those interactions. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
  /** What the bot may do, in every channel of the guild. */
  botPermissions: string;
  nextId(): Snowflake;
  now(): number;
  emit(event: StoreEvent): void;
  /** Returns the function that stops listening. */
  listen(listener: (event: StoreEvent) => void): () => void;
  /** Call it for each message that was created, changed or removed, also for an ephemeral one. */
  show(post: Post): void;
  /** Calls `watcher` for each of these messages; returns the function that stops it. */
  watch(watcher: (post: Post) => void): () => void;
}

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
export type BotResponse = { at: number } & (
  | { kind: "message" | "thinking" | "update"; post: Post }
  /** A component's silent acknowledgement; `version` is how often its message had been written by then. */
  | { kind: "update-later"; post: Post; version: number }
  | { kind: "choices"; choices: APIApplicationCommandOptionChoice[] }
  | { kind: "modal"; modal: APIModalInteractionResponseCallbackData }
);
