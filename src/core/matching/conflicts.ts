/** Estimates, by the nearest wording alone and without learning, which known questions a draft would draw to itself. */
import { type Knowledge, namedApps } from "../data/knowledge.js";
import { exampleLines, isNegative } from "./examples.js";
import { extractFeatures } from "./features.js";
import { type Learned, synonymsOf } from "./learn.js";
import { isIndexed, UNIT } from "./nearest.js";
import type { Reading } from "./reading.js";
import { createVectoriser, dot, type SparseVector } from "./vectors.js";

/** A known question whose nearest wording would be one of the draft's. */
export interface Conflict {
  readonly question: string;
  /** A golden question stands for one question, a phrasing for all that are much like it. */
  readonly kind: "golden" | "phrasing";
  /** What answers it now: labels, or `none` where it must not be answered. */
  readonly now: string;
  /** How near the draft's wording is: a cosine, 0 to 1. */
  readonly similarity: number;
}

/** Wordings that have less in common draw nothing to themselves: other signals decide. */
const NEAR_FROM = 0.4;
/** The nearest phrasings that are looked at closely: bounds the work. */
const MOST_PHRASINGS = 200;

/**
 * Returns the nearest first. `wordings` are the draft's question and phrasings, `id` its entry, from which it can take
 * nothing away. `read` reads a question as the matcher does.
 */
export function findConflicts(
  { wordings, id }: { readonly wordings: readonly string[]; readonly id: string },
  knowledge: Knowledge,
  { model }: Pick<Learned, "model">,
  read: (question: string) => Reading,
): Conflict[] {
  const { vocabulary, classes, index } = model;
  const lines = exampleLines(knowledge);
  const { starts, lines: lineOf, values, labels } = index;
  const synonyms = synonymsOf(knowledge);
  const vectorise = createVectoriser(vocabulary);
  const [app] = namedApps(knowledge);

  const vectorOf = (text: string): SparseVector => {
    const question = text.replaceAll("{app}", ` ${app?.name ?? ""} `);
    return vectorise(extractFeatures(read(question), synonyms));
  };
  /** How near each curated line is, by the features that the index walks through. */
  const nearTo = ({ indices, values: weights }: SparseVector): Float32Array => {
    const near = new Float32Array(labels.length);
    for (const [i, feature] of indices.entries())
      for (let at = starts[feature] ?? 0; at < (starts[feature + 1] ?? 0); at++)
        near[lineOf[at] as number] = (near[lineOf[at] as number] ?? 0) + ((weights[i] ?? 0) * (values[at] ?? 0)) / UNIT;
    return near;
  };
  const classOf = (line: number): string => classes[labels[line] ?? -1] ?? "";
  const nameOf = (line: number): string => (isNegative(classOf(line)) ? "none" : classOf(line));

  /** The nearest line to `text` that is not that very line. */
  const nearestOther = (text: string): number => {
    const near = nearTo(vectorOf(text));
    return near.reduce((most, similarity, line) => (similarity > most && lines[line] !== text ? similarity : most), 0);
  };

  const drafted = wordings.map(vectorOf);
  const indexed = drafted.map(
    ({ indices, values: weights }) =>
      new Map([...indices].flatMap((feature, i) => (isIndexed(index, feature) ? [[feature, weights[i] ?? 0]] : []))),
  );
  const found: Conflict[] = [];
  for (const { ask, expect, after } of knowledge.golden) {
    if (after !== undefined || expect.includes(id)) continue;
    const vector = vectorOf(ask);
    const similarity = Math.max(0, ...indexed.map((weights) => dot(vector, weights)));
    if (similarity >= NEAR_FROM && similarity > nearestOther(ask))
      found.push({ question: ask, kind: "golden", now: expect.join(" or "), similarity });
  }

  const nearest = new Float32Array(labels.length);
  for (const vector of drafted)
    for (const [line, similarity] of nearTo(vector).entries())
      if (similarity > (nearest[line] ?? 0)) nearest[line] = similarity;
  const candidates = new Map<string, number>();
  for (const [line, similarity] of nearest.entries()) {
    const text = lines[line] ?? "";
    if (similarity >= NEAR_FROM && classOf(line) !== id && similarity > (nearest[candidates.get(text) ?? -1] ?? 0))
      candidates.set(text, line);
  }
  const closest = [...candidates].toSorted(([, a], [, b]) => (nearest[b] ?? 0) - (nearest[a] ?? 0));
  for (const [text, line] of closest.slice(0, MOST_PHRASINGS)) {
    const similarity = nearest[line] ?? 0;
    if (similarity > nearestOther(text))
      found.push({ question: text, kind: "phrasing", now: nameOf(line), similarity });
  }
  return found.toSorted((a, b) => b.similarity - a.similarity);
}
