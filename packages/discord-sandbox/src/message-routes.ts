/** Channels and the ordinary messages in them. */
import { type APIMessage, MessageFlags } from "discord-api-types/v10";
import { CHANNEL_PINGS, writeMessage } from "./message-body.js";
import type { MessageBody } from "./message-schema.js";
import type { Channel, Post, Store } from "./model.js";
import { describeMember } from "./payloads.js";
import { asReplyTo, draftMessage, publish, revise, withdraw } from "./posts.js";
import {
  invalidBody,
  isRefusal,
  missingPermissions,
  notTheAuthor,
  type Refusal,
  unknownChannel,
  unknownMessage,
  unknownUser,
} from "./refusals.js";
import type { Answer, Call, Route } from "./route.js";
import { isSnowflake } from "./snowflake.js";
import { openDm } from "./store.js";
import { stripContent } from "./visibility.js";

export const messageRoutes: readonly Route[] = [
  { operation: "get_channel", method: "GET", path: "/channels/:channel", handle: getChannel },
  { operation: "create_dm", method: "POST", path: "/users/@me/channels", handle: createDm },
  { operation: "create_message", method: "POST", path: "/channels/:channel/messages", handle: createMessage },
  { operation: "list_messages", method: "GET", path: "/channels/:channel/messages", handle: listMessages },
  { operation: "get_message", method: "GET", path: "/channels/:channel/messages/:message", handle: getMessage },
  { operation: "update_message", method: "PATCH", path: "/channels/:channel/messages/:message", handle: updateMessage },
  {
    operation: "delete_message",
    method: "DELETE",
    path: "/channels/:channel/messages/:message",
    handle: deleteMessage,
  },
  { operation: "trigger_typing_indicator", method: "POST", path: "/channels/:channel/typing", handle: type },
];

function findChannel(store: Store, { params }: Call): Channel | Refusal {
  return store.channels.get(params["channel"] ?? "") ?? unknownChannel();
}

export function findPost(store: Store, call: Call): Post | Refusal {
  const channel = findChannel(store, call);
  if (isRefusal(channel)) return channel;
  const post = channel.posts.get(call.params["message"] ?? "");
  return post && !post.onlyFor ? post : unknownMessage();
}

function getChannel(store: Store, call: Call): Answer | Refusal {
  const channel = findChannel(store, call);
  return isRefusal(channel) ? channel : { status: 200, body: channel.data };
}

function createDm(store: Store, { body }: Call): Answer | Refusal {
  const person = store.users.get(String((body as { recipient_id?: string })?.recipient_id));
  return person ? { status: 200, body: openDm(store, person).data } : unknownUser();
}

function createMessage(store: Store, call: Call): Answer | Refusal {
  const channel = findChannel(store, call);
  if (isRefusal(channel)) return channel;
  const body = (call.body ?? {}) as MessageBody;
  const repeated = findByNonce(store, channel, body);
  if (repeated) return { status: 200, body: repeated.message };
  const referenced = findReferenced(channel, body);
  if (isRefusal(referenced)) return referenced;
  const repliesTo = referenced?.message.author;
  const written = writeMessage(store, { body, uploads: call.uploads, pings: CHANNEL_PINGS, repliesTo });
  if (isRefusal(written)) return written;
  const message: APIMessage = {
    ...draftMessage(store, channel, store.bot),
    ...written,
    flags: (written.flags ?? 0) & ~MessageFlags.Ephemeral,
    tts: body.tts ?? false,
    ...(body.nonce && { nonce: body.nonce }),
    ...(referenced && asReplyTo(referenced)),
  };
  const post = publish(store, channel, message);
  if (body.nonce) store.nonces.set(`${channel.id} ${body.nonce}`, { post, at: store.now() });
  return { status: 200, body: message };
}

function findByNonce(
  store: Store,
  channel: Channel,
  { nonce, enforce_nonce: enforced }: MessageBody,
): Post | undefined {
  if (!enforced || !nonce) return;
  const known = store.nonces.get(`${channel.id} ${nonce}`);
  return known && store.now() - known.at < store.times.nonceLife ? known.post : undefined;
}

function findReferenced(channel: Channel, { message_reference: reference }: MessageBody): Post | Refusal | undefined {
  if (!reference?.message_id) return;
  const post = channel.posts.get(reference.message_id);
  if (post && !post.onlyFor) return post;
  if (reference.fail_if_not_exists === false) return;
  return invalidBody([{ path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }]);
}

function listMessages(store: Store, call: Call): Answer | Refusal {
  const channel = findChannel(store, call);
  if (isRefusal(channel)) return channel;
  const limit = Number(call.query.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = "int value should be between 1 and 100.";
    return invalidBody([{ path: ["limit"], code: "NUMBER_TYPE_RANGE", message }]);
  }
  const invalid = ["before", "after", "around"].filter((name) => !isSnowflake(call.query.get(name) ?? store.bot.id));
  if (invalid.length > 0) {
    const message = "Value is not snowflake.";
    return invalidBody(invalid.map((name) => ({ path: [name], code: "NUMBER_TYPE_COERCE", message })));
  }
  const newestFirst = [...channel.posts.values()].filter(({ onlyFor }) => !onlyFor).reverse();
  const picked = pick(newestFirst, call.query, limit);
  return { status: 200, body: picked.map(({ message }) => stripContent(store, message, store.privilegedIntents)) };
}

function pick(newestFirst: readonly Post[], query: URLSearchParams, limit: number): readonly Post[] {
  const { before, after, around } = Object.fromEntries(query);
  const idOf = ({ message }: Post) => BigInt(message.id);
  if (before) return newestFirst.filter((post) => idOf(post) < BigInt(before)).slice(0, limit);
  if (after) return newestFirst.filter((post) => idOf(post) > BigInt(after)).slice(-limit);
  if (!around) return newestFirst.slice(0, limit);
  const newer = newestFirst.filter((post) => idOf(post) > BigInt(around)).length;
  const first = Math.max(0, newer - Math.floor(limit / 2));
  return newestFirst.slice(first, first + limit);
}

function getMessage(store: Store, call: Call): Answer | Refusal {
  const post = findPost(store, call);
  return isRefusal(post) ? post : { status: 200, body: stripContent(store, post.message, store.privilegedIntents) };
}

function updateMessage(store: Store, call: Call): Answer | Refusal {
  const post = findPost(store, call);
  if (isRefusal(post)) return post;
  if (post.message.author.id !== store.bot.id) return notTheAuthor();
  const draft = { body: (call.body ?? {}) as MessageBody, uploads: call.uploads, pings: CHANNEL_PINGS };
  const written = writeMessage(store, draft, post.message);
  if (isRefusal(written)) return written;
  revise(store, post, written);
  return { status: 200, body: post.message };
}

function deleteMessage(store: Store, call: Call): Answer | Refusal {
  const post = findPost(store, call);
  if (isRefusal(post)) return post;
  if (post.message.author.id !== store.bot.id) return missingPermissions();
  withdraw(store, post);
  return { status: 204 };
}

function type(store: Store, call: Call): Answer | Refusal {
  const channel = findChannel(store, call);
  if (isRefusal(channel)) return channel;
  const guild = channel.guildId ? { guild_id: channel.guildId, member: describeMember(store, store.bot) } : {};
  const timestamp = Math.floor(store.now() / 1000);
  store.emit({ t: "TYPING_START", d: { channel_id: channel.id, user_id: store.bot.id, timestamp, ...guild } });
  return { status: 204 };
}
