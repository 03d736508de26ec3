/** Remembers which reply belongs to which question, by their ids alone, so that the reply can follow its question. */
import { SnowflakeUtil } from "discord.js";
import { LRUCache } from "lru-cache";
import type { MessagePlace } from "../common/message-place.js";

const MAX_QUESTIONS = 5000;

/** `now` is in milliseconds since 1970. */
export function createReplyMemory(now: () => number = Date.now) {
  /** Milliseconds since 1970. */
  let since = now();
  const replies = new LRUCache<string, MessagePlace>({
    max: MAX_QUESTIONS,
    dispose(_, questionId, reason) {
      if (reason === "evict") since = Math.max(since, SnowflakeUtil.timestampFrom(questionId));
    },
  });
  return {
    /** Remembers the reply to a question, or that there is none any more. */
    note: (questionId: string, reply: MessagePlace | undefined): void => void replies.set(questionId, reply),
    of: (questionId: string): MessagePlace | undefined => replies.get(questionId),
    /** Whether the question may have a reply that is not remembered: it is older than the memory. */
    mayBeForgotten: (questionId: string): boolean =>
      !replies.has(questionId) && SnowflakeUtil.timestampFrom(questionId) <= since,
  };
}
