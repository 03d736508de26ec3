/** Repeatable choices: the same seed gives the same choices. */
import { createRandom } from "../../src/core/matching/random.js";

export type Chooser = ReturnType<typeof createChooser>;

/** Makes the choices of a tool from `seed`. */
export function createChooser(seed: number) {
  const next = createRandom(seed);
  return {
    /** A whole number from `least` to `most`, both of them possible. */
    whole: (least: number, most: number): number => least + Math.floor(next() * (most - least + 1)),
    chance: (share: number): boolean => next() < share,
    /** Throws where there is nothing to pick from. */
    pick<T>(from: readonly T[]): T {
      const picked = from[Math.floor(next() * from.length)];
      if (picked === undefined) throw new Error("there is nothing to pick from");
      return picked;
    },
    /** One of the keys, each as often as its weight says. */
    weigh<Key extends string>(weights: Readonly<Record<Key, number>>): Key {
      const entries = Object.entries(weights) as [Key, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key;
      }
      throw new Error("there is nothing to weigh");
    },
  };
}

/** Puts `items` into a random order, in place. */
export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j] as T, items[i] as T];
  }
  return items;
}
