/** Remembers which answers were given where a short while ago, so that the same one isn't posted twice in a row. */
import { LRUCache } from "lru-cache";

export interface RecentAnswers {
  /** Remembers that a message gave `answer` in that channel. */
  note(channelId: string, answer: string, messageId: string): void;
  /** Returns the message that gave `answer` in that channel a short while ago. */
  find(channelId: string, answer: string): string | undefined;
  /** Call when a message was deleted. */
  forget(messageId: string): void;
}

/** The answers that are kept. The oldest ones are dropped. */
const MAX_ANSWERS = 500;

/** `now` is a monotonic clock, in milliseconds. An answer is recent for `within` milliseconds. */
export function createRecentAnswers(now: () => number, within = 60_000): RecentAnswers {
  const messages = new LRUCache<string, { readonly messageId: string; readonly at: number }>({ max: MAX_ANSWERS });
  const keys = new LRUCache<string, string>({ max: MAX_ANSWERS });
  const keyOf = (channelId: string, answer: string) => `${channelId} ${answer}`;
  return {
    note(channelId, answer, messageId) {
      const key = keyOf(channelId, answer);
      messages.set(key, { messageId, at: now() });
      keys.set(messageId, key);
    },
    find(channelId, answer) {
      const found = messages.get(keyOf(channelId, answer));
      return found && now() - found.at < within ? found.messageId : undefined;
    },
    forget(messageId) {
      const key = keys.get(messageId);
      if (key !== undefined && messages.get(key)?.messageId === messageId) messages.delete(key);
      keys.delete(messageId);
    },
  };
}
