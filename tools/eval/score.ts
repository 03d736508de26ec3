/** Judges whether a reply was right, by the labels that a person gave the question. */
import type { Given } from "../../src/core/quality/given.js";
import { keepsGolden } from "../../src/core/quality/golden.js";

export const VERDICTS = ["right", "offered", "wrong", "lost"] as const;
/** `offered`: the right reply was among the choices. `lost`: no answer, though there is one. */
export type Verdict = (typeof VERDICTS)[number];

export interface Score {
  readonly outcome: Verdict;
  /** The answer is right, and a further one beside it is not. */
  readonly extraWrong: boolean;
}

export function scoreGiven(given: Given, gold: readonly string[]): Score {
  if (keepsGolden({ expect: gold }, given)) return { outcome: "right", extraWrong: false };
  const isAmong = given.labels.some((label) => gold.includes(label));
  if (given.kind === "answer") return { outcome: isAmong ? "right" : "wrong", extraWrong: isAmong };
  return { outcome: isAmong ? "offered" : "lost", extraWrong: false };
}
