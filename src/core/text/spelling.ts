/** Finds the word that a mistyped one was meant to be. */
import { editDistance } from "friendly-yaml";

/** How many slips are forgiven in a word: none under four letters, one, and two from eight letters on. */
export const slipsAllowed = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** How many slips are forgiven between what was typed and the word that may have been meant. */
export type Slips = (typed: string, meant: string) => number;

export interface Speller<T> {
  /** Returns the values of the nearest words within the slips allowed; several when they are equally near. */
  nearest(word: string): readonly T[];
}

interface SpelledWord<T> {
  readonly word: string;
  readonly letters: number;
  readonly value: T;
}

/**
 * How many times likelier letters were swapped, or one was left out, than typed wrong or once too often: "onws" is "owns",
 * not "ones", and "ilegal" is "illegal", not "legal".
 */
const SWAPPED_OR_LEFT_OUT = 10;

/**
 * Returns a speller over `words`. A word that is spelt right is not among its own nearest. `weight` says how common a word
 * is: of equally near words the likeliest to be meant wins. `most` is the most that `slips` forgives.
 */
export function createSpeller<T>(
  words: Iterable<readonly [string, T]>,
  { weight, slips, most = 3 }: { weight?: (value: T) => number; slips: Slips; most?: number },
): Speller<T> {
  const byLength: SpelledWord<T>[][] = [];
  for (const [word, value] of words) {
    byLength[word.length] ??= [];
    byLength[word.length]?.push({ word, letters: letterSet(word), value });
  }
  return {
    nearest(word) {
      const letters = letterSet(word);
      let best = most;
      let found: SpelledWord<T>[] = [];
      for (const difference of [0, -1, 1, -2, 2, -3, 3]) {
        if (Math.abs(difference) > best) break;
        for (const candidate of byLength[word.length + difference] ?? []) {
          if (countBits(candidate.letters ^ letters) > 2 * best) continue;
          const limit = Math.min(best, slips(word, candidate.word));
          if (Math.abs(difference) > limit) continue;
          const distance = editDistance(word, candidate.word, limit);
          if (distance > limit || distance === 0) continue;
          if (distance < best) found = [];
          best = distance;
          found.push(candidate);
        }
      }
      if (weight === undefined || found.length < 2) return [...new Set(found.map(({ value }) => value))];
      const chanceOf = ({ value, word: meant, letters: own }: SpelledWord<T>) =>
        weight(value) * (meant.length > word.length || own === letters ? SWAPPED_OR_LEFT_OUT : 1);
      return [found.reduce((best, one) => (chanceOf(one) > chanceOf(best) ? one : best)).value];
    },
  };
}

/** Which letters occur, as bits: a cheap bound that spares most comparisons. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) % 31);
  return set;
}

function countBits(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
