/** Reads, writes, edits and deletes messages by their place: the calls to Discord that need only ids. */
import type { Client, Message, TextBasedChannel } from "discord.js";
import type { FaultKind } from "../common/fault.js";
import type { MessagePlace } from "../common/message-place.js";
import type { Delivery } from "./delivery.js";
import { type DeliveryTools, idsOf } from "./reporter.js";

export interface ChannelMessages extends Pick<Delivery, "remove" | "post" | "find" | "history" | "before"> {
  /** Edits a message of the bot; returns "done", or why that failed. */
  edit(...edit: Parameters<Delivery["edit"]>): Promise<FaultKind | "done">;
  /** Returns up to a hundred messages before and after a place; none if that failed. */
  around(client: Client, place: MessagePlace): Promise<readonly Message[]>;
}

/** Discord's limit of messages that one request reads. */
const PAGE = 100;

export function createChannelMessages({ attemptPatiently, reporter }: DeliveryTools): ChannelMessages {
  /** Resolves to undefined if the channel is gone or holds no messages. */
  const tryIn = <T>(client: Client, channelId: string, call: (channel: TextBasedChannel) => Promise<T>) =>
    attemptPatiently(async () => {
      const channel = await client.channels.fetch(channelId);
      return channel?.isTextBased() ? call(channel) : undefined;
    });

  return {
    async edit(client, place, payload) {
      const attempted = await tryIn(client, place.channelId, ({ messages }) => messages.edit(place.messageId, payload));
      const edited = reporter.resultOf("edit", { ...place }, attempted);
      if (attempted.kind === "failed") return attempted.fault.kind;
      return edited === undefined ? "gone" : "done";
    },
    async remove(client, place) {
      const attempted = await tryIn(client, place.channelId, async ({ messages }) => {
        await messages.delete(place.messageId);
        return true;
      });
      if (attempted.kind === "failed" && attempted.fault.kind === "gone") return true;
      return reporter.resultOf("removal", { ...place }, attempted) === true;
    },
    async around(client, { channelId, messageId }) {
      const attempted = await tryIn(client, channelId, ({ messages }) =>
        messages.fetch({ around: messageId, limit: PAGE, cache: false }),
      );
      return [...(reporter.resultOf("lookup", { channelId }, attempted)?.values() ?? [])];
    },
    async post(client, channelId, payload, nonce) {
      const attempted = await tryIn(client, channelId, async (channel) =>
        channel.isSendable() ? channel.send({ ...payload, nonce, enforceNonce: true }) : undefined,
      );
      return reporter.resultOf("post", { channelId }, attempted);
    },
    async find(client, place, how) {
      const attempted = await tryIn(client, place.channelId, ({ messages }) =>
        messages.fetch({ message: place.messageId, force: how === "as it is now" }),
      );
      return reporter.resultOf("lookup", { ...place }, attempted);
    },
    async history(client, channelId, most) {
      const messages: Message[] = [];
      while (messages.length < most) {
        const before = messages.at(-1)?.id;
        const limit = Math.min(PAGE, most - messages.length);
        const attempted = await tryIn(client, channelId, (channel) =>
          channel.messages.fetch({ limit, cache: false, ...(before && { before }) }),
        );
        const page = reporter.resultOf("lookup", { channelId }, attempted);
        if (page === undefined) return;
        messages.push(...page.values());
        if (page.size < limit) return { messages, isWhole: true };
      }
      return { messages, isWhole: false };
    },
    async before(message, most) {
      const { channel, id: before } = message;
      const attempted = await attemptPatiently(() => channel.messages.fetch({ before, limit: most, cache: false }));
      return [...(reporter.resultOf("lookup", idsOf(message), attempted)?.values() ?? [])];
    },
  };
}
