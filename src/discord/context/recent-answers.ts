/** Remembers which answers were given where a short while ago, so that the same one isn't posted twice in a row. */
import { LRUCache } from "lru-cache";

const MAX_ANSWERS = 500;

/** Milliseconds for which an answer is recent. */
const WITHIN = 60_000;

/** `now` is a monotonic clock, in milliseconds. */
export function createRecentAnswers(now: () => number) {
  const answers = new LRUCache<string, { readonly messageId: string; readonly at: number }>({ max: MAX_ANSWERS });
  const keyOf = (channelId: string, answer: string) => `${channelId} ${answer}`;
  return {
    note: (channelId: string, answer: string, messageId: string): void =>
      void answers.set(keyOf(channelId, answer), { messageId, at: now() }),
    /** Returns the message that gave `answer` in that channel a short while ago. */
    find(channelId: string, answer: string): string | undefined {
      const found = answers.get(keyOf(channelId, answer));
      return found && now() - found.at < WITHIN ? found.messageId : undefined;
    },
    /** Call when a message was deleted. */
    forget(messageId: string): void {
      for (const [key, given] of answers.entries()) if (given.messageId === messageId) answers.delete(key);
    },
  };
}
