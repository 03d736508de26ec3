/** Replies to each message once, and stops trying in channels where the bot may not write. */

import type { Client, Message } from "discord.js";
import { LRUCache } from "lru-cache";
import { localeOfText } from "../../core/i18n/locale-of-text.js";
import { wordsIn } from "../../core/i18n/words.js";
import { createReference, NoMessageError } from "../common/fault.js";
import { type MessagePlace, placeOf } from "../common/message-place.js";
import { permissionsFor } from "../common/permissions.js";
import type { BotTimes } from "../common/times.js";
import { type MessagePayload, renderApology, renderText } from "../payloads/rendering.js";
import { type Calls, idsOf } from "./calls.js";
import type { ChannelMessages } from "./channel-messages.js";
import { createReplyLookup } from "./reply-lookup.js";

const MAX_CHANNELS = 1000;

export function createReplyDelivery(
  client: Client,
  { attemptPatiently, report, reportSent, resultOf }: Calls,
  { forbidden }: BotTimes,
  channels: ChannelMessages,
) {
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
    await resultOf("notice", idsOf(message), () => author.send(payload));
  };

  const send = (message: Message, payload: MessagePayload, nonce: string) => async () => {
    const sent = await message.reply({ ...payload, failIfNotExists: false, nonce, enforceNonce: true });
    if (!sent.id) throw new NoMessageError("Discord's response holds no message");
    return sent;
  };

  /** Sends a reply, or an apology if Discord rejects it. */
  const sendReply = async (message: Message, payload: MessagePayload, nonce: string): Promise<Message | undefined> => {
    const ids = idsOf(message);
    if (muted.has(message.channelId) || !mayReply(message)) {
      report("reply", ids, { kind: "forbidden" });
      await notifyPrivately(message);
      return;
    }
    const attempted = await attemptPatiently(send(message, payload, nonce));
    if (attempted.kind === "done") {
      reportSent("reply", message);
      return attempted.value;
    }
    const { fault, error } = attempted;
    const reference = report("reply", ids, fault, error);
    if (fault.kind === "forbidden") {
      muted.set(message.channelId, message.guildId ?? "");
      await notifyPrivately(message);
    }
    if (fault.kind !== "rejected") return;
    const apology = renderApology(reference, localeOfText(message.content));
    return resultOf("apology", ids, send(message, apology, `${message.id}!`));
  };

  /** Sends a reply, and deletes it again if it has no reference: then its question is gone. */
  const replyOnce = async (message: Message, payload: MessagePayload, nonce: string): Promise<Message | undefined> => {
    const sent = await sendReply(message, payload, nonce);
    if (sent?.reference !== null) return sent;
    await resultOf("removal", idsOf(message), () => sent.delete());
    return;
  };

  return {
    /**
     * Replies to a message, once however often it is tried. Returns undefined if the reply could not be sent or its
     * question was deleted meanwhile. If the bot may not write there, the person who addressed it gets a direct message.
     */
    reply: (message: Message, payload: MessagePayload) => replyOnce(message, payload, message.id),
    /**
     * Edits the reply to a question, or deletes it and replies again if Discord refuses the edit. Returns where the reply
     * is now; undefined if there is none any more.
     */
    async replaceReply(
      question: Message,
      place: MessagePlace,
      payload: MessagePayload,
    ): Promise<MessagePlace | undefined> {
      const edited = await channels.edit(place, payload);
      if (edited === "done") return place;
      if (edited === "gone") return undefined;
      // The answer to an earlier wording must not stand below the new one.
      if (!(await channels.remove(place))) return place;
      // Discord takes a nonce once: the question's own belongs to its first reply.
      const sent = await replyOnce(question, payload, createReference());
      return sent && placeOf(sent);
    },
    /** Finds the bot's reply to a message in the channel; at most one request. */
    replyTo: createReplyLookup(client, channels.around),
    /** Tries the server's channels again that refused the bot's messages. */
    permissionsChanged(serverId: string): void {
      for (const [channelId, itsServer] of muted.entries()) if (itsServer === serverId) muted.delete(channelId);
    },
  };
}

/** Returns false only if discord.js's cache rules a reply out; Discord decides the rest. */
const mayReply = ({ channel, client }: Message): boolean =>
  channel.isDMBased() || (channel.permissionsFor(client.user)?.has(permissionsFor("reply", channel)) ?? true);
