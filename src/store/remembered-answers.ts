/** Remembers answers, so that a repeated question is answered at once. */
import { hash, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import type { Answerer } from "../core/answerer.js";
import type { Decision, Refusal } from "../core/decision/decision.js";

/** The questions that are remembered. The least recently asked one is forgotten first. */
const MOST = 1000;

/**
 * Returns `answerer` with a memory. New data needs a new answerer, and so gets an empty memory.
 *
 * Keeps only a digest of each question, under a random key, and only curated answers: a decision that holds the asker's
 * words (a corrected spelling, a refusal) is made again each time.
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
