/** Threads begun from a message: a channel with the same id as the message. */
import { type APIThreadChannel, ChannelType, ThreadAutoArchiveDuration } from "discord-api-types/v10";
import { z } from "zod";
import { findPost } from "./message-routes.js";
import type { Store } from "./model.js";
import { NO_FLAGS } from "./payloads.js";
import { revise } from "./posts.js";
import { isRefusal, type Refusal, threadAlreadyCreated, unknownChannel } from "./refusals.js";
import type { Answer, Call, Route } from "./route.js";
import { addChannel } from "./store.js";
import { refuseBody, text } from "./validation.js";

export const threadRoutes: readonly Route[] = [
  {
    operation: "create_thread_from_message",
    method: "POST",
    path: "/channels/:channel/messages/:message/threads",
    handle: createThread,
  },
];

function createThread(store: Store, call: Call): Answer | Refusal {
  const post = findPost(store, call);
  if (isRefusal(post)) return post;
  const { guildId } = post.channel;
  if (!guildId) return unknownChannel();
  if (post.message.thread) return threadAlreadyCreated();
  const refusal = refuseBody(threadBody, call.body);
  if (refusal) return refusal;
  const { name, auto_archive_duration: archive = ThreadAutoArchiveDuration.ThreeDays } = call.body as ThreadBody;
  const { id } = post.message;
  const archived = { archived: false, archive_timestamp: new Date(store.now()).toISOString(), locked: false };
  const thread = {
    id,
    type: ChannelType.PublicThread,
    guild_id: guildId,
    parent_id: post.channel.id,
    owner_id: store.bot.id,
    name,
    flags: NO_FLAGS,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    applied_tags: [],
    thread_metadata: { ...archived, auto_archive_duration: archive },
  } satisfies APIThreadChannel;
  addChannel(store, { id, data: thread, guildId, posts: new Map() });
  store.emit({ t: "THREAD_CREATE", d: { ...thread, newly_created: true } });
  revise(store, post, { thread, edited_timestamp: post.message.edited_timestamp });
  return { status: 201, body: thread };
}

const threadBody = z.looseObject({
  name: text(1, 100),
  auto_archive_duration: z.enum(ThreadAutoArchiveDuration).optional(),
});

type ThreadBody = z.output<typeof threadBody>;
