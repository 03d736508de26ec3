/** Logistic regression over a few named signals: turns them into the chance of being right. */

export interface LogisticModel<Name extends string> {
  readonly bias: number;
  readonly weights: Readonly<Record<Name, number>>;
}

export interface Row<Name extends string> {
  readonly signals: Readonly<Record<Name, number>>;
  readonly right: boolean;
  readonly weight: number;
}

/** Fits by gradient descent on signals scaled to unit spread, with a light pull towards 0; deterministic. */
export function fitLogistic<Name extends string>(
  names: readonly Name[],
  rows: readonly Row<Name>[],
): LogisticModel<Name> {
  const count = Math.max(1, rows.length);
  const means = names.map((name) => rows.reduce((sum, { signals }) => sum + signals[name], 0) / count);
  const spreads = names.map((name, i) => {
    const variance = rows.reduce((sum, { signals }) => sum + (signals[name] - (means[i] ?? 0)) ** 2, 0) / count;
    return Math.sqrt(variance) || 1;
  });
  const scaled = rows.map(({ signals }) =>
    names.map((name, i) => (signals[name] - (means[i] ?? 0)) / (spreads[i] ?? 1)),
  );
  const total = rows.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const weights = names.map(() => 0);
  const velocity = names.map(() => 0);
  let bias = 0;
  for (let step = 0; step < 400; step++) {
    const gradient = weights.map((weight) => -1e-3 * weight);
    let biasGradient = 0;
    for (const [r, row] of rows.entries()) {
      const values = scaled[r] ?? [];
      let sum = bias;
      for (let i = 0; i < values.length; i++) sum += (weights[i] ?? 0) * (values[i] ?? 0);
      const error = ((row.right ? 1 : 0) - sigmoid(sum)) * (row.weight / total);
      biasGradient += error;
      for (let i = 0; i < values.length; i++) gradient[i] = (gradient[i] ?? 0) + error * (values[i] ?? 0);
    }
    bias += 2 * biasGradient;
    for (let i = 0; i < weights.length; i++) {
      velocity[i] = 0.9 * (velocity[i] ?? 0) + (gradient[i] ?? 0);
      weights[i] = (weights[i] ?? 0) + 0.5 * (velocity[i] ?? 0);
    }
  }
  const unscaled = names.map((name, i): [Name, number] => [name, (weights[i] ?? 0) / (spreads[i] ?? 1)]);
  const shift = unscaled.reduce((sum, [, weight], i) => sum + weight * (means[i] ?? 0), 0);
  return { bias: bias - shift, weights: Object.fromEntries(unscaled) as Record<Name, number> };
}

/** The chance, 0 to 1, that `signals` speak of something right. */
export function chance<Name extends string>(
  model: LogisticModel<Name>,
  signals: Readonly<Record<Name, number>>,
): number {
  let sum = model.bias;
  for (const name in model.weights) sum += model.weights[name] * signals[name];
  return sigmoid(sum);
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
