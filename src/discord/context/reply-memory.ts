/** Remembers which reply belongs to which question, by their ids alone, so that the reply can follow its question. */
import { SnowflakeUtil } from "discord.js";
import { LRUCache } from "lru-cache";
import type { MessagePlace } from "../common/message-place.js";

const MAX_QUESTIONS = 5000;

interface Remembered {
  /** Missing while the question is being answered for the first time. */
  readonly reply?: MessagePlace;
  /** The edit that the reply is following at the moment. */
  edit?: symbol;
  /** What happened while the question was being answered, or while its reply was following an edit. */
  isEdited?: boolean;
  isDeleted?: boolean;
}

/** `now` is in milliseconds since 1970. */
export function createReplyMemory(now: () => number = Date.now) {
  /** Milliseconds since 1970. */
  let since = now();
  const questions = new LRUCache<string, Remembered>({
    max: MAX_QUESTIONS,
    dispose(_, questionId, reason) {
      if (reason === "evict") since = Math.max(since, SnowflakeUtil.timestampFrom(questionId));
    },
  });
  return {
    /** Call before a question is answered, so that its edit or deletion in the meantime is noticed. */
    begin: (questionId: string): void => void questions.set(questionId, {}),
    /** Call when a question without a reply is edited. */
    noteEdit(questionId: string): void {
      const question = questions.get(questionId);
      if (question !== undefined) question.isEdited = true;
    },
    /** Remembers the reply, or that there is none; returns what happened to the question in the meantime. */
    end(questionId: string, reply: MessagePlace | undefined): Required<Pick<Remembered, "isEdited" | "isDeleted">> {
      const { isEdited = false, isDeleted = false } = questions.get(questionId) ?? {};
      if (reply === undefined || isDeleted) questions.delete(questionId);
      else questions.set(questionId, { reply });
      return { isEdited, isDeleted };
    },
    /** Remembers a reply that was found in the channel, unless one is remembered. */
    restore(questionId: string, reply: MessagePlace): void {
      if (questions.get(questionId)?.reply === undefined) questions.set(questionId, { reply });
    },
    of: (questionId: string): MessagePlace | undefined => questions.get(questionId)?.reply,
    /** Whether the question may have a reply that is not remembered: it is older than the memory. */
    mayBeForgotten: (questionId: string): boolean =>
      !questions.has(questionId) && SnowflakeUtil.timestampFrom(questionId) <= since,
    /** Call before the reply follows an edit, and `end` after. Returns a function: whether the edit is still the latest. */
    follow(questionId: string): () => boolean {
      const edit = Symbol();
      const question = questions.get(questionId);
      if (question !== undefined) question.edit = edit;
      return () => questions.get(questionId)?.edit === edit;
    },
    /** Call when the question is deleted. */
    forget(questionId: string): void {
      const question = questions.get(questionId);
      if (question === undefined) return;
      if (question.reply !== undefined && question.edit === undefined) questions.delete(questionId);
      else question.isDeleted = true;
    },
  };
}
