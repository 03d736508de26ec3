/** The life of an interaction: acknowledged once and in time, then edited and followed up until its token expires. */
import { randomBytes } from "node:crypto";
import {
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  type APIMessageInteractionMetadata,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
  type Snowflake,
} from "discord-api-types/v10";
import { refuseCallback } from "./callback-schema.js";
import { type Draft, rewrite, type Upload, writeMessage } from "./message-body.js";
import type { Interaction, Post } from "./model.js";
import { draftMessage, isShown, publish, referTo } from "./posts.js";
import {
  alreadyAcknowledged,
  invalidWebhookToken,
  isRefusal,
  nestErrors,
  type Refusal,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from "./refusals.js";
import type { Store } from "./store.js";

export interface CallbackResult {
  /** A new message, or that of the component. */
  type: InteractionResponseType.ChannelMessageWithSource | InteractionResponseType.UpdateMessage;
  message: APIMessage;
}

export function createToken(): string {
  return randomBytes(96).toString("base64url");
}

/** What begins an interaction. */
type OpenedInteraction = Pick<Interaction, "payload" | "invoker" | "channel" | "source" | "record">;

export function openInteraction(store: Store, opened: OpenedInteraction): void {
  const { payload } = opened;
  const interaction: Interaction = { ...opened, acknowledged: false, openedAt: store.now(), posts: new Map() };
  store.interactions.set(payload.id, interaction);
  store.tokens.set(payload.token, interaction);
  store.emit({ t: "INTERACTION_CREATE", d: payload });
}

export function acknowledge(
  store: Store,
  id: Snowflake,
  token: string,
  callback: APIInteractionResponse,
  uploads: readonly Upload[],
): CallbackResult | Refusal | undefined {
  const interaction = store.interactions.get(id);
  if (!interaction || interaction.payload.token !== token) return unknownInteraction();
  if (interaction.acknowledged) return alreadyAcknowledged();
  if (store.now() - interaction.openedAt > store.times.acknowledgeWithin) return unknownInteraction();
  const refusal = refuseCallback(interaction, callback);
  if (refusal) return refusal;
  const result = perform(store, interaction, callback, uploads);
  if (!isRefusal(result)) interaction.acknowledged = true;
  return result;
}

function perform(
  store: Store,
  interaction: Interaction,
  callback: APIInteractionResponse,
  uploads: readonly Upload[],
): CallbackResult | Refusal | undefined {
  const { record, source } = interaction;
  switch (callback.type) {
    case InteractionResponseType.ChannelMessageWithSource: {
      const post = respond(store, interaction, { body: callback.data, uploads });
      if (isRefusal(post)) return nestErrors(post);
      record({ kind: "message", post });
      return { type: InteractionResponseType.ChannelMessageWithSource, message: post.message };
    }
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const flags = MessageFlags.Loading | ((callback.data?.flags ?? 0) & MessageFlags.Ephemeral);
      const post = send(store, interaction, { flags });
      record({ kind: "thinking", post });
      return { type: InteractionResponseType.ChannelMessageWithSource, message: post.message };
    }
    case InteractionResponseType.DeferredMessageUpdate:
    case InteractionResponseType.UpdateMessage: {
      if (!source) return;
      if (callback.type === InteractionResponseType.DeferredMessageUpdate)
        record({ kind: "update-later", post: source, version: source.versions.length });
      else {
        const refusal = rewrite(store, source, { body: callback.data, uploads });
        if (refusal) return nestErrors(refusal);
        record({ kind: "update", post: source });
      }
      interaction.original = source;
      interaction.posts.set(source.message.id, source);
      return { type: InteractionResponseType.UpdateMessage, message: source.message };
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      record({ kind: "choices", choices: callback.data.choices ?? [] });
      return;
    case InteractionResponseType.Modal:
      record({ kind: "modal", modal: callback.data });
      return;
    default:
      return;
  }
}

/** A first answer or a follow-up; the first follow-up to "is thinking…" takes its place, as on Discord. */
export function respond(store: Store, interaction: Interaction, draft: Draft): Post | Refusal {
  const { original } = interaction;
  if (original && !original.removed && !isShown(original)) {
    return rewrite(store, original, draft) ?? original;
  }
  const written = writeMessage(store, draft);
  return isRefusal(written) ? written : send(store, interaction, written);
}

function send(store: Store, interaction: Interaction, written: Partial<APIMessage>): Post {
  const { payload, channel, invoker, source, original } = interaction;
  const repliedTo = original ?? (source?.onlyFor ? undefined : source);
  const message: APIMessage = {
    ...draftMessage(store, channel, store.bot),
    ...written,
    type: repliedTo ? MessageType.Reply : typeOfResponse(payload),
    webhook_id: store.bot.id,
    application_id: store.bot.id,
    interaction_metadata: describeMetadata(interaction),
    ...(repliedTo && { message_reference: referTo(repliedTo) }),
  };
  const ephemeral = ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const post = publish(store, channel, message, ephemeral ? invoker.id : undefined);
  interaction.original ??= post;
  interaction.posts.set(message.id, post);
  return post;
}

function typeOfResponse(payload: APIInteraction): MessageType {
  if (payload.type !== InteractionType.ApplicationCommand) return MessageType.Default;
  const isChatInput = payload.data.type === ApplicationCommandType.ChatInput;
  return isChatInput ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

function describeMetadata({ payload, invoker, source, original }: Interaction): APIMessageInteractionMetadata {
  const common = {
    id: payload.id,
    user: invoker,
    authorizing_integration_owners: payload.authorizing_integration_owners,
    ...(original && { original_response_message_id: original.message.id }),
  };
  if (payload.type === InteractionType.MessageComponent)
    return { ...common, type: payload.type, interacted_message_id: source?.message.id ?? payload.message.id };
  const byCommand = { ...common, type: InteractionType.ApplicationCommand as const };
  if (payload.type !== InteractionType.ModalSubmit) return byCommand;
  const opener = source?.message.interaction_metadata;
  return {
    ...common,
    type: payload.type,
    triggering_interaction_metadata: opener && opener.type !== InteractionType.ModalSubmit ? opener : byCommand,
  };
}

/** The interaction whose token this is, while the token lives. */
export function findByToken(store: Store, webhookId: Snowflake, token: string): Interaction | Refusal {
  if (webhookId !== store.bot.id) return unknownWebhook();
  const interaction = store.tokens.get(token);
  if (!interaction) return invalidWebhookToken();
  if (store.now() - interaction.openedAt > store.times.interactionLife) return invalidWebhookToken();
  return interaction.acknowledged ? interaction : unknownWebhook();
}

export function findInteractionPost(interaction: Interaction, messageId: string): Post | Refusal {
  const post = messageId === "@original" ? interaction.original : interaction.posts.get(messageId);
  return post && !post.removed ? post : unknownMessage();
}
