/** Remembers which reply belongs to which question, by their ids alone, so that the reply can follow its question. */
import type { Message } from "discord.js";
import { createBoundedMap } from "../common/memory.js";
import type { MessagePlace } from "../delivery/delivery.js";

/** The most recent questions whose replies follow them; older replies stay as they are. */
const MOST_REPLIES = 300;

export interface ReplyMemory {
  /** Call before a question is answered, so that its deletion in the meantime is noticed. */
  begin(questionId: string): void;
  /** Call when a question is edited: what is being answered is another one by now. */
  edit(question: Message): void;
  /** What became of that question while it was being answered; undefined where nothing did. To be asked once. */
  takeEdit(questionId: string): Message | undefined;
  /** Remembers the reply, or that there is none; false where the question was deleted before its reply was there. */
  end(questionId: string, reply: MessagePlace | undefined): boolean;
  of(questionId: string): MessagePlace | undefined;
  /** Call when the reply is about to follow an edit; what it gives tells whether that edit is still the latest. */
  follow(questionId: string): () => boolean;
  /** The reply of a question that was deleted, which is then forgotten. */
  forget(questionId: string): MessagePlace | undefined;
}

export function createReplyMemory(): ReplyMemory {
  const replies = createBoundedMap<string, MessagePlace | "asked" | "deleted">(MOST_REPLIES);
  /**
   * Kept as it was told: discord.js forgets a message of a busy channel soon, and gives one that it knows its old text
   * back when the reply comes, which quotes it.
   */
  const edits = createBoundedMap<string, Message>(MOST_REPLIES);
  const followed = createBoundedMap<string, symbol>(MOST_REPLIES);
  const placeOf = (questionId: string): MessagePlace | undefined => {
    const known = replies.get(questionId);
    return typeof known === "object" ? known : undefined;
  };
  return {
    begin: (questionId) => replies.set(questionId, "asked"),
    edit(question) {
      if (replies.get(question.id) !== "asked") return;
      const { content, mentions } = question;
      edits.set(question.id, Object.create(question, { content: { value: content }, mentions: { value: mentions } }));
    },
    takeEdit(questionId) {
      const edited = edits.get(questionId);
      edits.delete(questionId);
      return edited;
    },
    end(questionId, reply) {
      const isDeleted = replies.get(questionId) === "deleted";
      if (reply === undefined || isDeleted) replies.delete(questionId);
      else replies.set(questionId, reply);
      return !isDeleted;
    },
    of: placeOf,
    follow(questionId) {
      const edit = Symbol();
      followed.set(questionId, edit);
      return () => followed.get(questionId) === edit;
    },
    forget(questionId) {
      const place = placeOf(questionId);
      if (replies.get(questionId) === "asked") replies.set(questionId, "deleted");
      else replies.delete(questionId);
      return place;
    },
  };
}
