/** Fits the logistic regression that tells from a candidate's signals how sure it is. */
import { type ConfidenceModel, standardise } from "../../src/core/matching/confidence.js";
import { SIGNALS, type Signals } from "../../src/core/matching/ranking.js";
import type { Trial, TrialKind } from "./trials.js";

/** How the kinds of trials are mixed: what a member asks is mostly covered, sometimes near, now and then quite unknown. */
const SHARE: Readonly<Record<TrialKind, number>> = { known: 0.55, negative: 0.38, hidden: 0.07 };

/** Newton's method converges in less. */
const STEPS = 25;
/** Keeps weights of signals that say the same from growing against each other. */
const RIDGE = 1e-3;

interface Row {
  readonly signals: Signals;
  readonly isRight: boolean;
  /** The weights of all rows sum to 1. */
  readonly weight: number;
}

/** Learns the chance that a candidate is the right answer. */
export function fitConfidence(trials: readonly Trial[]): ConfidenceModel {
  const rows = rowsOf(trials);
  const scales = SIGNALS.map((name) => {
    const mean = sum(rows, ({ signals, weight }) => weight * signals[name]);
    const variance = sum(rows, ({ signals, weight }) => weight * (signals[name] - mean) ** 2);
    return { mean, spread: Math.sqrt(variance) || 1 };
  });
  const inputs = rows.map(({ signals }) => [
    1,
    ...SIGNALS.map((name, at) => standardise(signals[name], scales[at] as (typeof scales)[number])),
  ]);
  const [bias = 0, ...weights] = fitLogistic(
    inputs,
    rows.map(({ isRight }) => (isRight ? 1 : 0)),
    rows.map(({ weight }) => weight),
  );
  const terms = SIGNALS.map((name, at) => [name, { ...scales[at], weight: weights[at] }]);
  return { bias, terms: Object.fromEntries(terms) as ConfidenceModel["terms"] };
}

function rowsOf(trials: readonly Trial[]): Row[] {
  const counts = { known: 0, negative: 0, hidden: 0 };
  for (const { kind, candidates } of trials) counts[kind] += candidates.length;
  return trials.flatMap(({ candidates, right, kind }) =>
    candidates.map(({ name, signals }) => ({ signals, isRight: name === right, weight: SHARE[kind] / counts[kind] })),
  );
}

/** Weighted logistic regression by Newton's method. */
function fitLogistic(
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  rowWeights: readonly number[],
): number[] {
  const size = inputs[0]?.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight) => -RIDGE * weight);
    const hessian = weights.map((_, i) => weights.map((_, j) => (i === j ? Number(RIDGE) : 0)));
    for (const [at, input] of inputs.entries()) {
      const chance = 1 / (1 + Math.exp(-input.reduce((total, value, i) => total + value * (weights[i] ?? 0), 0)));
      const error = (rowWeights[at] ?? 0) * ((targets[at] ?? 0) - chance);
      const curvature = (rowWeights[at] ?? 0) * chance * (1 - chance);
      for (const [i, a] of input.entries()) {
        gradient[i] = (gradient[i] ?? 0) + error * a;
        const row = hessian[i] ?? [];
        for (const [j, b] of input.entries()) row[j] = (row[j] ?? 0) + curvature * a * b;
      }
    }
    for (const [i, change] of solve(hessian, gradient).entries()) weights[i] = (weights[i] ?? 0) + change;
  }
  return weights;
}

/** Solves `matrix` x = `vector` for a symmetric positive definite matrix, by Gaussian elimination. */
function solve(matrix: number[][], vector: number[]): number[] {
  const rows = matrix.map((row, i) => [...row, vector[i] ?? 0]);
  for (const [i, pivot] of rows.entries()) {
    for (const [k, row] of rows.entries()) {
      if (k === i) continue;
      const factor = (row[i] ?? 0) / (pivot[i] ?? 1);
      for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row.at(-1) ?? 0) / (row[i] ?? 1));
}

const sum = (rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((total, row) => total + of(row), 0);
