/** What is learned from the examples. */

import { type Corpus, type CountedBlock, createCorpus } from "./corpus.js";
import type { ClassName, LabelledReading } from "./examples.js";
import { extractFeatures } from "./features.js";
import { type LinearModel, trainLinear } from "./linear.js";
import { buildLineIndex, type LineIndex } from "./nearest.js";
import type { SparseVector, Vocabulary } from "./vectors.js";

export interface Model {
  readonly classes: readonly ClassName[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  readonly index: LineIndex;
  /** A bit for each word and class: whether a line of the class holds the word. Single words have the first indices. */
  readonly wordsOf: Uint32Array;
}

export type Synonyms = ReadonlyMap<string, string>;

/** An example whose features a corpus has counted. */
export interface CountedExample extends LabelledReading {
  readonly words: CountedBlock;
  readonly apps: CountedBlock;
  readonly letters: CountedBlock;
}

export function countExamples(
  corpus: Corpus,
  examples: readonly LabelledReading[],
  synonyms: Synonyms,
): CountedExample[] {
  return examples.map((example) => {
    const features = extractFeatures(example.reading, synonyms);
    return {
      ...example,
      words: corpus.count("words", features),
      apps: corpus.count("apps", features),
      letters: corpus.count("letters", features),
    };
  });
}

/** Learns from `examples` alone. Deterministic. */
export function learn(examples: readonly LabelledReading[], synonyms: Synonyms): Model {
  const corpus = createCorpus();
  const counted = countExamples(corpus, examples, synonyms);
  return learnCounted(counted, corpus.finish());
}

/** Learns from examples that were counted in a corpus, which may know more than they. */
export function learnCounted(
  examples: readonly CountedExample[],
  { vocabulary, vectorOf }: ReturnType<Corpus["finish"]>,
): Model {
  const classes = [...new Set(examples.map(({ name }) => name))];
  const labelOf = new Map(classes.map((name, label) => [name, label]));
  const labels = examples.map(({ name }) => labelOf.get(name) as number);
  const training = examples.map(({ words, apps, letters, weight, text }, at) => ({
    vector: vectorOf(words, apps, letters),
    label: labels[at] as number,
    weight,
    text,
  }));
  const compared = examples.map(({ words, apps }) => vectorOf(words, apps));
  return {
    classes,
    vocabulary,
    linear: trainLinear(training, vocabulary.size, classes.length),
    index: buildLineIndex(compared, labels, vocabulary.size),
    wordsOf: collectWordsOf(compared, labels, vocabulary.indexOf.words.size, classes.length),
  };
}

const rowLength = (classes: number): number => Math.ceil(classes / 32);

function collectWordsOf(vectors: readonly SparseVector[], labels: readonly number[], words: number, classes: number) {
  const row = rowLength(classes);
  const wordsOf = new Uint32Array(words * row);
  for (const [at, { indices }] of vectors.entries()) {
    const label = labels[at] as number;
    for (const feature of indices) {
      if (feature >= words) continue;
      const place = feature * row + (label >> 5);
      wordsOf[place] = (wordsOf[place] as number) | (1 << (label & 31));
    }
  }
  return wordsOf;
}

/** Whether a line of the class `label` holds the word that has the index `feature`. */
export const hasWord = ({ wordsOf, classes }: Model, feature: number, label: number): boolean =>
  (((wordsOf[feature * rowLength(classes.length) + (label >> 5)] as number) >>> (label & 31)) & 1) === 1;
