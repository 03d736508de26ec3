/** What it takes to get what was decided to Discord: the verbs that the rest of the room knows. */
import type {
  APIModalInteractionResponseCallbackData,
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Client,
  Interaction,
  Message,
  RepliableInteraction,
} from "discord.js";
import type { Suggestion } from "../../command/reply.js";
import type { Drawn } from "../payloads/rendering.js";

/** Where a message is. */
export interface MessagePlace {
  readonly channelId: string;
  readonly messageId: string;
}

export interface History {
  readonly messages: readonly Message[];
  readonly isWhole: boolean;
}

/** None of these rejects because of what Discord or the network does: that is counted, logged, and told where it can be. */
export interface Delivery {
  /** Starts the clock of what came in. An interaction that has no answer after a while is acknowledged meanwhile. */
  received(event: Interaction | Message): void;
  /**
   * The answer to an interaction, in the place of a deferral or of its own after an earlier answer; `privately` shows it
   * to its asker alone. Given up once Discord would no longer take it, 3 seconds after it came in.
   */
  respond(interaction: RepliableInteraction, drawing: Drawn, manner?: "privately"): Promise<void>;
  /** Acknowledges what may take longer than three seconds; `respond` then fills it in, as privately as this was. */
  defer(interaction: RepliableInteraction, manner?: "privately"): Promise<void>;
  /** Puts `drawing` in the place of the message whose button was pressed. */
  update(interaction: ButtonInteraction, drawing: Drawn): Promise<void>;
  /** Opens a form; only as the first answer. */
  open(
    interaction: ChatInputCommandInteraction | ButtonInteraction,
    modal: APIModalInteractionResponseCallbackData,
  ): Promise<void>;
  /** Acknowledges the press of a button silently; `respond` then puts its drawing in the place of the message. */
  deferUpdate(interaction: ButtonInteraction): Promise<void>;
  suggest(interaction: AutocompleteInteraction, suggestions: readonly Suggestion[]): Promise<void>;
  /** Deletes the message whose button was pressed, by the interaction's own right: also where the bot is no member. */
  removeSource(interaction: ButtonInteraction): Promise<void>;
  /**
   * Replies to a message, once however often it is tried; gives the reply, or undefined where it could not be sent or
   * its question was deleted meanwhile. Where the bot may not write, whoever addressed it is told in a direct message.
   */
  reply(message: Message, drawing: Drawn): Promise<Message | undefined>;
  /** Rewrites a message of ours; false where it is gone or out of reach. */
  edit(client: Client, place: MessagePlace, drawing: Drawn): Promise<boolean>;
  /** Deletes a message of ours; true also where it was gone already, false where that is not known. */
  remove(client: Client, place: MessagePlace): Promise<boolean>;
  /** Posts into a channel, once for each `nonce` (at most 24 characters); undefined where it could not. */
  post(client: Client, channelId: string, drawing: Drawn, nonce: string): Promise<Message | undefined>;
  /** The message there, from memory or with one request; undefined where it is gone or out of reach. */
  find(client: Client, place: MessagePlace): Promise<Message | undefined>;
  /** The latest messages of a channel, newest first, at most `most`; `isWhole` where there are no others. */
  history(client: Client, channelId: string, most: number): Promise<History | undefined>;
  /** Returns the messages before `message` in its channel, newest first, at most `most` (up to 100). Makes one request. */
  before(message: Message, most: number): Promise<readonly Message[]>;
}
