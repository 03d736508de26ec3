/** Fits logistic regressions over named signals. */
import { type LogisticModel, standardise } from "../../src/core/matching/logistic.js";

/** Newton's method converges in less. */
const STEPS = 25;
/** Keeps weights of signals that say the same from growing against each other. */
const RIDGE = 1e-3;

export interface Row<Name extends string, Kind extends string> {
  readonly kind: Kind;
  readonly signals: Readonly<Record<Name, number>>;
  /** Whether that holds whose chance is learned. */
  readonly holds: boolean;
}

/** Learns the chance that rows with such signals hold. `shares`: how much each kind of row counts, however many there are. */
export function fitLogistic<Name extends string, Kind extends string>(
  names: readonly Name[],
  unweighted: readonly Row<Name, Kind>[],
  shares: Readonly<Record<Kind, number>>,
): LogisticModel<Name> {
  const counts = new Map<Kind, number>();
  for (const { kind } of unweighted) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const rows = unweighted.map((row) => ({ ...row, weight: shares[row.kind] / (counts.get(row.kind) ?? 1) }));
  const scales = names.map((name) => {
    const mean = sum(rows, ({ signals, weight }) => weight * signals[name]);
    const variance = sum(rows, ({ signals, weight }) => weight * (signals[name] - mean) ** 2);
    return { mean, spread: Math.sqrt(variance) || 1 };
  });
  const inputs = rows.map(({ signals }) => [
    1,
    ...names.map((name, at) => standardise(signals[name], scales[at] as (typeof scales)[number])),
  ]);
  const [bias = 0, ...weights] = fitWeights(
    inputs,
    rows.map(({ holds }) => (holds ? 1 : 0)),
    rows.map(({ weight }) => weight),
  );
  const terms = names.map((name, at) => [name, { ...scales[at], weight: weights[at] }]);
  return { bias, terms: Object.fromEntries(terms) as LogisticModel<Name>["terms"] };
}

/** Weighted logistic regression by Newton's method. */
function fitWeights(
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

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((total, row) => total + of(row), 0);
