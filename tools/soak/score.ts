/** What came of the questions of a soak, by the way in which they were asked; and what the bot said beside answers. */
import type { Sandbox } from "discord-sandbox";
import type { Post } from "discord-sandbox/model";
import { count } from "./fault-runner.js";
import type { Members } from "./members.js";
import type { Asked, QuestionLog, Verdict } from "./question-log.js";

const createWayScore = (way: string) => ({
  way,
  asked: 0,
  answered: 0,
  silent: 0,
  explained: 0,
  unexplained: 0,
  milliseconds: [] as number[],
});

export type WayScore = ReturnType<typeof createWayScore>;

const NOTICE = /^(?:I may not write in|我不能在) <#\d+>/;

export function createScore() {
  const ways = new Map<string, WayScore>();
  const explained = new Map<string, number>();
  const unexplained: string[] = [];
  let total = 0;
  return {
    add(asked: Asked, verdict: Verdict): void {
      const score = ways.get(asked.way) ?? createWayScore(asked.way);
      ways.set(asked.way, score);
      total += 1;
      score.asked += 1;
      score[verdict.kind] += 1;
      if (asked.answeredAt !== undefined) score.milliseconds.push(asked.answeredAt - asked.at);
      if (verdict.kind === "explained") count(explained, verdict.why);
      if (verdict.kind === "unexplained")
        unexplained.push(`${asked.way} ${asked.act.id} (${asked.during}): ${verdict.why}`);
    },
    ways: (): readonly WayScore[] => [...ways.values()],
    /** Why there was no answer, and how often. */
    explained: (): ReadonlyMap<string, number> => explained,
    unexplained: (): readonly string[] => unexplained,
    total: () => total,
  };
}

/** Notes what the bot writes from now on without replying to anybody. */
export function watchUnasked(sandbox: Sandbox, questionLog: QuestionLog, members: Members) {
  const unasked: Post[] = [];
  let notices = 0;
  sandbox.listen(({ t, d }) => {
    if (t !== "MESSAGE_CREATE" || d.author.id !== sandbox.bot.id || d.webhook_id) return;
    const channel = sandbox.store.channels.get(d.channel_id);
    const post = channel?.posts.get(d.id);
    if (channel === undefined || post === undefined) return;
    const repliesTo = d.message_reference?.message_id;
    if (repliesTo !== undefined && questionLog.reply(repliesTo, post)) return members.note(post);
    if (channel.data.name === "moderators" || NOTICE.test(d.content)) notices += 1;
    else unasked.push(post);
  });
  return {
    /** To the moderators, or in a direct message about a channel where it may not write. */
    notices: () => notices,
    // What nothing explains, at the end. The reply to a question that was deleted meanwhile stands alone, and is taken back.
    unexplained: () =>
      unasked
        .filter(({ removed }) => !removed)
        .map(({ message }) => `said unasked or too late: ${message.content.slice(0, 80)}`),
  };
}
