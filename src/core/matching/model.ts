/** What is learned from the examples. */
import type { ClassName, LabelledReading } from "./examples.js";
import type { Features } from "./features.js";
import { compact, type LinearModel, type TrainingSettings, trainLinear } from "./linear.js";
import { buildLineIndex, type LineIndex } from "./nearest.js";
import { createVectoriser, type SparseVector } from "./vectors.js";
import type { Vocabulary } from "./vocabulary.js";

export interface Model {
  readonly classes: readonly ClassName[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  readonly index: LineIndex;
  /** A bit for each word and class: whether a line of the class holds the word. Single words have the first indices. */
  readonly wordsOf: Uint32Array;
}

export type Synonyms = ReadonlyMap<string, string>;

const TRAINING: TrainingSettings = { epochs: 3, rate: 3, decay: 0.5, negligible: 2e-3 };

/** Learns from `examples`; `features` are theirs, in the same order. Deterministic. */
export function learnModel(
  examples: readonly LabelledReading[],
  features: readonly Partial<Features>[],
  vocabulary: Vocabulary,
): Model {
  const vectorise = createVectoriser(vocabulary);
  const { indexOf, indexOfPair } = vocabulary;
  const classes = [...new Set(examples.map(({ name }) => name))];
  const labelOf = new Map(classes.map((name, label) => [name, label]));
  const labels = examples.map(({ name }) => labelOf.get(name) as number);
  const training = examples.map(({ weight, text }, at) => ({
    vector: vectorise(features[at] as Partial<Features>),
    label: labels[at] as number,
    weight,
    text,
  }));
  const vectors = training.map(({ vector }) => vector);
  return {
    classes,
    vocabulary,
    linear: compact(trainLinear(training, vocabulary.size, classes.length, TRAINING)),
    index: buildLineIndex(vectors, labels, vocabulary.size, indexOf.words.size + indexOfPair.size + indexOf.apps.size),
    wordsOf: collectWordsOf(vectors, labels, indexOf.words.size, classes.length),
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
