/** Remembers which answers were given where a short while ago, so that the same one isn't posted twice in a row. */
import { LRUCache } from "lru-cache";

const MAX_ANSWERS = 500;

/** Milliseconds for which an answer is recent. */
const WITHIN = 60_000;

/** `now` is a monotonic clock, in milliseconds. */
export function createRecentAnswers(now: () => number) {
  /** The ids of messages, by their channel and what they answer. */
  const answers = new LRUCache<string, string>({ max: MAX_ANSWERS, ttl: WITHIN, ttlResolution: 0, perf: { now } });
  return {
    note: (channelId: string, answer: string, messageId: string): void =>
      void answers.set(`${channelId} ${answer}`, messageId),
    /** Returns the message that gave `answer` in that channel a short while ago. */
    find: (channelId: string, answer: string): string | undefined => answers.get(`${channelId} ${answer}`),
    /** Call when a message was deleted. */
    forget(messageId: string): void {
      for (const [key, given] of answers.entries()) if (given === messageId) answers.delete(key);
    },
  };
}
