/** The features of a question: what the classifier and the nearest-phrasing search see of it. */
import { soundOf } from "../text/pinyin.js";
import { isHan } from "../text/text.js";

/** Stands for any app's name, so that every app shares the phrasings. */
export const APP_TOKEN = "@app";

/** Stands for the order by any of its names: to name it says nothing about what is asked of it. */
export const ORDER_TOKEN = "@order";

/**
 * Feature blocks, each normalised on its own: words, which app is meant, letters inside words, and what a message in a
 * channel shows beyond its words.
 */
export const BLOCKS = ["words", "apps", "letters", "shape"] as const;
export type Block = (typeof BLOCKS)[number];

/** What of a text is counted in each block. */
export interface Features {
  readonly words: readonly string[];
  /** The text's words in their order, of equivalent words the first: pairs of them belong to the block of the words. */
  readonly meant: readonly string[];
  readonly apps: readonly string[];
  /** Words whose letters count: `splitWord` tells them apart. */
  readonly letters: readonly string[];
  readonly shape: readonly string[];
}

export type TextFeatures = Omit<Features, "shape">;

/** A question with its apps masked: what remains is how it asks. */
export interface MaskedQuestion {
  /** Words in order; an app's name is `APP_TOKEN`, the order's `ORDER_TOKEN`. */
  readonly words: readonly string[];
  /** The ids of the apps masked, in order. */
  readonly apps: readonly string[];
  /** `named` or `look-alike` for each of `apps`. */
  readonly standings: readonly string[];
}

/** `synonyms` maps a word to the name of its group of equivalent words. */
export function extractFeatures(question: MaskedQuestion, synonyms: ReadonlyMap<string, string>): TextFeatures {
  const { words } = question;
  const meant = words.map((word) => synonyms.get(word) ?? word);
  const groups = meant.flatMap((word, at) => (word === words[at] ? [] : `~${word}`));
  return {
    words: [...words, ...groups, ...hanFeatures(words, synonyms)],
    meant,
    letters: [
      ...words.flatMap((word) => (word.startsWith("@") ? [] : isHan(word) ? soundOf(word) : word)),
      ...soundPairs(words),
    ],
    apps: [
      ...question.apps.map((app) => `=${app}`),
      ...question.standings.map((standing) => `=${standing}`),
      `=${Math.min(2, question.apps.length)}`,
    ],
  };
}

/** Neighbouring Chinese characters by their sounds, so that those that sound alike are alike. */
const soundPairs = (words: readonly string[]): string[] =>
  words.flatMap((word, at) => {
    const next = words[at + 1] ?? "";
    return isHan(word) && isHan(next) ? [`${soundOf(word)} ${soundOf(next)}`] : [];
  });

/** Three and four letters that stand side by side in `word`; a pair of sounds stays as it is. */
export function splitWord(word: string): string[] {
  if (word.includes(" ")) return [word];
  const padded = `<${word}>`;
  const grams: string[] = [];
  for (let size = 3; size <= 4; size++)
    for (let at = 0; at + size <= padded.length; at++) grams.push(padded.slice(at, at + size));
  return grams;
}

/** Chinese has no spaces: pairs and threes of characters stand for words, and curated words of any length for themselves. */
function hanFeatures(words: readonly string[], synonyms: ReadonlyMap<string, string>): string[] {
  const features: string[] = [];
  for (let from = 0; from < words.length; from++) {
    let run = "";
    for (let to = from; to < words.length && to < from + 4 && isHan(words[to] ?? ""); to++) {
      run += words[to];
      if (run.length === 2 || run.length === 3) features.push(run);
      const group = run.length > 1 ? synonyms.get(run) : undefined;
      if (group !== undefined) features.push(`~${group}`);
    }
  }
  return features;
}
