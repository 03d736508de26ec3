/** Questions as sparse vectors: features weighted by how telling they are, each block of unit length. */
import { BLOCKS, type Block, type Features } from "./features.js";

/** A sparse vector: `values[i]` stands at `indices[i]`. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface Vocabulary {
  readonly size: number;
  /** The index of each feature that occurs often enough to tell something. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** How telling each feature is: the smoothed inverse of how many questions have it. */
  readonly idf: Float32Array;
}

/** How much each block says, relative to the words. */
const BLOCK_WEIGHT: Readonly<Record<Block, number>> = { words: 1, letters: 0.9, apps: 0.3 };

export const featureKey = (block: Block, feature: string): string => `${block[0]}${feature}`;

/** The vocabulary of `questions`; a feature that fewer than `atLeast` of them have is left out. */
export function buildVocabulary(questions: readonly Features[], atLeast = 2): Vocabulary {
  const counts = new Map<string, number>();
  for (const features of questions) {
    const own = new Set(BLOCKS.flatMap((block) => features[block].map((feature) => featureKey(block, feature))));
    for (const key of own) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= atLeast);
  return {
    size: kept.length,
    indexOf: new Map(kept.map(([key], index) => [key, index])),
    idf: Float32Array.from(kept, ([, count]) => Math.log((questions.length + 1) / (count + 0.5))),
  };
}

/** `features` as a vector; features outside the vocabulary are passed over. */
export function toVector(features: Features, { indexOf, idf }: Vocabulary): SparseVector {
  const weights = new Map<number, number>();
  for (const block of BLOCKS) {
    const counts = new Map<number, number>();
    for (const feature of features[block]) {
      const index = indexOf.get(featureKey(block, feature));
      if (index !== undefined) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
    let squares = 0;
    for (const [index, count] of counts) {
      const weight = (1 + Math.log(count)) * (idf[index] ?? 0);
      counts.set(index, weight);
      squares += weight * weight;
    }
    const scale = squares > 0 ? BLOCK_WEIGHT[block] / Math.sqrt(squares) : 0;
    for (const [index, weight] of counts) weights.set(index, weight * scale);
  }
  return { indices: Int32Array.from(weights.keys()), values: Float32Array.from(weights.values()) };
}
