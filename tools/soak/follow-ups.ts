/** Questions that are deleted or edited after their answer: the answer has to follow. */
import type { Post } from "discord-sandbox/model";
import type { LogLine } from "../common/bot-process.js";
import type { Chooser } from "../common/random.js";
import type { Members } from "./members.js";
import type { Asked, QuestionLog } from "./question-log.js";
import { count, type SoakRecord } from "./record.js";

interface Followed {
  readonly asked: Asked;
  readonly reply: Post;
  readonly versions: number;
  readonly isDeletion: boolean;
  readonly at: number;
  /** The fault that was under way. */
  readonly during: string;
  trace?: string;
}

/** Milliseconds that a reply may take to follow. */
const PATIENCE = 40_000;

interface FollowerOptions {
  readonly questionLog: QuestionLog;
  readonly members: Pick<Members, "withdraw" | "rephrase">;
  readonly random: Chooser;
  readonly record: SoakRecord;
}

export function createFollower(
  { questionLog, members, random, record }: FollowerOptions,
  now: () => number,
  underWay: () => string,
) {
  const under = new Map<string, Followed>();
  let forgottenAt = 0;
  const hasFollowed = ({ reply, versions, isDeletion }: Followed): boolean =>
    reply.removed || (!isDeletion && reply.versions.length > versions);
  return {
    handleLine({ messageId, outcome }: LogLine): void {
      const followed = typeof messageId === "string" ? under.get(messageId) : undefined;
      if (followed !== undefined && typeof outcome === "string") followed.trace = outcome;
    },
    /** The bot was out of reach, and has forgotten what it had on its mind. */
    excuse(why: string): void {
      forgottenAt = now();
      for (const followed of under.values()) if (!hasFollowed(followed)) followed.trace ??= why;
    },
    /** Somebody deletes or edits an answered question. */
    begin(): void {
      const answered = [...questionLog.open.values()].filter(
        ({ said, replies, traces, answeredAt }) =>
          said !== undefined &&
          !said.removed &&
          replies.length === 1 &&
          replies[0]?.removed === false &&
          !traces.has("rate-limit") &&
          !under.has(replies[0].message.id) &&
          (answeredAt ?? 0) > forgottenAt &&
          now() - (answeredAt ?? now()) > 500,
      );
      if (answered.length === 0) return;
      const asked = random.pick(answered);
      const [reply] = asked.replies;
      if (reply === undefined) return;
      const isDeletion = random.chance(0.5);
      under.set(reply.message.id, {
        asked,
        reply,
        versions: reply.versions.length,
        isDeletion,
        at: now(),
        during: underWay(),
      });
      if (isDeletion) members.withdraw(asked);
      else members.rephrase(asked);
    },
    /** Looks whether the answers followed; at the end every one is looked at. */
    look(atTheEnd: boolean): void {
      for (const [id, followed] of under) {
        const isOver = now() - followed.at > PATIENCE || atTheEnd || followed.trace !== undefined;
        if (!hasFollowed(followed) && !isOver) continue;
        under.delete(id);
        const { trace, isDeletion, during } = followed;
        if (hasFollowed(followed)) record.followed += 1;
        else if (trace !== undefined) count(record.notFollowed, trace);
        else
          record.unexplained.push(
            `${followed.asked.way} ${followed.asked.act.id} (${during}): its ${isDeletion ? "deletion" : "edit"} was not followed`,
          );
      }
    },
  };
}
