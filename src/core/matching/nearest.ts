/** Finds the curated lines that read most like a question: a second opinion beside the classifier, and the "why". */
import type { SparseVector } from "./vectors.js";

/** Lines by the features they hold: `lines[starts[f] .. starts[f + 1]]` hold feature `f`, with `values` beside. */
export interface LineIndex {
  readonly starts: Int32Array;
  readonly lines: Int32Array;
  readonly values: Float32Array;
  /** The class of each line. */
  readonly labels: Int16Array;
}

/** The nearest line of one class and how near it is: the cosine, 0 (nothing in common) to 1 (the same words). */
export interface Neighbour {
  readonly line: number;
  readonly similarity: number;
  /** The mean similarity of the class's three nearest lines. */
  readonly density: number;
}

/** A feature in more lines than this says too little to be worth walking through: it bounds a query's time. */
const MAX_LINES_PER_FEATURE = 400;

export function buildLineIndex(
  vectors: readonly SparseVector[],
  labels: readonly number[],
  features: number,
): LineIndex {
  const counts = new Int32Array(features + 1);
  for (const { indices } of vectors)
    for (const feature of indices) counts[feature + 1] = (counts[feature + 1] ?? 0) + 1;
  for (let f = 1; f <= features; f++) {
    const count = counts[f] ?? 0;
    counts[f] = (counts[f - 1] ?? 0) + (count > MAX_LINES_PER_FEATURE ? 0 : count);
  }
  const size = counts[features] ?? 0;
  const index = {
    starts: counts,
    lines: new Int32Array(size),
    values: new Float32Array(size),
    labels: Int16Array.from(labels),
  };
  const next = counts.slice();
  for (const [line, { indices, values }] of vectors.entries()) {
    for (let i = 0; i < indices.length; i++) {
      const feature = indices[i] as number;
      const at = next[feature] as number;
      if (at >= (counts[feature + 1] as number)) continue;
      next[feature] = at + 1;
      index.lines[at] = line;
      index.values[at] = values[i] as number;
    }
  }
  return index;
}

/** Finds, for a query, the nearest line of each class that shares a telling feature with it. */
export type LineSearch = (query: SparseVector) => ReadonlyMap<number, Neighbour>;

/** A search over `index`. It keeps one number for each line as its scratch paper, so that a query makes no garbage. */
export function createLineSearch({ starts, lines, values, labels }: LineIndex): LineSearch {
  const similarities = new Float32Array(labels.length);
  const touched = new Int32Array(labels.length);
  return (query) => {
    let count = 0;
    for (let i = 0; i < query.indices.length; i++) {
      const feature = query.indices[i] as number;
      const value = query.values[i] as number;
      const end = starts[feature + 1] as number;
      for (let at = starts[feature] as number; at < end; at++) {
        const line = lines[at] as number;
        if (similarities[line] === 0) touched[count++] = line;
        similarities[line] = (similarities[line] as number) + value * (values[at] as number);
      }
    }
    const best = new Map<number, [line: number, first: number, second: number, third: number]>();
    for (let i = 0; i < count; i++) {
      const line = touched[i] as number;
      const similarity = similarities[line] as number;
      similarities[line] = 0;
      const label = labels[line] as number;
      const top = best.get(label);
      if (top === undefined) best.set(label, [line, similarity, 0, 0]);
      else if (similarity > top[1]) [top[0], top[1], top[2], top[3]] = [line, similarity, top[1], top[2]];
      else if (similarity > top[2]) [top[2], top[3]] = [similarity, top[2]];
      else if (similarity > top[3]) top[3] = similarity;
    }
    const neighbours = new Map<number, Neighbour>();
    for (const [label, [line, first, second, third]] of best)
      neighbours.set(label, { line, similarity: first, density: (first + second + third) / 3 });
    return neighbours;
  };
}
