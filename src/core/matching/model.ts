/** What is learned from the examples. */
import type { ClassName, LabelledReading } from "./examples.js";
import { extractFeatures } from "./features.js";
import { type LinearModel, trainLinear } from "./linear.js";
import { buildLineIndex, type LineIndex } from "./nearest.js";
import { buildVocabulary, COMPARED, toVector, type Vocabulary } from "./vectors.js";

export interface Model {
  readonly classes: readonly ClassName[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  readonly index: LineIndex;
  /** The curated lines that `index` counts. */
  readonly lines: readonly string[];
  /** `wordsOf[feature * classes + class]` is 1 where a line of the class holds the word; the words are indexed first. */
  readonly wordsOf: Uint8Array;
}

export type Synonyms = ReadonlyMap<string, string>;

export function learn(examples: readonly LabelledReading[], synonyms: Synonyms): Model {
  const classes = [...new Set(examples.map(({ name }) => name))];
  const labelOf = new Map(classes.map((name, label) => [name, label]));
  const labels = examples.map(({ name }) => labelOf.get(name) ?? 0);
  const features = examples.map(({ reading }) => extractFeatures(reading, synonyms));
  const vocabulary = buildVocabulary(features);
  const training = examples.map(({ weight }, i) => ({
    vector: toVector(features[i] ?? NO_FEATURES, vocabulary),
    label: labels[i] ?? 0,
    weight,
  }));
  const linear = trainLinear(training, vocabulary.size, classes.length);
  const wordVectors = features.map((all) => toVector(all, vocabulary, COMPARED));
  const wordsOf = new Uint8Array(vocabulary.indexOf.words.size * classes.length);
  for (const [i, { reading }] of examples.entries())
    for (const word of reading.words) {
      const feature = vocabulary.indexOf.words.get(word);
      if (feature !== undefined) wordsOf[feature * classes.length + (labels[i] ?? 0)] = 1;
    }
  const index = buildLineIndex(wordVectors, labels, vocabulary.size);
  return { classes, vocabulary, linear, index, lines: examples.map(({ line }) => line), wordsOf };
}

const NO_FEATURES = { words: [], letters: [], apps: [] };
