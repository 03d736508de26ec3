/** The book of a soak: who asked what in which way, what came of it, and what explains where nothing came. */
import type { Action } from "discord-sandbox/actions";
import type { Post } from "discord-sandbox/model";
import { isShown } from "discord-sandbox/posts";
import type { LogLine } from "../common/bot-process.js";

/** "maybe": in a listed channel only a clear question is answered. */
export type Expectation = "answer" | "maybe" | "nothing";

export interface Asked {
  readonly way: string;
  readonly expects: Expectation;
  /** Of the clock `performance.now`, in milliseconds. */
  readonly at: number;
  readonly act: Action;
  /** The fault that was under way. */
  readonly during: string;
  /** The message that asked; missing for interactions. */
  readonly said?: Post;
  /** The bot's messages that reply to `said`. */
  readonly replies: Post[];
  /** Outcomes that the bot logged under the id, other than an answer. */
  readonly traces: Set<string>;
  /** Whether the bot took it for a question. */
  taken: boolean;
  answeredAt?: number;
  /** Why no answer can be expected, where the bot could not write it down. */
  excuse?: string;
}

/** The part of a question that tells how often it was answered. */
interface Reached {
  readonly said?: object;
  readonly replies: readonly Pick<Post, "removed">[];
  readonly act: Pick<Action, "responses">;
}

export type Verdict =
  | { readonly kind: "answered" | "silent" }
  /** Not answered, and the log or the fault says why. */
  | { readonly kind: "explained"; readonly why: string }
  | { readonly kind: "unexplained"; readonly why: string };

/** What the log says of things that went as they should. */
const GOOD_OUTCOMES = new Set(["sent", "repeated", "acknowledged", "posted", "not posted"]);

/**
 * How often it was answered: a message with a reply each time, an interaction with what a person sees of it. A reply that
 * was deleted counts until another takes its place, as where an edit could not be delivered.
 */
export function countAnswers({ said, replies, act }: Reached): number {
  if (said !== undefined) return Math.max(Math.min(replies.length, 1), replies.filter((post) => !post.removed).length);
  return act.responses.filter(
    (response) => response.kind !== "thinking" || response.post.removed || isShown(response.post),
  ).length;
}

/** Whether nothing is known yet of what becomes of it. */
export const isWaiting = (asked: Asked): boolean =>
  asked.expects === "answer" && countAnswers(asked) === 0 && asked.traces.size === 0 && asked.excuse === undefined;

export function judge(asked: Reached & Pick<Asked, "expects" | "traces" | "excuse" | "taken">): Verdict {
  const { expects, traces, excuse, taken } = asked;
  const answers = countAnswers(asked);
  if (answers > 1) return { kind: "unexplained", why: `answered ${answers} times` };
  if (answers === 1)
    return expects === "nothing" ? { kind: "unexplained", why: "answered unasked" } : { kind: "answered" };
  const [trace] = traces;
  if (trace !== undefined) return { kind: "explained", why: trace };
  if (expects === "nothing" || (expects === "maybe" && !taken)) return { kind: "silent" };
  if (excuse !== undefined) return { kind: "explained", why: excuse };
  return { kind: "unexplained", why: "no answer, and no trace of why" };
}

export type QuestionLog = ReturnType<typeof createQuestionLog>;

export function createQuestionLog(now: () => number, underWay: () => string) {
  const open = new Map<string, Asked>();
  const settled = new Set<string>();
  return {
    open,
    add(given: Pick<Asked, "way" | "expects" | "act" | "said">): Asked {
      const asked: Asked = { ...given, at: now(), during: underWay(), replies: [], traces: new Set(), taken: false };
      open.set(given.act.id, asked);
      if (given.said === undefined)
        given.act.answer(120_000).then(
          () => {
            asked.answeredAt = now();
          },
          () => undefined,
        );
      return asked;
    },
    /** A message of the bot that replies to the message of that id; false where nobody wrote that one. */
    reply(toId: string, post: Post): boolean {
      const asked = open.get(toId);
      if (asked !== undefined) {
        asked.replies.push(post);
        asked.answeredAt ??= now();
      }
      return asked !== undefined && !settled.has(toId);
    },
    handleLine({ interaction, message, id, outcome, kinds, reason }: LogLine): void {
      for (const key of [interaction, message, id]) {
        const asked = typeof key === "string" ? open.get(key) : undefined;
        if (asked === undefined) continue;
        if (kinds !== undefined) asked.taken = true;
        if (typeof outcome === "string" && !GOOD_OUTCOMES.has(outcome)) asked.traces.add(outcome);
        if (typeof reason === "string") asked.traces.add(reason);
      }
    },
    /** Whatever is open and has no answer yet was out of the bot's reach. */
    excuse(why: string, since: number): void {
      for (const asked of open.values()) if (asked.at >= since && countAnswers(asked) === 0) asked.excuse ??= why;
    },
    /** Takes out what is older than `age` milliseconds, and judges it. */
    settle(age: number, tell: (asked: Asked, verdict: Verdict) => void): void {
      for (const [id, asked] of open) {
        if (now() - asked.at < age) continue;
        open.delete(id);
        settled.add(id);
        tell(asked, judge(asked));
      }
    },
  };
}
