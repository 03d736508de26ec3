/** Finds phrasings that are nearer to another entry than to their own, each compared without itself. */
import type { Knowledge } from "../data/knowledge.js";
import { type ClassName, collectExamples, isNegative } from "../matching/examples.js";
import { extractFeatures } from "../matching/features.js";
import { createReaderFor, type Learned, synonymsOf } from "../matching/learn.js";
import { createLineSearch, isIndexed } from "../matching/nearest.js";
import { createVectoriser, dot, type SparseVector } from "../matching/vectors.js";
import { uniqueBy } from "./unique-by.js";

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

interface Example {
  readonly line: string;
  /** The index of its class. */
  readonly label: number;
  readonly vector: SparseVector;
}

/**
 * Returns every misfiled phrasing, the clearest first; takes some seconds. Its own line, and its own part in the sum of its
 * entry, are left out of the comparison, because a phrasing is always most like itself.
 */
export function findMisfiled(
  knowledge: Knowledge,
  { words, model }: Pick<Learned, "words" | "model">,
): MisfiledPhrasing[] {
  const { classes, vocabulary, index } = model;
  const synonyms = synonymsOf(knowledge);
  const vectorise = createVectoriser(vocabulary);
  const examples = collectExamples(knowledge, createReaderFor(knowledge, words)).map(
    ({ line, name, reading }): Example => ({
      line,
      label: classes.indexOf(name),
      vector: vectorise(extractFeatures(reading, synonyms)),
    }),
  );
  const entries = classes.flatMap((name, label) => (isNegative(name) ? [] : [label]));
  const compareWhole = createComparison(examples, entries, classes.length, vocabulary.size);
  const search = createLineSearch(index, classes.length);
  const isCompared = (feature: number) => isIndexed(index, feature);

  const misfiled: MisfiledPhrasing[] = [];
  for (const own of entries) {
    const ofEntry = examples.filter(({ label }) => label === own);
    for (const { line, vector } of uniqueBy(ofEntry, (example) => example.line)) {
      const copies = ofEntry.filter((example) => example.line === line);
      // The cheapest comparison first: few lines are left for the one with every other line.
      const { nearest, lead } = compareWhole(vector, own, copies);
      if (lead <= 0) continue;
      const { line: nearestLine, similarity } = search(vector);
      const there = similarity[nearest] ?? 0;
      const isNearest = entries.every((label) => label === own || (similarity[label] ?? 0) <= there);
      const like = examples[nearestLine[nearest] ?? -1];
      if (there === 0 || !isNearest || like === undefined) continue;
      const query = addUp([vector], isCompared);
      const others = ofEntry.filter((example) => example.line !== line);
      const here = others.reduce((most, other) => Math.max(most, dot(other.vector, query)), 0);
      const by = Math.min(lead, there - here);
      if (by > 0) misfiled.push({ line, of: classes[own] ?? "", nearer: classes[nearest] ?? "", like: like.line, by });
    }
  }
  return misfiled.sort((a, b) => b.by - a.by);
}

/** Adds up `vectors`, by the features that are counted. */
function addUp(vectors: readonly SparseVector[], isCounted = (_: number) => true): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { indices, values } of vectors)
    for (const [k, feature] of indices.entries())
      if (isCounted(feature)) sums.set(feature, (sums.get(feature) ?? 0) + (values[k] ?? 0));
  return sums;
}

/**
 * Adds up all lines of each class, feature by feature, so that one walk over a line's features compares it with all. The
 * function returned finds, of all `entries` but `own`, the one whose lines, taken together, are most like `vector`, and by
 * how much more than those of `own` without `copies`.
 */
function createComparison(examples: readonly Example[], entries: readonly number[], classes: number, features: number) {
  const sums = new Float32Array(features * classes);
  const sumOf = (feature: number, label: number): number => sums[feature * classes + label] as number;
  for (const { label, vector } of examples)
    for (const [feature, value] of addUp([vector])) sums[feature * classes + label] = sumOf(feature, label) + value;
  const squares = new Float64Array(classes);
  for (let feature = 0; feature < features; feature++)
    for (let label = 0; label < classes; label++)
      squares[label] = (squares[label] as number) + sumOf(feature, label) ** 2;
  const lengths = squares.map((square) => Math.sqrt(square || 1));

  return (vector: SparseVector, own: number, copies: readonly Example[]) => {
    const dots = new Float64Array(classes);
    for (const [feature, value] of addUp([vector]))
      for (let label = 0; label < classes; label++)
        dots[label] = (dots[label] as number) + value * sumOf(feature, label);
    const mine = addUp(copies.map((copy) => copy.vector));
    let square = squares[own] as number;
    for (const [feature, part] of mine) square += part * (part - 2 * sumOf(feature, own));
    const here = ((dots[own] as number) - dot(vector, mine)) / Math.sqrt(Math.max(square, 1e-9));
    const cosines = dots.map((product, label) => product / (lengths[label] as number));
    const others = entries.filter((label) => label !== own);
    const best = Math.max(...others.map((label) => cosines[label] as number));
    return { nearest: others.find((label) => cosines[label] === best) ?? own, lead: best - here };
  };
}
