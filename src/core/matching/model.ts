/** What is learned from the examples, and how it ranks the classes for a question. */
import { APP_STATUS } from "../knowledge.js";
import { type ClassName, isNegative, type LabelledReading } from "./examples.js";
import { APP_TOKEN, extractFeatures } from "./features.js";
import { type LinearModel, scoreInto, softmaxInPlace, trainLinear } from "./linear.js";
import { buildLineIndex, findNearest, type LineIndex } from "./nearest.js";
import type { Reading } from "./reading.js";
import { buildVocabulary, featureKey, toVector, type Vocabulary } from "./vectors.js";

export interface Model {
  readonly classes: readonly ClassName[];
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  readonly index: LineIndex;
  /** The curated lines that `index` counts. */
  readonly lines: readonly string[];
  /** `wordsOf[feature * classes + class]` is 1 where a line of the class holds the word. */
  readonly wordsOf: Uint8Array;
}

/** What the ranking says of one class, for one question. */
export interface Candidate {
  readonly name: ClassName;
  readonly signals: Readonly<Record<SignalName, number>>;
  /** The curated line of this class nearest to the question. */
  readonly nearest: string | undefined;
}

export const SIGNALS = [
  "classifier",
  "lead",
  "notCovered",
  "similarity",
  "similarityLead",
  "overNegatives",
  "density",
  "support",
  "length",
  "apps",
  "asksStatus",
  "unknownWords",
  "repairedWords",
] as const;
export type SignalName = (typeof SIGNALS)[number];

/** The weight of a word that no curated line holds: about that of one in three lines of twenty thousand. */
const UNSEEN_WEIGHT = 9;

/** How many classes are looked at closely. */
const SHORTLIST = 6;

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
  const wordVectors = features.map(({ words, apps }) => toVector({ words, letters: [], apps }, vocabulary));
  const wordsOf = new Uint8Array(vocabulary.size * classes.length);
  for (const [i, { reading }] of examples.entries())
    for (const word of reading.words) {
      const feature = vocabulary.indexOf.get(featureKey("words", word));
      if (feature !== undefined) wordsOf[feature * classes.length + (labels[i] ?? 0)] = 1;
    }
  const index = buildLineIndex(wordVectors, labels, vocabulary.size);
  return { classes, vocabulary, linear, index, lines: examples.map(({ line }) => line), wordsOf };
}

const NO_FEATURES = { words: [], letters: [], apps: [] };

/** The likeliest classes for `reading`, negatives left out, the classifier's favourite first. */
export function rank(model: Model, reading: Reading, synonyms: Synonyms): Candidate[] {
  const { classes, vocabulary } = model;
  const features = extractFeatures(reading, synonyms);
  const chances = new Float32Array(classes.length);
  scoreInto(model.linear, toVector(features, vocabulary), chances);
  softmaxInPlace(chances);
  const neighbours = findNearest(model.index, toVector({ ...features, letters: [] }, vocabulary));

  let notCovered = 0;
  let nearestNegative = 0;
  const entries: number[] = [];
  for (const [label, name] of classes.entries()) {
    if (!isNegative(name)) {
      entries.push(label);
      continue;
    }
    notCovered += chances[label] ?? 0;
    nearestNegative = Math.max(nearestNegative, neighbours.get(label)?.similarity ?? 0);
  }
  const chanceOf = (label: number): number => chances[label] ?? 0;
  const similarityOf = (label: number): number => neighbours.get(label)?.similarity ?? 0;
  const byChance = entries.slice().sort((a, b) => chanceOf(b) - chanceOf(a));
  const bySimilarity = entries.slice().sort((a, b) => similarityOf(b) - similarityOf(a));
  const shortlist = new Set([...byChance.slice(0, SHORTLIST - 2), ...bySimilarity.slice(0, 2)]);
  const support = supportOf(model, reading);

  return [...shortlist].map((label) => {
    const rival = byChance[0] === label ? byChance[1] : byChance[0];
    const nearestRival = bySimilarity[0] === label ? bySimilarity[1] : bySimilarity[0];
    const neighbour = neighbours.get(label);
    return {
      name: classes[label] ?? "",
      nearest: neighbour && model.lines[neighbour.line],
      signals: {
        classifier: logOdds(chanceOf(label)),
        lead: Math.log((chanceOf(label) + 1e-4) / (chanceOf(rival ?? label) + 1e-4)),
        notCovered: logOdds(notCovered),
        similarity: similarityOf(label),
        similarityLead: similarityOf(label) - similarityOf(nearestRival ?? label),
        overNegatives: similarityOf(label) - nearestNegative,
        density: neighbour?.density ?? 0,
        support: support(label),
        length: Math.log(1 + reading.words.length),
        apps: Math.min(2, reading.apps.length),
        asksStatus: classes[label] === APP_STATUS ? 1 : 0,
        unknownWords: reading.unknown.length / Math.max(1, reading.words.length),
        repairedWords: reading.repairs.length / Math.max(1, reading.words.length),
      },
    };
  });
}

/** How much of what the question says, by weight of its words, lines of a class also say: 0 to 1. */
function supportOf({ vocabulary, classes, wordsOf }: Model, reading: Reading): (label: number) => number {
  const words = [...new Set(reading.words)].filter((word) => word !== APP_TOKEN);
  const known = words.map((word) => vocabulary.indexOf.get(featureKey("words", word)));
  const weights = known.map((feature) =>
    feature === undefined ? UNSEEN_WEIGHT : (vocabulary.idf[feature] ?? UNSEEN_WEIGHT),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return (label) => {
    let covered = 0;
    for (const [i, feature] of known.entries())
      if (feature !== undefined && wordsOf[feature * classes.length + label] === 1) covered += weights[i] ?? 0;
    return covered / total;
  };
}

const logOdds = (chance: number): number => Math.log((chance + 1e-4) / (1 - chance + 1e-4));
