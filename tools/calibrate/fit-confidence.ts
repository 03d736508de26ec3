/** Fits the logistic regression that tells from a candidate's signals how sure it is. */
import type { Calibration } from "../../src/core/matching/calibration.js";
import { SIGNALS } from "../../src/core/matching/ranking.js";
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
