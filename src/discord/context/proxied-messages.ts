/** Recognises a message that a proxy bot, such as PluralKit, reposts through a webhook for the person who wrote it. */
import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";

interface WrittenMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly content: string;
}

/** Milliseconds between a deletion and its repost, in either order. PluralKit deletes about a second after it reposts. */
const WITHIN = 4000;
/** Milliseconds after which a repost looks for its original again. */
const STEP = 100;
const MOST_DELETED = 500;

export function createProxiedMessages() {
  // Nothing that a person deleted is kept longer than it is needed.
  const deleted = new LRUCache<string, WrittenMessage>({ max: MOST_DELETED, ttl: WITHIN, ttlAutopurge: true });
  return {
    /** Remembers for a few seconds that a person's message was deleted. */
    noteDeletion: (message: WrittenMessage): void => void deleted.set(message.id, message),
    /**
     * Returns the person for whom a webhook reposted `content`: the author of a message with that text in it, which was
     * deleted just before, or is deleted within a few seconds if `mayBeDeleted`. Returns undefined for any other webhook.
     */
    async findAuthor(channelId: string, content: string, mayBeDeleted: boolean): Promise<string | undefined> {
      for (let waited = 0; ; waited += STEP) {
        const original = deleted.find((one) => one.channelId === channelId && isRepost(content, one.content));
        if (original !== undefined) deleted.delete(original.id);
        if (original !== undefined || !mayBeDeleted || waited >= WITHIN) return original?.authorId;
        await sleep(STEP);
      }
    },
  };
}

/** Returns whether `content` is `original` without the marks that call a proxy bot, which are shorter than the text. */
export const isRepost = (content: string, original: string): boolean =>
  content.length * 2 >= original.length && content.trim() !== "" && original.includes(content.trim());
