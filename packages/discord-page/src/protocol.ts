/** The messages from the server to the page, over one WebSocket. */
import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from "discord-api-types/v10";

export interface ShownChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** The person whose direct messages with the bot these are. */
  readonly directFor?: string;
  /** Only moderators see it. */
  readonly forModerators?: boolean;
}

export interface ShownPerson {
  readonly id: string;
  readonly name: string;
  readonly moderates: boolean;
}

export interface ShownPost {
  readonly message: APIMessage;
  /** The only person who sees it, for an ephemeral message. */
  readonly onlyFor?: string;
  /** The command that it answers, and the message that the command was used on. */
  readonly used?: { readonly command: string; readonly target?: string };
  /** A remark of the program that opened the page, which only the message's author sees. Discord has no such thing. */
  readonly remark?: string;
  readonly gone?: true;
}

/** One event that the bot received, or one request of the bot with its response. Tokens are removed. */
export type TrafficRecord =
  | { readonly kind: "gateway"; readonly at: number; readonly event: string; readonly body: unknown }
  | {
      readonly kind: "rest";
      readonly at: number;
      readonly method: string;
      readonly path: string;
      /** Missing when the connection was cut. */
      readonly status?: number | undefined;
      readonly request?: unknown;
      readonly response?: unknown;
    };

export type Outcome =
  | { readonly kind: "done" }
  /** The bot has not answered in time. */
  | { readonly kind: "silence" }
  | { readonly kind: "problem"; readonly problem: string }
  | { readonly kind: "offered"; readonly commands: readonly APIApplicationCommand[] }
  | { readonly kind: "choices"; readonly choices: readonly APIApplicationCommandOptionChoice[] }
  | { readonly kind: "modal"; readonly action: string; readonly modal: APIModalInteractionResponseCallbackData }
  | { readonly kind: "records"; readonly records: readonly TrafficRecord[] };

export interface Snapshot {
  /** Of the page's files. */
  readonly version: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly guild: { readonly id: string; readonly name: string };
  readonly channels: readonly ShownChannel[];
  readonly people: readonly ShownPerson[];
  readonly posts: readonly ShownPost[];
}

/** A change of what is shown. */
export type SessionUpdate =
  | ({ readonly type: "snapshot" } & Snapshot)
  | { readonly type: "post"; readonly post: ShownPost }
  | { readonly type: "typing"; readonly channel: string };

export type ServerMessage =
  | SessionUpdate
  | { readonly type: "outcome"; readonly of: number; readonly outcome: Outcome };
