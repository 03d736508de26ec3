/** Questions as sparse vectors: features weighted by how telling they are, each block of unit length. */
import { BLOCKS, type Block, type Features, splitWord } from "./features.js";
import { pairsIn } from "./pairs.js";
import type { Vocabulary } from "./vocabulary.js";

/** A sparse vector: `values[i]` stands at `indices[i]`. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

/** How much each block says, relative to the words. */
const BLOCK_WEIGHT: Readonly<Record<Block, number>> = { words: 1, apps: 0.3, letters: 0.9, shape: 0.3 };

/** The weight of a word that no curated line holds: about that of a word in six lines of fifty thousand. */
export const UNSEEN_WEIGHT = 9;

/** The inner product of two vectors, one of them by its features. */
export const dot = ({ indices, values }: SparseVector, other: ReadonlyMap<number, number>): number =>
  indices.reduce((sum, feature, i) => sum + (values[i] ?? 0) * (other.get(feature) ?? 0), 0);

/** Returns the vector of length 1 in the same direction. */
export function toUnitLength({ indices, values }: SparseVector): SparseVector {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return { indices, values: length > 0 ? values.map((value) => value / length) : values };
}

/** Turns features into vectors of a vocabulary; those outside of it are passed over. Kept for many: it has scratch space. */
export type Vectoriser = (features: Partial<Features>) => SparseVector;

export function createVectoriser(vocabulary: Vocabulary): Vectoriser {
  const { indexOf, numberOf, indexOfPair } = vocabulary;
  const weigher = createWeigher(vocabulary);
  const lettersOf = new Map<string, readonly number[]>();
  const addLetters = (word: string): void => {
    const known = lettersOf.get(word);
    const letters = known ?? splitWord(word).map((part) => indexOf.letters.get(part) ?? -1);
    for (const letter of letters) weigher.add(letter);
    // Nothing that only a member typed is remembered.
    if (known === undefined && indexOf.words.has(word)) lettersOf.set(word, letters);
  };
  return (features) => {
    for (const block of BLOCKS) {
      const own = indexOf[block];
      if (block === "letters") for (const word of features.letters ?? []) addLetters(word);
      else for (const feature of features[block] ?? []) weigher.add(own.get(feature) ?? -1);
      if (block === "words" && features.meant !== undefined)
        for (const pair of pairsIn(features.meant.map((word) => numberOf.get(word) ?? -1)))
          weigher.add(indexOfPair.get(pair) ?? -1);
      weigher.endBlock(block);
    }
    return weigher.take();
  };
}

/** Weighs the features of one text after the other. Kept for many: it has scratch space. */
function createWeigher({ size, idf }: Vocabulary) {
  /** Where a feature of the present block stands in `indices`, plus 1; 0 for none. */
  const places = new Int32Array(size);
  const indices = new Int32Array(size);
  const values = new Float64Array(size);
  let start = 0;
  let end = 0;
  return {
    add(feature: number): void {
      if (feature < 0) return;
      const place = places[feature] as number;
      if (place > 0) values[place - 1] = (values[place - 1] as number) + 1;
      else {
        indices[end] = feature;
        values[end] = 1;
        places[feature] = ++end;
      }
    },
    /** Weighs what was added since the last end, and gives it the length of the block. */
    endBlock(block: Block): void {
      let squares = 0;
      for (let i = start; i < end; i++) {
        const feature = indices[i] as number;
        const count = values[i] as number;
        const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[feature] as number);
        places[feature] = 0;
        squares += weight * weight;
        values[i] = weight;
      }
      const scale = squares > 0 ? BLOCK_WEIGHT[block] / Math.sqrt(squares) : 0;
      for (let i = start; i < end; i++) values[i] = (values[i] as number) * scale;
      start = end;
    },
    take(): SparseVector {
      const vector = { indices: indices.slice(0, end), values: new Float32Array(values.subarray(0, end)) };
      start = end = 0;
      return vector;
    },
  };
}
