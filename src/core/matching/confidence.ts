/** How sure a candidate is: a logistic regression over its signals, none of which is a probability alone. */
import type { SignalName, Signals } from "./ranking.js";

interface Term {
  /** Mean and standard deviation of the signal where it was measured. */
  readonly mean: number;
  readonly spread: number;
  /** The weight of the signal in standard deviations from its mean. */
  readonly weight: number;
}

export interface ConfidenceModel {
  readonly bias: number;
  readonly terms: Readonly<Record<SignalName, Term>>;
}

/** Signals further from their mean than this, in standard deviations, say no more. */
const FURTHEST = 4;

/** Returns `value` in standard deviations from the mean. */
export const standardise = (value: number, { mean, spread }: Pick<Term, "mean" | "spread">): number =>
  Math.max(-FURTHEST, Math.min(FURTHEST, (value - mean) / spread));

/** Returns the chance, 0 to 1, that the candidate with these signals is what was asked. */
export function confidenceOf({ bias, terms }: ConfidenceModel, signals: Signals): number {
  let sum = bias;
  for (const name in terms) {
    const term = terms[name as SignalName];
    sum += term.weight * standardise(signals[name as SignalName], term);
  }
  return 1 / (1 + Math.exp(-sum));
}
