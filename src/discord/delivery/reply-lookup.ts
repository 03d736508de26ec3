/** Finds the bot's reply to a question that is no longer remembered: the reply names the message that it replies to. */
import type { Client, Message } from "discord.js";
import { LRUCache } from "lru-cache";
import { type MessagePlace, placeOf } from "../common/message-place.js";
import type { ChannelMessages } from "./channel-messages.js";

/** The part of a channel that was read last. */
interface Window {
  readonly oldest: bigint;
  readonly newest: bigint;
  /** The bot's replies by the id of their question. */
  readonly replies: ReadonlyMap<string, MessagePlace>;
}

const NOTHING: Window = { oldest: 0n, newest: -1n, replies: new Map() };
const MAX_CHANNELS = 200;

/**
 * Looks for replies of `client`. `readAround` reads the messages around a place. One request serves all the questions of
 * its part of the channel.
 */
export function createReplyLookup(client: Client, readAround: ChannelMessages["around"]) {
  const windows = new LRUCache<string, Promise<Window>>({ max: MAX_CHANNELS });
  return async (question: MessagePlace): Promise<MessagePlace | undefined> => {
    const { channelId, messageId } = question;
    const id = BigInt(messageId);
    // A purge deletes a hundred questions at once: each waits for the lookup before it, which usually serves it too.
    const looking = (windows.get(channelId) ?? Promise.resolve(NOTHING)).then(async (window) =>
      window.oldest <= id && id <= window.newest ? window : toWindow(await readAround(question), id, client),
    );
    windows.set(channelId, looking);
    return (await looking).replies.get(messageId);
  };
}

function toWindow(messages: readonly Message[], question: bigint, { user }: Client): Window {
  const ids = [question, ...messages.map(({ id }) => BigInt(id))];
  const oldest = ids.reduce((a, b) => (a < b ? a : b));
  const newest = ids.reduce((a, b) => (a > b ? a : b));
  const replies = messages.flatMap((message) => {
    const { author, reference } = message;
    return author.id === user?.id && reference?.messageId ? [[reference.messageId, placeOf(message)] as const] : [];
  });
  return { oldest, newest, replies: new Map(replies) };
}
