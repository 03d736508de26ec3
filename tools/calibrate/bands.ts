/** Fits how sure a candidate is, finds the bands that keep to the policy, and says what becomes of the trials with them. */
import { isAhead } from "../../src/core/decision/odds.js";
import type { Bands, Calibration } from "../../src/core/matching/calibration.js";
import { chanceBy } from "../../src/core/matching/logistic.js";
import { SIGNALS } from "../../src/core/matching/ranking.js";
import { quantile, thresholdFor } from "../common/statistics.js";
import { fitLogistic } from "./logistic.js";
import type { Trial, TrialKind } from "./trials.js";

/** How the kinds of trials are mixed: what a member asks is mostly covered, sometimes near, now and then quite unknown. */
const SHARE: Readonly<Record<TrialKind, number>> = { known: 0.55, negative: 0.38, hidden: 0.07 };

/** Learns the chance that a candidate is the right answer. */
export const fitConfidence = (trials: readonly Trial[]): Calibration["confidence"] =>
  fitLogistic(
    SIGNALS,
    trials.flatMap(({ candidates, right, kind }) =>
      candidates.map(({ name, signals }) => ({ kind, signals, holds: name === right })),
    ),
    SHARE,
  );

/** Policy, not measurement: the largest shares of the questions tried that may come to a bad end. */
export const POLICY = {
  /** Of covered questions: those that get a wrong answer. */
  wrong: 0.04,
  /** Of questions that must not be answered: those that are. A tenth of them was written to sound like covered ones. */
  uncovered: 0.11,
  /** Of covered questions: those that get neither the answer nor an offer. */
  lost: 0.02,
};

export interface TrialOutcome {
  readonly kind: TrialKind;
  readonly isRight: boolean;
  /** Of the best candidate. */
  readonly confidence: number;
  /** Whether it is so far ahead of the next that it is answered rather than offered beside it. */
  readonly isAhead: boolean;
}

export const outcomesOf = (trials: readonly Trial[], confidence: Calibration["confidence"]): TrialOutcome[] =>
  trials.map(({ candidates, right, kind }) => {
    const ranked = candidates
      .map(({ name, signals }) => ({ name, confidence: chanceBy(confidence, signals) }))
      .sort((a, b) => b.confidence - a.confidence);
    const [best, next] = ranked.map((candidate) => candidate.confidence);
    return { kind, isRight: ranked[0]?.name === right, confidence: best ?? 0, isAhead: isAhead(best, next) };
  });

/** Returns the lowest bands that keep to the policy. */
export function findBands(outcomes: readonly TrialOutcome[]): Bands {
  const known = outcomes.filter(({ kind }) => kind === "known");
  const wrong = known.filter(({ isRight }) => !isRight);
  const negative = outcomes.filter(({ kind }) => kind === "negative");
  return {
    answer: Math.max(
      thresholdFor(confidencesOf(wrong), POLICY.wrong * known.length) ?? 0,
      thresholdFor(confidencesOf(negative), POLICY.uncovered * negative.length) ?? 0,
    ),
    offer: quantile(
      known.map(({ confidence }) => confidence),
      POLICY.lost,
    ),
  };
}

const confidencesOf = (outcomes: readonly TrialOutcome[]): number[] =>
  outcomes.flatMap(({ confidence, isAhead }) => (isAhead ? confidence : []));

export type TrialFigures = ReturnType<typeof figuresOf>;

/** What became of the trials of one kind, in percent. Of a line that no answer covers, every answer is wrong. */
export function figuresOf(outcomes: readonly TrialOutcome[], kind: TrialKind, bands: Bands) {
  const all = outcomes.filter((outcome) => outcome.kind === kind);
  const percent = (isCounted: (outcome: TrialOutcome) => boolean): number =>
    Math.round((1000 * all.filter(isCounted).length) / Math.max(1, all.length)) / 10;
  const isAnswered = ({ isAhead, confidence }: TrialOutcome): boolean => isAhead && confidence >= bands.answer;
  return {
    count: all.length,
    right: percent((outcome) => outcome.isRight && isAnswered(outcome)),
    wrong: percent((outcome) => !outcome.isRight && isAnswered(outcome)),
    offered: percent((outcome) => outcome.confidence >= bands.offer && !isAnswered(outcome)),
  };
}
