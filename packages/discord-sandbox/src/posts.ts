/** A message with its history: what it says now, every earlier version, and who may see it. */
import {
  type APIMessage,
  type APIUser,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type Snowflake,
} from "discord-api-types/v10";
import { type Channel, NO_FLAGS, type Post } from "./model.js";
import { describeMessageEvent } from "./payloads.js";
import { createSignal } from "./signal.js";
import type { Store } from "./store.js";

export function draftMessage(store: Store, channel: Channel, author: APIUser): APIMessage {
  return {
    id: store.nextId(),
    channel_id: channel.id,
    author,
    type: MessageType.Default,
    content: "",
    timestamp: new Date(store.now()).toISOString(),
    edited_timestamp: null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    components: [],
    pinned: false,
    flags: NO_FLAGS,
  };
}

export function publish(store: Store, channel: Channel, message: APIMessage, onlyFor?: Snowflake): Post {
  const post: Post = {
    channel,
    message,
    versions: [message],
    removed: false,
    signal: createSignal(),
    ...(onlyFor && { onlyFor }),
  };
  channel.posts.set(message.id, post);
  if (!onlyFor) {
    channel.data.last_message_id = message.id;
    store.emit({ t: "MESSAGE_CREATE", d: describeMessageEvent(store, post) });
  }
  store.show(post);
  return post;
}

export function revise(store: Store, post: Post, changes: Partial<APIMessage>): void {
  post.message = { ...post.message, edited_timestamp: new Date(store.now()).toISOString(), ...changes };
  post.versions.push(post.message);
  if (!post.onlyFor) store.emit({ t: "MESSAGE_UPDATE", d: describeMessageEvent(store, post) });
  post.signal.notify();
  store.show(post);
}

export function withdraw(store: Store, post: Post): void {
  post.removed = true;
  post.channel.posts.delete(post.message.id);
  const guild = post.channel.guildId ? { guild_id: post.channel.guildId } : {};
  if (!post.onlyFor) {
    store.emit({ t: "MESSAGE_DELETE", d: { id: post.message.id, channel_id: post.channel.id, ...guild } });
  }
  post.signal.notify();
  store.show(post);
}

/** Whether a person sees more than "is thinking…". */
export function isShown(post: Post): boolean {
  return !post.removed && ((post.message.flags ?? 0) & MessageFlags.Loading) === 0;
}

/** The fields that make a message a reply to `post`. */
export const asReplyTo = (post: Post) => ({
  type: MessageType.Reply,
  message_reference: referTo(post),
  referenced_message: post.message,
});

export function referTo({ message, channel }: Post): NonNullable<APIMessage["message_reference"]> {
  return {
    type: MessageReferenceType.Default,
    message_id: message.id,
    channel_id: channel.id,
    ...(channel.guildId && { guild_id: channel.guildId }),
  };
}
