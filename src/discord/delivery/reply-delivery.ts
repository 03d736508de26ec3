/** Replies to each message once, and stops trying in channels where the bot may not write. */

import { type Message, PermissionFlagsBits } from "discord.js";
import { LRUCache } from "lru-cache";
import { localeOfText } from "../../core/i18n/locale-of-text.js";
import { wordsIn } from "../../core/i18n/words.js";
import { NoMessageError } from "../common/fault.js";
import { placeOf } from "../common/message-place.js";
import { createReference } from "../common/reference.js";
import type { BotTimes } from "../common/times.js";
import { type MessagePayload, renderApology, renderText } from "../payloads/rendering.js";
import type { ChannelMessages } from "./channel-messages.js";
import type { Delivery } from "./delivery.js";
import { createReplyLookup } from "./reply-lookup.js";
import { type DeliveryTools, idsOf } from "./reporter.js";

type ReplyDelivery = Pick<Delivery, "reply" | "replaceReply" | "replyTo" | "permissionsChanged">;

const MAX_CHANNELS = 1000;

export function createReplyDelivery(
  { log, now, receivedAt, attemptPatiently, reporter, counters }: DeliveryTools,
  { forbidden }: BotTimes,
  channels: Pick<ChannelMessages, "edit" | "remove" | "around">,
): ReplyDelivery {
  /** Channels that refused a message, each with its server. */
  const muted = new LRUCache<string, string>({ max: MAX_CHANNELS, ttl: forbidden });
  /** Channels with people who got a direct message that the bot may not write there. */
  const notified = new LRUCache<string, true>({ max: MAX_CHANNELS, ttl: forbidden });

  /** Tells the person who addressed the bot why there is no answer, once for each channel in a while. */
  const notifyPrivately = async (message: Message): Promise<void> => {
    const { author, channel, channelId, client, mentions } = message;
    const key = `${channelId} ${author.id}`;
    if (!mentions.users.has(client.user.id) || channel.isDMBased() || notified.has(key)) return;
    notified.set(key, true);
    const payload = renderText(wordsIn(localeOfText(message.content)).mayNotWrite(`<#${channelId}>`));
    reporter.resultOf("notice", idsOf(message), await attemptPatiently(() => author.send(payload)));
  };

  const send = (message: Message, payload: MessagePayload, nonce: string) =>
    attemptPatiently(async () => {
      const sent = await message.reply({ ...payload, failIfNotExists: false, nonce, enforceNonce: true });
      if (!sent.id) throw new NoMessageError();
      return sent;
    });

  const sendReply = async (message: Message, payload: MessagePayload, nonce: string): Promise<Message | undefined> => {
    const ids = idsOf(message);
    if (muted.has(message.channelId) || !mayReply(message)) {
      reporter.report("reply", ids, { kind: "forbidden" }, undefined);
      await notifyPrivately(message);
      return;
    }
    const attempted = await send(message, payload, nonce);
    if (attempted.kind === "done") {
      const ms = now() - receivedAt(message);
      counters.answered("message", ms);
      log.info({ ...ids, outcome: "sent", ms: Math.round(ms) }, "reply.sent");
      return attempted.value;
    }
    const { fault, error } = attempted;
    const reference = reporter.report("reply", ids, fault, error);
    if (fault.kind === "forbidden") {
      muted.set(message.channelId, message.guildId ?? "");
      await notifyPrivately(message);
    }
    if (fault.kind !== "rejected") return;
    return reporter.resultOf(
      "apology",
      ids,
      await send(message, renderApology(reference, localeOfText(message.content)), `${message.id}!`),
    );
  };

  /** Sends a reply, and deletes it again if it has no reference: then its question is gone. */
  const reply = async (message: Message, payload: MessagePayload, nonce: string): Promise<Message | undefined> => {
    const sent = await sendReply(message, payload, nonce);
    if (sent === undefined || sent.reference !== null) return sent;
    reporter.resultOf("removal", idsOf(message), await attemptPatiently(() => sent.delete()));
    return;
  };

  return {
    reply: (message, payload) => reply(message, payload, message.id),
    async replaceReply(question, place, payload) {
      const { client } = question;
      const edited = await channels.edit(client, place, payload);
      if (edited === "done") return place;
      if (edited === "gone") return undefined;
      // The answer to an earlier wording must not stand below the new one.
      if (!(await channels.remove(client, place))) return place;
      // Discord takes a nonce once: the question's own belongs to its first reply.
      const sent = await reply(question, payload, createReference());
      return sent && placeOf(sent);
    },
    replyTo: createReplyLookup(channels.around),
    permissionsChanged(serverId) {
      for (const [channelId, itsServer] of muted.entries()) if (itsServer === serverId) muted.delete(channelId);
    },
  };
}

/** Returns false only if discord.js's cache rules a reply out; Discord decides the rest. */
function mayReply({ channel, client }: Message): boolean {
  if (channel.isDMBased()) return true;
  const { ViewChannel, ReadMessageHistory, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const needed = [ViewChannel, ReadMessageHistory, channel.isThread() ? SendMessagesInThreads : SendMessages];
  return channel.permissionsFor(client.user)?.has(needed) ?? true;
}
