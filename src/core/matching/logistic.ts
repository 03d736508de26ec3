/** Logistic regressions over named signals, none of which is a probability alone. */

interface Term {
  /** Mean and standard deviation of the signal where it was measured. */
  readonly mean: number;
  readonly spread: number;
  /** The weight of the signal in standard deviations from its mean. */
  readonly weight: number;
}

export interface LogisticModel<Name extends string> {
  readonly bias: number;
  readonly terms: Readonly<Record<Name, Term>>;
}

/** Signals further from their mean than this, in standard deviations, say no more. */
const FURTHEST = 4;

/** Returns `value` in standard deviations from the mean. */
export const standardise = (value: number, { mean, spread }: Pick<Term, "mean" | "spread">): number =>
  Math.max(-FURTHEST, Math.min(FURTHEST, (value - mean) / spread));

/** Returns the chance, 0 to 1, that holds what the model was fitted to, where these are the signals. */
export function chanceBy<Name extends string>(
  { bias, terms }: LogisticModel<Name>,
  signals: Readonly<Record<Name, number>>,
): number {
  let sum = bias;
  for (const name in terms) sum += terms[name].weight * standardise(signals[name], terms[name]);
  return 1 / (1 + Math.exp(-sum));
}
