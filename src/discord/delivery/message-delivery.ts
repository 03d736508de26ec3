/** Writes, rewrites and deletes ordinary messages: once each, and not again and again where the bot may not. */
import type { Client, Message, SendableChannels, TextBasedChannel } from "discord.js";
import { drawText } from "../payloads/rendering.js";
import type { Attempted } from "./attempts.js";
import type { Delivery } from "./delivery.js";
import { type DeliveryTools, drawApology, type Ids } from "./reporter.js";

export interface MessageTimes {
  /** Milliseconds for which a message is worth trying: an answer much later than its question only confuses. */
  readonly patience: number;
  /** Milliseconds for which nothing is sent to a channel where the bot may not write. */
  readonly forbidden: number;
}

type MessageDelivery = Pick<Delivery, "reply" | "edit" | "remove" | "post" | "find" | "history" | "before">;

/** Discord's limit of messages that one request reads. */
const PAGE = 100;

export function createMessageDelivery(
  { log, now, receipts, attempt, reporter, tally }: DeliveryTools,
  { patience, forbidden }: MessageTimes,
): MessageDelivery {
  const closed = createMemory(forbidden, now);
  const told = createMemory(forbidden, now);

  const tryFor = <T>(call: () => Promise<T>): Promise<Attempted<T>> => attempt(call, now() + patience);

  /** Where it failed for another reason than that the message or the channel is gone, that is reported. */
  const settle = <T>(what: string, ids: Ids, attempted: Attempted<T>): T | undefined => {
    if (attempted.kind === "done") return attempted.value;
    reporter.report(what, ids, attempted.fault, attempted.error);
    return undefined;
  };

  /** Says why there is no answer to whoever addressed the bot, once for each channel and a while. */
  const tellPrivately = async (message: Message): Promise<void> => {
    const { author, channel, channelId, client, mentions } = message;
    const isAddressed = mentions.users.has(client.user.id);
    if (!isAddressed || channel.isDMBased() || !told.add(`${channelId} ${author.id}`)) return;
    const remedy = "Whoever manages the server can give me View Channel, Send Messages and Read Message History there.";
    const drawing = drawText(`I may not write in <#${channelId}>, so I could not answer you. ${remedy}`);
    settle("a private notice", idsOf(message), await tryFor(() => author.send(drawing)));
  };

  const send = (message: Message, drawing: Parameters<Delivery["reply"]>[1], nonce: string) =>
    tryFor(() => message.reply({ ...drawing, failIfNotExists: false, nonce, enforceNonce: true }));

  const sendReply: Delivery["reply"] = async (message, drawing) => {
    const ids = idsOf(message);
    if (closed.has(message.channelId)) {
      reporter.report("a reply", ids, { kind: "forbidden" }, undefined);
      await tellPrivately(message);
      return;
    }
    const attempted = await send(message, drawing, message.id);
    if (attempted.kind === "done") {
      const ms = now() - receipts.of(message);
      tally.answered("message", ms);
      log.info({ ...ids, outcome: "sent", ms: Math.round(ms) }, "a reply");
      return attempted.value;
    }
    const { fault, error } = attempted;
    const reference = reporter.report("a reply", ids, fault, error);
    if (fault.kind === "forbidden") {
      closed.add(message.channelId);
      await tellPrivately(message);
    }
    if (fault.kind !== "rejected") return;
    return settle("an apology", ids, await send(message, drawApology(reference), `${message.id}!`));
  };

  return {
    /** A question that is gone leaves its reply without a reference: it is taken back, as it would be a moment later. */
    async reply(message, drawing) {
      const reply = await sendReply(message, drawing);
      if (reply === undefined || reply.reference !== null) return reply;
      settle("a reply to a deleted message", idsOf(message), await tryFor(() => reply.delete()));
      return;
    },
    async edit(client, place, drawing) {
      const attempted = await tryFor(async () =>
        (await findChannel(client, place.channelId))?.messages.edit(place.messageId, drawing),
      );
      return settle("an edit", { ...place }, attempted) !== undefined;
    },
    async remove(client, place) {
      const attempted = await tryFor(async () => {
        const channel = await findChannel(client, place.channelId);
        await channel?.messages.delete(place.messageId);
        return channel !== undefined;
      });
      if (attempted.kind === "failed" && attempted.fault.kind === "gone") return true;
      return settle("a removal", { ...place }, attempted) === true;
    },
    async post(client, channelId, drawing, nonce) {
      const attempted = await tryFor(async () => {
        const channel = await findChannel(client, channelId);
        return isSendable(channel) ? channel.send({ ...drawing, nonce, enforceNonce: true }) : undefined;
      });
      return settle("a post", { channelId }, attempted);
    },
    async find(client, place) {
      const attempted = await tryFor(async () =>
        (await findChannel(client, place.channelId))?.messages.fetch(place.messageId),
      );
      return settle("a look at a message", { ...place }, attempted);
    },
    async history(client, channelId, most) {
      const messages: Message[] = [];
      while (messages.length < most) {
        const before = messages.at(-1)?.id;
        const limit = Math.min(PAGE, most - messages.length);
        const attempted = await tryFor(async () => {
          const channel = await findChannel(client, channelId);
          return channel?.messages.fetch({ limit, cache: false, ...(before && { before }) });
        });
        const page = settle("a look at a channel", { channelId }, attempted);
        if (page === undefined) return;
        messages.push(...page.values());
        if (page.size < limit) return { messages, isWhole: true };
      }
      return { messages, isWhole: false };
    },
    async before(message, most) {
      const attempted = await tryFor(() =>
        message.channel.messages.fetch({ before: message.id, limit: most, cache: false }),
      );
      return [...(settle("a look at earlier messages", idsOf(message), attempted)?.values() ?? [])];
    },
  };
}

async function findChannel(client: Client, id: string): Promise<TextBasedChannel | undefined> {
  const channel = await client.channels.fetch(id);
  return channel?.isTextBased() ? channel : undefined;
}

const isSendable = (channel: TextBasedChannel | undefined): channel is TextBasedChannel & SendableChannels =>
  channel?.isSendable() === true;

const idsOf = ({ id, channelId, guildId }: Message): Ids => ({ message: id, channel: channelId, server: guildId });

/** Remembers keys for `life` milliseconds of the clock `now`, the latest ones where there are many. */
function createMemory(life: number, now: () => number) {
  const MOST = 1000;
  const since = new Map<string, number>();
  const has = (key: string): boolean => now() - (since.get(key) ?? Number.NEGATIVE_INFINITY) < life;
  return {
    has,
    /** Whether it is new. */
    add(key: string): boolean {
      if (has(key)) return false;
      since.delete(key);
      since.set(key, now());
      const [oldest] = since.keys();
      if (since.size > MOST && oldest !== undefined) since.delete(oldest);
      return true;
    },
  };
}
