/** Repeatable randomness for training and folds: the same data always gives the same decision. */

/** Numbers in [0, 1) from `seed`, by the public-domain generator mulberry32. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number from 0 (included) to 1 (excluded) that depends on `text` alone: FNV-1a, then the generator's own mixing. */
export function randomOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return createRandom(hash)();
}
