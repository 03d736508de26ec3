/** Recognises a message that a proxy bot, such as PluralKit, reposts through a webhook for the person who wrote it. */
import { LRUCache } from "lru-cache";

interface WrittenMessage {
  readonly channelId: string;
  readonly authorId: string;
  readonly content: string;
}

/** Milliseconds between a deletion and its repost, in either order. PluralKit deletes about a second after it reposts. */
const WITHIN = 4000;
/** Channels in which a deletion or a repost is remembered. */
const MOST_CHANNELS = 200;

interface Waiting {
  readonly content: string;
  readonly found: (authorId: string | undefined) => void;
}

export function createProxiedMessages() {
  // Nothing that a person deleted is kept longer than it is needed.
  const deleted = new LRUCache<string, WrittenMessage>({ max: MOST_CHANNELS, ttl: WITHIN, ttlAutopurge: true });
  const waiting = new LRUCache<string, Waiting>({
    max: MOST_CHANNELS,
    dispose: ({ found }, _, reason) => {
      if (reason === "evict") found(undefined);
    },
  });
  return {
    /** Remembers for a few seconds that a person's message was deleted. */
    noteDeletion(message: WrittenMessage) {
      const { authorId, channelId, content } = message;
      const repost = waiting.get(channelId);
      if (repost !== undefined && isRepost(repost.content, content)) return repost.found(authorId);
      deleted.set(channelId, message);
    },
    /**
     * Returns the person for whom a webhook reposted `content`: the author of a message with that text in it, which was
     * deleted just before, or is deleted within a few seconds if `mayBeDeleted`. Returns undefined for any other webhook.
     */
    async findAuthor(channelId: string, content: string, mayBeDeleted: boolean): Promise<string | undefined> {
      const before = deleted.get(channelId);
      if (before !== undefined && isRepost(content, before.content)) {
        deleted.delete(channelId);
        return before.authorId;
      }
      if (!mayBeDeleted) return undefined;
      return new Promise((resolve) => {
        const found = (authorId: string | undefined): void => {
          clearTimeout(timeout);
          if (waiting.get(channelId)?.found === found) waiting.delete(channelId);
          resolve(authorId);
        };
        const timeout = setTimeout(found, WITHIN, undefined);
        waiting.get(channelId)?.found(undefined);
        waiting.set(channelId, { content, found });
      });
    },
  };
}

/** Returns whether `content` is `original` without the marks that call a proxy bot, which are shorter than the text. */
export const isRepost = (content: string, original: string): boolean =>
  content.length * 2 >= original.length && content.trim() !== "" && original.includes(content.trim());
