/** Channels and the ordinary messages in them. */
import { type APIMessage, MessageFlags, MessageType } from "discord-api-types/v10";
import { CHANNEL_PINGS, writeMessage } from "./message-body.js";
import type { MessageBody } from "./message-schema.js";
import type { Channel, Post, World } from "./model.js";
import { describeMember } from "./payloads.js";
import { draftMessage, publish, referTo, revise, withdraw } from "./posts.js";
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
import { stripContent } from "./visibility.js";
import { openDm } from "./world.js";

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

function findChannel(world: World, { params }: Call): Channel | Refusal {
  return world.channels.get(params["channel"] ?? "") ?? unknownChannel();
}

export function findPost(world: World, call: Call): Post | Refusal {
  const channel = findChannel(world, call);
  if (isRefusal(channel)) return channel;
  const post = channel.posts.get(call.params["message"] ?? "");
  return post && !post.onlyFor ? post : unknownMessage();
}

function getChannel(world: World, call: Call): Answer | Refusal {
  const channel = findChannel(world, call);
  return isRefusal(channel) ? channel : { status: 200, body: channel.data };
}

function createDm(world: World, { body }: Call): Answer | Refusal {
  const person = world.users.get(String((body as { recipient_id?: string })?.recipient_id));
  return person ? { status: 200, body: openDm(world, person).data } : unknownUser();
}

function createMessage(world: World, call: Call): Answer | Refusal {
  const channel = findChannel(world, call);
  if (isRefusal(channel)) return channel;
  const body = (call.body ?? {}) as MessageBody;
  const repeated = findByNonce(world, channel, body);
  if (repeated) return { status: 200, body: repeated.message };
  const referenced = findReferenced(channel, body);
  if (isRefusal(referenced)) return referenced;
  const repliesTo = referenced?.message.author;
  const written = writeMessage(world, { body, uploads: call.uploads, pings: CHANNEL_PINGS, repliesTo });
  if (isRefusal(written)) return written;
  const message: APIMessage = {
    ...draftMessage(world, channel, world.bot),
    ...written,
    flags: (written.flags ?? 0) & ~MessageFlags.Ephemeral,
    tts: body.tts ?? false,
    ...(body.nonce && { nonce: body.nonce }),
    ...(referenced && {
      type: MessageType.Reply,
      message_reference: referTo(referenced),
      referenced_message: referenced.message,
    }),
  };
  const post = publish(world, channel, message);
  if (body.nonce) world.nonces.set(`${channel.id} ${body.nonce}`, { post, at: world.now() });
  return { status: 200, body: message };
}

function findByNonce(
  world: World,
  channel: Channel,
  { nonce, enforce_nonce: enforced }: MessageBody,
): Post | undefined {
  if (!enforced || !nonce) return;
  const known = world.nonces.get(`${channel.id} ${nonce}`);
  return known && world.now() - known.at < world.times.nonceLife ? known.post : undefined;
}

function findReferenced(channel: Channel, { message_reference: reference }: MessageBody): Post | Refusal | undefined {
  if (!reference?.message_id) return;
  const post = channel.posts.get(reference.message_id);
  if (post && !post.onlyFor) return post;
  if (reference.fail_if_not_exists === false) return;
  return invalidBody([{ path: ["message_reference"], code: "REPLIES_UNKNOWN_MESSAGE", message: "Unknown message" }]);
}

function listMessages(world: World, call: Call): Answer | Refusal {
  const channel = findChannel(world, call);
  if (isRefusal(channel)) return channel;
  const limit = Number(call.query.get("limit") ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    const message = "int value should be between 1 and 100.";
    return invalidBody([{ path: ["limit"], code: "NUMBER_TYPE_RANGE", message }]);
  }
  const crooked = ["before", "after", "around"].filter((name) => !isSnowflake(call.query.get(name) ?? world.bot.id));
  if (crooked.length > 0) {
    const message = "Value is not snowflake.";
    return invalidBody(crooked.map((name) => ({ path: [name], code: "NUMBER_TYPE_COERCE", message })));
  }
  const newestFirst = [...channel.posts.values()].filter(({ onlyFor }) => !onlyFor).reverse();
  const picked = pick(newestFirst, call.query, limit);
  return { status: 200, body: picked.map(({ message }) => stripContent(world, message, world.privilegedIntents)) };
}

function pick(newestFirst: readonly Post[], query: URLSearchParams, limit: number): readonly Post[] {
  const { before, after, around } = Object.fromEntries(query);
  const idOf = ({ message }: Post) => BigInt(message.id);
  if (before) return newestFirst.filter((post) => idOf(post) < BigInt(before)).slice(0, limit);
  if (after) return newestFirst.filter((post) => idOf(post) > BigInt(after)).slice(-limit);
  if (!around) return newestFirst.slice(0, limit);
  const middle = newestFirst.findIndex((post) => idOf(post) <= BigInt(around));
  const first = Math.max(0, middle - Math.floor(limit / 2));
  return newestFirst.slice(first, first + limit);
}

function getMessage(world: World, call: Call): Answer | Refusal {
  const post = findPost(world, call);
  return isRefusal(post) ? post : { status: 200, body: stripContent(world, post.message, world.privilegedIntents) };
}

function updateMessage(world: World, call: Call): Answer | Refusal {
  const post = findPost(world, call);
  if (isRefusal(post)) return post;
  if (post.message.author.id !== world.bot.id) return notTheAuthor();
  const draft = { body: (call.body ?? {}) as MessageBody, uploads: call.uploads, pings: CHANNEL_PINGS };
  const written = writeMessage(world, draft, post.message);
  if (isRefusal(written)) return written;
  revise(world, post, written);
  return { status: 200, body: post.message };
}

function deleteMessage(world: World, call: Call): Answer | Refusal {
  const post = findPost(world, call);
  if (isRefusal(post)) return post;
  if (post.message.author.id !== world.bot.id) return missingPermissions();
  withdraw(world, post);
  return { status: 204 };
}

function type(world: World, call: Call): Answer | Refusal {
  const channel = findChannel(world, call);
  if (isRefusal(channel)) return channel;
  const guild = channel.guildId ? { guild_id: channel.guildId, member: describeMember(world, world.bot) } : {};
  const timestamp = Math.floor(world.now() / 1000);
  world.emit({ t: "TYPING_START", d: { channel_id: channel.id, user_id: world.bot.id, timestamp, ...guild } });
  return { status: 204 };
}
