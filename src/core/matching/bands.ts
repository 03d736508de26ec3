/** The three bands: from which confidence an answer is given, and from which it is offered. */
import type { Trial } from "./calibration.js";
import { chance, type Network } from "./network.js";
import type { SignalName } from "./ranking.js";

/** Chances, 0 to 1. Below `offer` nothing is known; from `answer` on the answer is given. */
export interface Bands {
  readonly answer: number;
  readonly offer: number;
}

/** Policy, not measurement: of the covered questions tried, at most this share may get a wrong answer… */
const MOST_WRONG = 0.04;
/** …of the questions nobody covered at most this share may be answered… */
const MOST_UNCOVERED = 0.06;
/** …and at most this share of the covered ones may get neither the answer nor an offer. */
const MOST_LOST = 0.02;

/** The lowest bands that keep to the policy on the trials of the cross-validation. */
export function findBands(trials: readonly Trial[], calibration: Network<SignalName>): Bands {
  const tried = trials.map(({ candidates, right, kind }) => {
    const ranked = candidates
      .map(({ name, signals }) => ({ name, confidence: chance(calibration, signals) }))
      .sort((a, b) => b.confidence - a.confidence);
    const best = ranked[0] ?? { name: "", confidence: 0 };
    return { kind, isRight: best.name === right, confidence: best.confidence };
  });
  const known = tried.filter(({ kind }) => kind === "known");
  const wrong = known.filter(({ isRight }) => !isRight).map(({ confidence }) => confidence);
  const uncovered = tried.filter(({ kind }) => kind === "negative").map(({ confidence }) => confidence);
  return {
    answer: Math.max(
      thresholdFor(wrong, MOST_WRONG * known.length),
      thresholdFor(uncovered, MOST_UNCOVERED * uncovered.length),
    ),
    offer: quantile(
      known.map(({ confidence }) => confidence),
      MOST_LOST,
    ),
  };
}

/** The least threshold that at most `most` of `values` reach. */
function thresholdFor(values: readonly number[], most: number): number {
  const falling = [...values].sort((a, b) => b - a);
  return falling[Math.floor(most)] ?? 0;
}

const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.floor(share * values.length)] ?? 0;
