/** Figures about samples: intervals, quantiles and slopes. */

/** The 95 % Wilson interval of a share, 0 to 1; from 0 to 1 where nothing was counted. */
export function wilson(hits: number, count: number): readonly [low: number, high: number] {
  if (count === 0) return [0, 1];
  const z = 1.959964;
  const share = hits / count;
  const scale = 1 + z ** 2 / count;
  const centre = (share + z ** 2 / (2 * count)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/** The value that `share` of `values` do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const rising = [...values].sort((a, b) => a - b);
  return rising[Math.min(rising.length - 1, Math.max(0, Math.ceil(share * rising.length) - 1))] ?? Number.NaN;
}

/** The least of `chances` that no more than `most` of them exceed; undefined if there are no more than that. */
export const thresholdFor = (chances: readonly number[], most: number): number | undefined =>
  [...chances].sort((a, b) => b - a)[Math.floor(most)];

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The least-squares slope of `y` over `x`. */
export function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: 0 | 1) => points.reduce((sum, point) => sum + point[of], 0) / points.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** By which power `y` grows with `x`: the slope on logarithmic scales. */
export const logLogSlope = (points: readonly (readonly [x: number, y: number])[]): number =>
  slopeOf(points.map(([x, y]) => [Math.log(x), Math.log(y)]));
