/** Answers the same question at once the second time: what is asked most is asked over and over. */
import { hash, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Answerer } from "../core/answerer.js";
import type { Decision, Refusal } from "../core/decision/decision.js";

/** Questions that are known again; the one not asked for the longest time is forgotten first. */
const MOST = 1000;

/**
 * The same answerer, with a memory that ends with it, and so with the data it knows.
 *
 * Of a question only a digest is kept, under a key that nobody knows, and of its answer only what is curated: decisions
 * that hold words of whoever asked (mended ones, refusals) are made anew each time.
 */
export function rememberAnswers(answerer: Answerer): Answerer {
  const secret = randomBytes(32).toString("base64");
  const remember = <Given extends readonly unknown[], Result extends NonNullable<unknown>>(
    compute: (...given: Given) => Result,
    mayBeKept: (result: Result) => boolean = () => true,
  ) => {
    const known = new LRUCache<string, Result>({ max: MOST });
    return (...given: Given): Result => {
      const key = hash("sha256", secret + JSON.stringify(given), "base64");
      const found = known.get(key);
      if (found !== undefined) return found;
      const result = compute(...given);
      if (mayBeKept(result)) known.set(key, result);
      return result;
    };
  };
  return {
    ...answerer,
    answer: remember(answerer.answer, isCurated),
    answerApp: remember(answerer.answerApp, isCurated),
    isFollowUp: remember(answerer.isFollowUp),
    nearestApps: remember(answerer.nearestApps),
    nearestQuestions: remember(answerer.nearestQuestions),
  };
}

const isCurated = (decided: Decision | Refusal): boolean =>
  decided.kind === "decided" && decided.why.repairs.length === 0 && decided.why.question === undefined;
