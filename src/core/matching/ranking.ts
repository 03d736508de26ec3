/** Ranks what a question may ask: the classifier and the nearest curated lines, side by side, in named signals. */
import { type ClassName, isNegative } from "./examples.js";
import { extractFeatures } from "./features.js";
import { addScores, softmaxInPlace } from "./linear.js";
import { hasWord, type Model, type Synonyms } from "./model.js";
import { createLineSearch } from "./nearest.js";
import type { Reading } from "./reading.js";
import { createVectoriser, UNSEEN_WEIGHT } from "./vectors.js";

/** What the ranking says of one class, for one question. */
export interface Candidate {
  readonly name: ClassName;
  readonly signals: Signals;
  /** The curated line of this class nearest to the question. */
  readonly nearest: string | undefined;
}

export const SIGNALS = ["classifier", "lead", "similarity", "overNegatives", "support", "length"] as const;
export type SignalName = (typeof SIGNALS)[number];
export type Signals = Readonly<Record<SignalName, number>>;

/** How many classes are looked at closely. */
const SHORTLIST = 5;

/**
 * Returns a function that gives the likeliest classes for a question, negatives left out, the classifier's favourite
 * first. `lines` are the lines of the examples that `model` was learned from.
 */
export function createRanker(
  model: Model,
  synonyms: Synonyms,
  lines: readonly string[],
  vectorise = createVectoriser(model.vocabulary),
) {
  const { classes } = model;
  const search = createLineSearch(model.index, classes.length);
  const chances = new Float64Array(classes.length);
  const entries = classes.flatMap((name, label) => (isNegative(name) ? [] : [label]));
  const negatives = classes.flatMap((name, label) => (isNegative(name) ? [label] : []));
  /** Also looks at the classes `expected`. */
  return (reading: Reading, expected: readonly ClassName[] = []): Candidate[] => {
    const vector = vectorise(extractFeatures(reading, synonyms));
    chances.set(model.linear.bias);
    addScores(model.linear, vector, chances);
    softmaxInPlace(chances);
    const neighbours = search(vector);

    const chanceOf = (label: number): number => chances[label] ?? 0;
    const similarityOf = (label: number): number => neighbours.similarity[label] ?? 0;
    const nearestNegative = Math.max(0, ...negatives.map(similarityOf));
    const byChance = largest(entries, SHORTLIST - 2, chances);
    const bySimilarity = largest(entries, 2, neighbours.similarity);
    const byName = expected.map((name) => classes.indexOf(name)).filter((label) => label >= 0);
    const shortlist = new Set([...byChance, ...bySimilarity, ...byName]);
    const support = supportOf(model, reading);

    return [...shortlist].map((label) => {
      const rival = byChance[0] === label ? byChance[1] : byChance[0];
      return {
        name: classes[label] ?? "",
        nearest: similarityOf(label) > 0 ? lines[neighbours.line[label] ?? 0] : undefined,
        signals: {
          classifier: logOdds(chanceOf(label)),
          lead: Math.log((chanceOf(label) + 1e-4) / (chanceOf(rival ?? label) + 1e-4)),
          similarity: similarityOf(label),
          overNegatives: similarityOf(label) - nearestNegative,
          support: support(label),
          length: Math.log(1 + reading.words.length),
        },
      };
    });
  };
}

/** How much of what the question says, by weight of its words, lines of a class also say: 0 to 1. */
function supportOf(model: Model, reading: Reading): (label: number) => number {
  const { vocabulary } = model;
  const words = [...new Set(reading.words)].filter((word) => !word.startsWith("@"));
  const known = words.map((word) => vocabulary.indexOf.words.get(word));
  const weights = known.map((feature) => vocabulary.idf[feature ?? -1] ?? UNSEEN_WEIGHT);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return (label) => {
    let covered = 0;
    for (const [i, feature] of known.entries())
      if (feature !== undefined && hasWord(model, feature, label)) covered += weights[i] ?? 0;
    return covered / total;
  };
}

/** The `count` of `labels` with the largest of `values`, the largest first; of equals the earlier one. */
function largest(labels: readonly number[], count: number, values: Float32Array | Float64Array): number[] {
  const best: number[] = [];
  for (const label of labels) {
    const value = values[label] as number;
    let place = best.length;
    while (place > 0 && value > (values[best[place - 1] as number] as number)) place--;
    if (place === count) continue;
    best.splice(place, 0, label);
    if (best.length > count) best.pop();
  }
  return best;
}

const logOdds = (chance: number): number => Math.log((chance + 1e-4) / (1 - chance + 1e-4));
