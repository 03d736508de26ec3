/** Remembers which questions were posted to moderators: each one once, and only a few of one person. */
import { LRUCache } from "lru-cache";

/** The people and the questions that are kept. The oldest ones are dropped. */
const MAX_KEPT = 500;
/** Posts that one person may cause within `WITHIN` milliseconds. */
const MAX_POSTS = 3;
const WITHIN = 600_000;

/** `now` is a monotonic clock, in milliseconds. */
export function createModeratorPosts(now: () => number) {
  const postTimes = new LRUCache<string, readonly number[]>({ max: MAX_KEPT });
  const questions = new LRUCache<string, { readonly isPosted: boolean; readonly withdrawals: number }>({
    max: MAX_KEPT,
  });
  return {
    /**
     * Returns whether `asker` may have the question of that message posted. If so, it counts. `nonce` is the same in every
     * process until the question is withdrawn, and has at most 24 characters.
     */
    claim(asker: string, questionId: string) {
      const { isPosted = false, withdrawals = 0 } = questions.get(questionId) ?? {};
      if (isPosted) return { kind: "posted" } as const;
      const recent = (postTimes.get(asker) ?? []).filter((at) => now() - at < WITHIN);
      if (recent.length >= MAX_POSTS) return { kind: "wait" } as const;
      postTimes.set(asker, [...recent, now()]);
      questions.set(questionId, { isPosted: true, withdrawals });
      const nonce = withdrawals === 0 ? questionId : `${questionId}-${withdrawals % 1000}`;
      return { kind: "allowed", nonce } as const;
    },
    /** Lets the question be posted again. After a withdrawal, its next post gets another nonce. */
    release(questionId: string, why: "failed" | "withdrawn"): void {
      const { withdrawals = 0 } = questions.get(questionId) ?? {};
      questions.set(questionId, { isPosted: false, withdrawals: withdrawals + (why === "withdrawn" ? 1 : 0) });
    },
  };
}
