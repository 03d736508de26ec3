/** Which slips are forgiven in the name of an app. */
import { editDistance } from "friendly-yaml";
import { type Slips, slipsAllowed } from "../text/spelling.js";

/**
 * The slips that are forgiven in a name: in four letters only two that are swapped, then one, from eight letters on two,
 * of which none may be in the first letter.
 */
export const slipsInName: Slips = (typed, name) => {
  if (name.length < 5) return isSwapped(typed, name) ? 1 : 0;
  return name.length >= 8 && typed[0] === name[0] ? 2 : 1;
};

export const isSwapped = (a: string, b: string): boolean => [...a].sort().join("") === [...b].sort().join("");

/** Whether `word` is a misspelling of one of `words`; a slip is forgiven even in a word as short as "pay". */
export function isNear(word: string, words: readonly string[]): boolean {
  const slips = word.length < 3 ? 0 : Math.max(1, slipsAllowed(word));
  return words.some((other) => editDistance(word, other, slips) <= slips);
}
