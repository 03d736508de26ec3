/** Channels, the ordinary messages in them, and the threads that begin from a message. */
import { type APIMessage, MessageFlags, ThreadAutoArchiveDuration } from "discord-api-types/v10";
import { z } from "zod";
import { CHANNEL_PINGS, rewrite, writeMessage } from "./message-body.js";
import type { MessageBody } from "./message-schema.js";
import type { Channel, Post } from "./model.js";
import { describeMember } from "./payloads.js";
import { asReplyTo, draftMessage, publish, revise, withdraw } from "./posts.js";
import {
  invalidBody,
  isRefusal,
  missingPermissions,
  notTheAuthor,
  type Refusal,
  threadAlreadyCreated,
  unknownChannel,
  unknownMessage,
  unknownUser,
} from "./refusals.js";
import { type Answer, type Call, ok, type Route, route } from "./route.js";
import { isSnowflake } from "./snowflake.js";
import { addThread, openDm, type Store } from "./store.js";
import { refuseBody, text } from "./validation.js";
import { stripContent } from "./visibility.js";

const MESSAGES = "/channels/:channel/messages";
const MESSAGE = `${MESSAGES}/:message`;

export const messageRoutes: readonly Route[] = [
  route(
    "get_channel",
    "GET",
    "/channels/:channel",
    inChannel((_, { data }) => ok(data)),
  ),
  route("create_dm", "POST", "/users/@me/channels", createDm),
  route("create_message", "POST", MESSAGES, inChannel(createMessage)),
  route("list_messages", "GET", MESSAGES, inChannel(listMessages)),
  route("get_message", "GET", MESSAGE, onMessage(getMessage)),
  route("update_message", "PATCH", MESSAGE, onMessage(updateMessage)),
  route("delete_message", "DELETE", MESSAGE, onMessage(deleteMessage)),
  route("create_thread_from_message", "POST", `${MESSAGE}/threads`, onMessage(createThread)),
  route("trigger_typing_indicator", "POST", "/channels/:channel/typing", inChannel(type)),
];

function inChannel(handle: (store: Store, channel: Channel, call: Call) => Answer | Refusal): Route["handle"] {
  return (store, call) => {
    const channel = store.channels.get(call.params["channel"] ?? "");
    return channel ? handle(store, channel, call) : unknownChannel();
  };
}

function onMessage(handle: (store: Store, post: Post, call: Call) => Answer | Refusal): Route["handle"] {
  return inChannel((store, channel, call) => {
    const post = channel.posts.get(call.params["message"] ?? "");
    return post && !post.onlyFor ? handle(store, post, call) : unknownMessage();
  });
}

function createDm(store: Store, { body }: Call): Answer | Refusal {
  const person = store.users.get(String((body as { recipient_id?: string })?.recipient_id));
  return person ? ok(openDm(store, person).data) : unknownUser();
}

function createMessage(store: Store, channel: Channel, call: Call): Answer | Refusal {
  const body = (call.body ?? {}) as MessageBody;
  const repeated = findByNonce(store, channel, body);
  if (repeated) return ok(repeated.message);
  const referenced = findReferenced(channel, body);
  if (isRefusal(referenced)) return referenced;
  const repliesTo = referenced?.message.author;
  const written = writeMessage(store, { ...call, pings: CHANNEL_PINGS, repliesTo });
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
  return ok(message);
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

function listMessages(store: Store, channel: Channel, { query }: Call): Answer | Refusal {
  const limit = Number(query.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = "int value should be between 1 and 100.";
    return invalidBody([{ path: ["limit"], code: "NUMBER_TYPE_RANGE", message }]);
  }
  const invalid = ["before", "after", "around"].filter((name) => !isSnowflake(query.get(name) ?? store.bot.id));
  if (invalid.length > 0) {
    const message = "Value is not snowflake.";
    return invalidBody(invalid.map((name) => ({ path: [name], code: "NUMBER_TYPE_COERCE", message })));
  }
  const newestFirst = [...channel.posts.values()].filter(({ onlyFor }) => !onlyFor).reverse();
  return ok(
    pick(newestFirst, query, limit).map(({ message }) => stripContent(store, message, store.privilegedIntents)),
  );
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

function getMessage(store: Store, { message }: Post): Answer {
  return ok(stripContent(store, message, store.privilegedIntents));
}

function updateMessage(store: Store, post: Post, call: Call): Answer | Refusal {
  if (post.message.author.id !== store.bot.id) return notTheAuthor();
  return rewrite(store, post, { ...call, pings: CHANNEL_PINGS }) ?? ok(post.message);
}

function deleteMessage(store: Store, post: Post): Answer | Refusal {
  if (post.message.author.id !== store.bot.id) return missingPermissions();
  withdraw(store, post);
  return { status: 204 };
}

const threadBody = z.looseObject({
  name: text(1, 100),
  auto_archive_duration: z.enum(ThreadAutoArchiveDuration).optional(),
});

function createThread(store: Store, post: Post, { body }: Call): Answer | Refusal {
  const { guildId } = post.channel;
  if (!guildId) return unknownChannel();
  if (post.message.thread) return threadAlreadyCreated();
  const refusal = refuseBody(threadBody, body);
  if (refusal) return refusal;
  const thread = addThread(store, post, guildId, body as z.output<typeof threadBody>);
  revise(store, post, { thread, edited_timestamp: post.message.edited_timestamp });
  return { status: 201, body: thread };
}

function type(store: Store, channel: Channel): Answer {
  const guild = channel.guildId ? { guild_id: channel.guildId, member: describeMember(store, store.bot) } : {};
  const timestamp = Math.floor(store.now() / 1000);
  store.emit({ t: "TYPING_START", d: { channel_id: channel.id, user_id: store.bot.id, timestamp, ...guild } });
  return { status: 204 };
}
