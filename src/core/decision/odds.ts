/** Odds of what a message may mean: how likely it is, divided by how likely it is not. */

/** An answer is given alone if its odds are at least this many times those of the next; else both are offered. */
const AHEAD = 2;

const oddsOf = (chance: number): number => chance / (1 - chance);

/** Whether a route with the chance `best` is answered alone, and not offered beside one with the chance `next`. */
export const isAhead = (best = 0, next = 0): boolean => oddsOf(best) >= AHEAD * oddsOf(next);

/** Returns the chance whose odds are `ratio` times those of `chance`. */
export const multiplyOdds = (chance: number, ratio: number): number => (chance * ratio) / (chance * ratio + 1 - chance);
