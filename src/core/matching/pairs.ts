/** Pairs of words as numbers: looked up by the thousand, strings of two words would have to be built each time. */

/** The numbers of the beginning and the end of a text; words have higher ones. */
const BEGINNING = 0;
export const END = 1;

/** Words with this number or a higher one are in no pair: so the number of a pair is a small integer, which is found faster. */
export const WORDS_IN_PAIRS = 0x8000;

const pairOf = (first: number, second: number): number => first * WORDS_IN_PAIRS + second;
/** The same two words with one word between them. */
const wideOf = (first: number, second: number): number => -pairOf(first, second);

/** The numbers of the two words of a pair. */
export const wordsOfPair = (pair: number): readonly [number, number] => [
  Math.floor(Math.abs(pair) / WORDS_IN_PAIRS),
  Math.abs(pair) % WORDS_IN_PAIRS,
];

/**
 * The pairs of neighbouring words in a text, its beginning and end among them, and of words with one between them.
 * `words` are the numbers of its words; those below 0 are in no pair.
 */
export function pairsIn(words: readonly number[]): number[] {
  const pairs: number[] = [];
  const add = (pair: (first: number, second: number) => number, first: number, second: number): void => {
    if (first >= 0 && second >= 0) pairs.push(pair(first, second));
  };
  for (const [at, word] of words.entries()) {
    add(pairOf, words[at - 1] ?? BEGINNING, word);
    if (at + 2 <= words.length) add(wideOf, word, words[at + 2] ?? END);
  }
  const last = words.at(-1);
  if (last !== undefined) add(pairOf, last, END);
  return pairs;
}
