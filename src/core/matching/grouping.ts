/** Puts questions that say much the same together, by their words and spelling alone: most of them are of no known kind. */
import { isHan } from "../text/text.js";
import type { Learned } from "./learn.js";
import type { Synonyms } from "./model.js";
import type { Reading } from "./reading.js";
import { UNSEEN_WEIGHT } from "./vectors.js";

export interface QuestionGroup {
  /** Each wording once, the most frequent first, of equals the one that was given first. */
  readonly wordings: readonly [string, ...string[]];
  /** How many questions there are, repetitions among them. */
  readonly count: number;
}

interface TermWeights {
  termsOf(question: string): readonly string[];
  /** How telling a term is, above 0: "what" less than "refund". */
  weightOf(word: string): number;
}

/** The mean likeness, 0 to 1, from which a question joins a group. */
const ALIKE_FROM = 0.5;

/** What a word's letters say beside the word itself: enough to know a misspelt one. */
const LETTERS = 0.5;

/**
 * Returns the largest group first, of equals the one that was begun first. Waits for `pause` after each wording, some
 * milliseconds of work.
 */
export async function groupQuestions(
  questions: readonly string[],
  { termsOf, weightOf }: TermWeights,
  pause: () => Promise<unknown>,
): Promise<QuestionGroup[]> {
  const counts = new Map<string, number>();
  for (const question of questions) counts.set(question, (counts.get(question) ?? 0) + 1);
  const groups: [string, ...string[]][] = [];
  const holders = new Map<string, { readonly group: number; readonly weight: number }[]>();
  for (const wording of counts.keys()) {
    const features = featuresOf(termsOf(wording), weightOf);
    const sums = new Map<number, number>();
    for (const [feature, own] of features)
      for (const { group, weight } of holders.get(feature) ?? [])
        sums.set(group, (sums.get(group) ?? 0) + own * weight);
    let likeness = ALIKE_FROM;
    let joined = groups.length;
    for (const [group, sum] of sums) {
      const mean = sum / (groups[group]?.length ?? 1);
      if (mean < likeness) continue;
      likeness = mean;
      joined = group;
    }
    if (joined < groups.length) groups[joined]?.push(wording);
    else groups.push([wording]);
    for (const [feature, weight] of features)
      holders
        .set(feature, holders.get(feature) ?? [])
        .get(feature)
        ?.push({ group: joined, weight });
    await pause();
  }
  const countOf = (wording: string): number => counts.get(wording) ?? 0;
  return groups
    .map((group): QuestionGroup => {
      const [first = group[0], ...others] = group.toSorted((a, b) => countOf(b) - countOf(a));
      return { wordings: [first, ...others], count: group.reduce((sum, wording) => sum + countOf(wording), 0) };
    })
    .toSorted((a, b) => b.count - a.count);
}

/** Words and the letters in them, as a vector of length 1. */
function featuresOf(words: readonly string[], weightOf: TermWeights["weightOf"]): ReadonlyMap<string, number> {
  const features = new Map<string, number>();
  for (const word of new Set(words)) {
    const weight = weightOf(word);
    features.set(word, weight);
    const grams = isHan(word) ? [] : gramsOf(word);
    for (const gram of grams)
      features.set(gram, (features.get(gram) ?? 0) + (LETTERS * weight) / Math.sqrt(grams.length));
  }
  const length = Math.hypot(...features.values()) || 1;
  return new Map([...features].map(([feature, weight]) => [feature, weight / length]));
}

/** Marked, so that no word of three letters is one. */
const gramsOf = (word: string): string[] => {
  const padded = `<${word}>`;
  return Array.from({ length: padded.length - 2 }, (_, at) => `~${padded.slice(at, at + 3)}`);
};

/** Reads the terms of questions as the matcher does: misspelt words mended, names masked, words of one meaning as one word. */
export function createTermWeights(
  { model: { vocabulary } }: Pick<Learned, "model">,
  synonyms: Synonyms,
  read: (question: string) => Reading,
): TermWeights {
  const indexOf = vocabulary.indexOf.words;
  return {
    termsOf: (question) => read(question).words.map((word) => synonyms.get(word) ?? word),
    weightOf: (word) => vocabulary.idf[indexOf.get(word) ?? indexOf.get(`~${word}`) ?? -1] ?? UNSEEN_WEIGHT,
  };
}
