/** Finds the curated lines that read most like a question: a second opinion beside the classifier, and the "why". */
import type { SparseVector } from "./vectors.js";

/**
 * Lines by the features they hold: `lines[starts[f] .. starts[f + 1]]` hold feature `f`, with `values` beside, which
 * are fractions of `UNIT`.
 */
export interface LineIndex {
  readonly starts: Int32Array;
  readonly lines: Uint16Array | Uint32Array;
  readonly values: Uint8Array;
  /** The class of each line. */
  readonly labels: Uint16Array;
}

/** What the number 1 is in the values of the index. */
export const UNIT = 255;

/** Lines are not searched by features that more of them have, unless the question has no rarer one: "is {app} banned". */
const MAX_LINES_PER_FEATURE = 400;

/** Whether lines can be found by `feature`: some line has it, and not too many. */
export const isIndexed = ({ starts }: LineIndex, feature: number): boolean =>
  (starts[feature] ?? 0) < (starts[feature + 1] ?? 0);

/**
 * Indexes lines by the first `compared` of all `features`, which are words and apps: letters would find what is spelt
 * alike, not what says the same.
 */
export function buildLineIndex(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  features: number,
  compared: number,
): LineIndex {
  const starts = new Int32Array(features + 1);
  for (const { indices } of vectors)
    for (const feature of indices) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  for (let f = 1; f <= features; f++) {
    const count = starts[f] as number;
    starts[f] = (starts[f - 1] as number) + (count > MAX_LINES_PER_FEATURE || f > compared ? 0 : count);
  }
  const size = starts[features] as number;
  const lines = vectors.length <= 0x10000 ? new Uint16Array(size) : new Uint32Array(size);
  const values = new Uint8Array(size);
  const next = starts.slice();
  for (const [line, vector] of vectors.entries()) {
    for (let i = 0; i < vector.indices.length; i++) {
      const feature = vector.indices[i] as number;
      const at = next[feature] as number;
      if (at >= (starts[feature + 1] as number)) continue;
      next[feature] = at + 1;
      lines[at] = line;
      values[at] = Math.round((vector.values[i] as number) * UNIT);
    }
  }
  return { starts, lines, values, labels: Uint16Array.from(labels) };
}

/**
 * Returns a search for the nearest line of each class and its similarity, the cosine: 0 (nothing in common, and then the
 * line means nothing) to 1 (the same words). A result holds until the next query: the arrays are kept, so that a query
 * makes no garbage.
 */
export function createLineSearch({ starts, lines, values, labels }: LineIndex, classes: number) {
  const similarities = new Float32Array(labels.length);
  const touched = new Int32Array(labels.length);
  const neighbours = { line: new Int32Array(classes), similarity: new Float32Array(classes) };
  return (query: SparseVector) => {
    let count = 0;
    for (let i = 0; i < query.indices.length; i++) {
      const feature = query.indices[i] as number;
      const value = (query.values[i] as number) / UNIT;
      const end = starts[feature + 1] as number;
      for (let at = starts[feature] as number; at < end; at++) {
        const line = lines[at] as number;
        const before = similarities[line] as number;
        if (before === 0) touched[count++] = line;
        similarities[line] = before + value * (values[at] as number);
      }
    }
    const { line: nearest, similarity: highest } = neighbours;
    highest.fill(0);
    for (let i = 0; i < count; i++) {
      const line = touched[i] as number;
      const similarity = similarities[line] as number;
      similarities[line] = 0;
      const label = labels[line] as number;
      if (similarity <= (highest[label] as number)) continue;
      highest[label] = similarity;
      nearest[label] = line;
    }
    return neighbours;
  };
}
