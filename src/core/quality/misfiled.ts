/** Finds phrasings that are nearer to another entry than to their own, each compared without itself. */
import type { Knowledge } from "../data/knowledge.js";
import { type ClassName, collectExamples, isNegative, type LabelledReading } from "../matching/examples.js";
import { extractFeatures } from "../matching/features.js";
import { createReaderFor, type Learned, synonymsOf } from "../matching/learn.js";
import { createLineSearch, isIndexed } from "../matching/nearest.js";
import { createVectoriser, dot, type SparseVector } from "../matching/vectors.js";

/** A phrasing that two measures place in another entry: the line most like it, and all lines of an entry together. */
export interface MisfiledPhrasing {
  readonly line: string;
  readonly of: ClassName;
  /** The entry that it is nearer to, and the line of that entry which is most like it. */
  readonly nearer: ClassName;
  readonly like: string;
  /** How much nearer, by the smaller of the two measures: a difference of cosines, above 0. */
  readonly by: number;
}

/**
 * Returns every misfiled phrasing, the clearest first; takes some seconds. Its own line, and its own part in the sum of its
 * entry, are left out of the comparison, because a phrasing is always most like itself.
 */
export function findMisfiled(
  knowledge: Knowledge,
  { words, model }: Pick<Learned, "words" | "model">,
): MisfiledPhrasing[] {
  const synonyms = synonymsOf(knowledge);
  const { classes, vocabulary, index } = model;
  const examples = collectExamples(knowledge, createReaderFor(knowledge, words));
  const labels = new Map(classes.map((name, label) => [name, label]));
  const vectorise = createVectoriser(vocabulary);
  const vectors = examples.map(({ reading }) => vectorise(extractFeatures(reading, synonyms)));
  const compareWhole = createComparison(examples, vectors, labels, vocabulary.size);
  const search = createLineSearch(index, classes.length);
  const entries = classes.flatMap((name, label) => (isNegative(name) ? [] : [label]));
  const linesOf = classes.map((): number[] => []);
  for (const [i, { name }] of examples.entries()) linesOf[labels.get(name) ?? -1]?.push(i);
  const vectorOf = (i: number): SparseVector => vectors[i] as SparseVector;
  /** How near the most similar other line of the entry `own` is to line `i`, by the features that are indexed. */
  const similarityToOwn = (i: number, own: number): number => {
    const { indices, values } = vectorOf(i);
    const query = new Map(
      [...indices].map((feature, k) => [feature, isIndexed(index, feature) ? (values[k] ?? 0) : 0]),
    );
    const others = (linesOf[own] ?? []).filter((other) => examples[other]?.line !== examples[i]?.line);
    return others.reduce((most, other) => Math.max(most, dot(vectorOf(other), query)), 0);
  };

  const misfiled: MisfiledPhrasing[] = [];
  const seen = new Set<string>();
  for (const [i, { line, name }] of examples.entries()) {
    const own = labels.get(name) ?? -1;
    if (isNegative(name) || seen.has(`${name} ${line}`)) continue;
    seen.add(`${name} ${line}`);
    // The cheapest comparison first: few lines are left for the one with every other line.
    const { nearest, lead } = compareWhole(i, own);
    if (lead <= 0) continue;
    const { line: nearestLine, similarity } = search(vectorOf(i));
    const there = similarity[nearest] ?? 0;
    const isNearest = entries.every((label) => label === own || (similarity[label] ?? 0) <= there);
    const like = examples[nearestLine[nearest] ?? -1];
    if (there === 0 || !isNearest || like === undefined) continue;
    const by = Math.min(lead, there - similarityToOwn(i, own));
    if (by > 0) misfiled.push({ line, of: name, nearer: like.name, like: like.line, by });
  }
  return misfiled.sort((a, b) => b.by - a.by);
}

/**
 * Adds up all lines of each entry, feature by feature, so that one walk over a line's features compares it with all. The
 * function returned finds, of all entries but `own`, the one whose lines, taken together, are most like example `i`, and by
 * how much more.
 */
function createComparison(
  examples: readonly LabelledReading[],
  vectors: readonly SparseVector[],
  labels: ReadonlyMap<ClassName, number>,
  features: number,
): (i: number, own: number) => { readonly nearest: number; readonly lead: number } {
  const count = labels.size;
  const sums = new Float32Array(features * count);
  const copies = new Map<string, number[]>();
  const keyOf = ({ name, line }: LabelledReading): string => `${name} ${line}`;
  for (const [i, example] of examples.entries()) {
    const label = labels.get(example.name) ?? 0;
    const { indices, values } = vectors[i] as SparseVector;
    for (let k = 0; k < indices.length; k++) {
      const at = (indices[k] as number) * count + label;
      sums[at] = (sums[at] as number) + (values[k] as number);
    }
    copies.set(keyOf(example), [...(copies.get(keyOf(example)) ?? []), i]);
  }
  const squares = new Float64Array(count);
  for (let start = 0; start < sums.length; start += count)
    for (let label = 0; label < count; label++) {
      const sum = sums[start + label] as number;
      squares[label] = (squares[label] as number) + sum * sum;
    }
  const lengths = squares.map((square) => Math.sqrt(square || 1));
  const entries = [...labels].filter(([name]) => !isNegative(name)).map(([, label]) => label);

  return (i, own) => {
    const { indices, values } = vectors[i] as SparseVector;
    const dots = new Float64Array(count);
    for (let k = 0; k < indices.length; k++) {
      const value = values[k] as number;
      const start = (indices[k] as number) * count;
      for (let label = 0; label < count; label++)
        dots[label] = (dots[label] as number) + value * (sums[start + label] as number);
    }
    const mine = new Map<number, number>();
    for (const copy of copies.get(keyOf(examples[i] as LabelledReading)) ?? []) {
      const { indices, values } = vectors[copy] as SparseVector;
      for (let k = 0; k < indices.length; k++)
        mine.set(indices[k] as number, (mine.get(indices[k] as number) ?? 0) + (values[k] as number));
    }
    let [product, square] = [dots[own] as number, squares[own] as number];
    for (const [feature, part] of mine) square += part * part - 2 * part * (sums[feature * count + own] as number);
    for (let k = 0; k < indices.length; k++) product -= (mine.get(indices[k] as number) ?? 0) * (values[k] as number);
    let [nearest, best] = [own, Number.NEGATIVE_INFINITY];
    for (const label of entries) {
      const cosine = (dots[label] as number) / (lengths[label] as number);
      if (label === own || cosine <= best) continue;
      nearest = label;
      best = cosine;
    }
    return { nearest, lead: best - product / Math.sqrt(Math.max(square, 1e-9)) };
  };
}
