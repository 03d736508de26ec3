/** What happens in a soak: the faults, what came of the questions by the way in which they were asked, and what went wrong. */
import type { Sandbox } from "discord-sandbox";
import type { Post } from "discord-sandbox/model";
import type { Members } from "./members.js";
import type { Asked, QuestionLog, Verdict } from "./question-log.js";

export const NO_FAULT = "no fault";

export type SoakRecord = ReturnType<typeof createRecord>;

export type Counts = Map<string, number>;

const createWayScore = () => ({
  asked: 0,
  answered: 0,
  silent: 0,
  explained: 0,
  unexplained: 0,
  milliseconds: [] as number[],
});

/** Creates the record that every part of a soak writes into. */
export function createRecord() {
  const counts = (): Counts => new Map();
  return {
    /** The id of the fault under way. */
    underWay: NO_FAULT,
    /** Whether that fault ends the bot. */
    isEnding: false,
    /** By way. */
    ways: new Map<string, ReturnType<typeof createWayScore>>(),
    /** Why there was no answer, and how often. */
    explained: counts(),
    /** What nothing explains: answers that are missing or too many, and all else that is not as it should be. */
    unexplained: [] as string[],
    /** By id: how often each fault happened, and how often the bot ended because of it, as designed. */
    faults: counts(),
    endings: counts(),
    /** Unexpected ends of the process. */
    unforeseen: 0,
    /** Errors in the log, by what they are about. */
    logged: counts(),
    /** `checked`: how often the answer shown was looked at after an edit of the data. */
    edits: { good: 0, bad: 0, checked: 0 },
    /** How many answers followed a question that was deleted or edited, and why others did not. */
    followed: 0,
    notFollowed: counts(),
    /** To the moderators, or in a direct message about a channel where the bot may not write. */
    notices: 0,
  };
}

export function count(counts: Counts, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export const totalOf = (counts: Counts): number => [...counts.values()].reduce((sum, one) => sum + one, 0);

export function recordVerdict({ ways, explained, unexplained }: SoakRecord, asked: Asked, verdict: Verdict): void {
  const score = ways.get(asked.way) ?? createWayScore();
  ways.set(asked.way, score);
  score.asked += 1;
  score[verdict.kind] += 1;
  if (asked.answeredAt !== undefined) score.milliseconds.push(asked.answeredAt - asked.at);
  if (verdict.kind === "explained") count(explained, verdict.why);
  if (verdict.kind === "unexplained")
    unexplained.push(`${asked.way} ${asked.act.id} (${asked.during}): ${verdict.why}`);
}

const NOTICE = /^(?:I may not write in|我不能在) <#\d+>/;

/** Notes what the bot writes without replying to anybody. Returns the function that tells, at the end, what nothing explains. */
export function watchUnasked(sandbox: Sandbox, questionLog: QuestionLog, members: Members, record: SoakRecord) {
  const unasked: Post[] = [];
  sandbox.listen(({ t, d }) => {
    if (t !== "MESSAGE_CREATE" || d.author.id !== sandbox.bot.id || d.webhook_id) return;
    const channel = sandbox.store.channels.get(d.channel_id);
    const post = channel?.posts.get(d.id);
    if (channel === undefined || post === undefined) return;
    const repliesTo = d.message_reference?.message_id;
    if (repliesTo !== undefined && questionLog.reply(repliesTo, post)) return members.note(post);
    if (channel.data.name === "moderators" || NOTICE.test(d.content)) record.notices += 1;
    else unasked.push(post);
  });
  // The reply to a question that was deleted meanwhile stands alone, and is taken back.
  return (): string[] =>
    unasked
      .filter(({ removed }) => !removed)
      .map(({ message }) => `said unasked or too late: ${message.content.slice(0, 80)}`);
}
