/** What the rest of `discord` can do with messages and interactions. */
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
import type { MessagePlace } from "../common/message-place.js";
import type { MessagePayload } from "../payloads/rendering.js";

interface History {
  readonly messages: readonly Message[];
  readonly isWhole: boolean;
}

/** No method rejects if a call to Discord fails: the failure is counted, logged, and reported to the asker if possible. */
export interface Delivery {
  /** Starts the clock of an event. */
  received(event: Interaction | Message): void;
  /**
   * Answers an interaction: fills in its deferral, or follows an earlier answer; `privately` shows it to the asker
   * alone. Gives up when Discord would no longer take it, 3 seconds after receipt.
   */
  respond(interaction: RepliableInteraction, payload: MessagePayload, privacy?: "privately"): Promise<void>;
  /** Acknowledges privately what may take longer than three seconds; `respond` then fills it in. */
  defer(interaction: RepliableInteraction): Promise<void>;
  /** Replaces the message whose button was pressed; only as the first answer. */
  update(interaction: ButtonInteraction, payload: MessagePayload): Promise<void>;
  /** Opens a form; only as the first answer. */
  open(
    interaction: ChatInputCommandInteraction | ButtonInteraction,
    modal: APIModalInteractionResponseCallbackData,
  ): Promise<void>;
  /** Acknowledges the press of a button without a visible sign; `respond` then replaces the message. */
  deferUpdate(interaction: ButtonInteraction): Promise<void>;
  suggest(interaction: AutocompleteInteraction, suggestions: readonly Suggestion[]): Promise<void>;
  /** Deletes the message whose button was pressed, with the interaction's token: also where the bot is no member. */
  removeSource(interaction: ButtonInteraction): Promise<void>;
  /**
   * Replies to a message, once however often it is tried. Returns undefined if the reply could not be sent or its
   * question was deleted meanwhile. If the bot may not write there, the person who addressed it gets a direct message.
   */
  reply(message: Message, payload: MessagePayload): Promise<Message | undefined>;
  /**
   * Edits the reply to a question, or deletes it and replies again if Discord refuses the edit. Returns where the reply
   * is now; undefined if there is none any more.
   */
  replaceReply(question: Message, place: MessagePlace, payload: MessagePayload): Promise<MessagePlace | undefined>;
  /** Finds the bot's reply to a message in the channel; at most one request. */
  replyTo(client: Client, question: MessagePlace): Promise<MessagePlace | undefined>;
  /** Edits a message of the bot; false if that failed. */
  edit(client: Client, place: MessagePlace, payload: MessagePayload): Promise<boolean>;
  /** Deletes a message of the bot; true also if it was gone already, false if that is not known. */
  remove(client: Client, place: MessagePlace): Promise<boolean>;
  /** Posts into a channel, once for each `nonce` (at most 24 characters); undefined if that failed. */
  post(client: Client, channelId: string, payload: MessagePayload, nonce: string): Promise<Message | undefined>;
  /** Returns a message, from memory or with one request; undefined if it is gone or out of reach. */
  find(client: Client, place: MessagePlace, how?: "as it is now"): Promise<Message | undefined>;
  /** Returns the latest messages of a channel, newest first, at most `most`; `isWhole` if there are no others. */
  history(client: Client, channelId: string, most: number): Promise<History | undefined>;
  /** Returns the messages before `message` in its channel, newest first, at most `most` (up to 100). Makes one request. */
  before(message: Message, most: number): Promise<readonly Message[]>;
  /** Tries the server's channels again that refused the bot's messages. */
  permissionsChanged(serverId: string): void;
}
