/** Odds of what a message may mean: how likely it is, divided by how likely it is not. */

/** An answer is given alone if its odds are at least this many times those of the next; else both are offered. */
const AHEAD = 2;
/** No chance is further from 0 or 1: a later sign can still change it. */
const LEAST_CHANCE = 1e-4;

const oddsOf = (chance: number): number => chance / (1 - chance);

/** Whether a route with the chance `best` is answered alone, and not offered beside one with the chance `next`. */
export const isAhead = (best = 0, next = 0): boolean => oddsOf(best) >= AHEAD * oddsOf(next);

export const logOddsOf = (chance: number): number =>
  Math.log(oddsOf(Math.min(1 - LEAST_CHANCE, Math.max(LEAST_CHANCE, chance))));
