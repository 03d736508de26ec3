/** Reads, writes, edits and deletes messages by their place: the calls to Discord that need only ids. */
import type { Client, FetchMessagesOptions, Message, TextBasedChannel } from "discord.js";
import type { FaultKind } from "../common/fault.js";
import type { MessagePlace } from "../common/message-place.js";
import type { MessagePayload } from "../payloads/rendering.js";
import { type Calls, type Ids, idsOf } from "./calls.js";

/** Discord's limit of messages that one request reads. */
const PAGE = 100;

export type ChannelMessages = ReturnType<typeof createChannelMessages>;

export function createChannelMessages(client: Client, { attemptPatiently, report, resultOf }: Calls) {
  /** For a call in a channel. It resolves to undefined if the channel is gone or holds no messages. */
  const inChannel =
    <T>(channelId: string, call: (channel: TextBasedChannel) => Promise<T>) =>
    async () => {
      const channel = await client.channels.fetch(channelId);
      return channel?.isTextBased() ? call(channel) : undefined;
    };

  /** Returns messages of a channel, newest first; undefined if that failed. Makes one request. */
  const read = async (channelId: string, options: FetchMessagesOptions, ids: Ids = { channelId }) => {
    const fetch = inChannel(channelId, ({ messages }) => messages.fetch({ ...options, cache: false }));
    const page = await resultOf("lookup", ids, fetch);
    return page && [...page.values()];
  };

  return {
    /** Edits a message of the bot; returns "done", or why that failed. */
    async edit({ channelId, messageId }: MessagePlace, payload: MessagePayload): Promise<FaultKind | "done"> {
      const edit = inChannel(channelId, ({ messages }) => messages.edit(messageId, payload));
      const attempted = await attemptPatiently(edit);
      if (attempted.kind === "done") return attempted.value === undefined ? "gone" : "done";
      report("edit", { channelId, messageId }, attempted.fault, attempted.error);
      return attempted.fault.kind;
    },
    /** Deletes a message of the bot; true also if it was gone already, false if that is not known. */
    async remove(place: MessagePlace): Promise<boolean> {
      const remove = inChannel(place.channelId, async ({ messages }) => {
        await messages.delete(place.messageId);
        return true;
      });
      const attempted = await attemptPatiently(remove);
      if (attempted.kind === "done") return attempted.value === true;
      if (attempted.fault.kind === "gone") return true;
      report("removal", { ...place }, attempted.fault, attempted.error);
      return false;
    },
    /** Posts into a channel, once for each `nonce` (at most 24 characters); undefined if that failed. */
    post(channelId: string, payload: MessagePayload, nonce: string): Promise<Message | undefined> {
      const post = inChannel(channelId, async (channel) =>
        channel.isSendable() ? channel.send({ ...payload, nonce, enforceNonce: true }) : undefined,
      );
      return resultOf("post", { channelId }, post);
    },
    /** Returns a message, from memory or with one request; undefined if it is gone or out of reach. */
    find({ channelId, messageId }: MessagePlace, how?: "as it is now"): Promise<Message | undefined> {
      const force = how === "as it is now";
      const find = inChannel(channelId, ({ messages }) => messages.fetch({ message: messageId, force }));
      return resultOf("lookup", { channelId, messageId }, find);
    },
    /** Returns the latest messages of a channel, newest first, at most `most`; `isWhole` if there are no others. */
    async history(channelId: string, most: number) {
      const messages: Message[] = [];
      while (messages.length < most) {
        const before = messages.at(-1)?.id;
        const limit = Math.min(PAGE, most - messages.length);
        const page = await read(channelId, { limit, ...(before && { before }) });
        if (page === undefined) return;
        messages.push(...page);
        if (page.length < limit) return { messages, isWhole: true };
      }
      return { messages, isWhole: false };
    },
    /** Returns the messages before `message` in its channel, newest first, at most `most` (up to 100). Makes one request. */
    before: async (message: Message, most: number): Promise<readonly Message[]> =>
      (await read(message.channelId, { before: message.id, limit: most }, idsOf(message))) ?? [],
    /** Returns up to a hundred messages before and after a place; none if that failed. */
    around: async ({ channelId, messageId }: MessagePlace): Promise<readonly Message[]> =>
      (await read(channelId, { around: messageId, limit: PAGE })) ?? [],
  };
}
