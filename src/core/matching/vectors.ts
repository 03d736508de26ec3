/** Questions as sparse vectors: features weighted by how telling they are, each block of unit length. */
import { BLOCKS, type Block, type Features } from "./features.js";

/** A sparse vector: `values[i]` stands at `indices[i]`. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface Vocabulary {
  readonly size: number;
  /** The index of each feature of a block that occurs often enough to tell something. */
  readonly indexOf: Readonly<Record<Block, ReadonlyMap<string, number>>>;
  /** How telling each feature is: the smoothed inverse of how many questions have it. */
  readonly idf: Float32Array;
}

/** How much each block says, relative to the words. */
const BLOCK_WEIGHT: Readonly<Record<Block, number>> = { words: 1, letters: 0.9, apps: 0.3 };

/** The vocabulary of `questions`; a feature that fewer than `atLeast` of them have is left out. */
export function buildVocabulary(questions: readonly Features[], atLeast = 2): Vocabulary {
  const idf: number[] = [];
  const indexBlock = (block: Block): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const features of questions)
      for (const feature of new Set(features[block])) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    const indexOf = new Map<string, number>();
    for (const [feature, count] of counts) {
      if (count < atLeast) continue;
      indexOf.set(feature, idf.length);
      idf.push(Math.log((questions.length + 1) / (count + 0.5)));
    }
    return indexOf;
  };
  const indexOf = { words: indexBlock("words"), letters: indexBlock("letters"), apps: indexBlock("apps") };
  return { size: idf.length, indexOf, idf: Float32Array.from(idf) };
}

/** `features` as a vector of the given blocks; features outside the vocabulary are passed over. */
export function toVector(features: Features, { indexOf, idf }: Vocabulary, blocks = BLOCKS): SparseVector {
  const indices: number[] = [];
  const values: number[] = [];
  for (const block of blocks) {
    const own = indexOf[block];
    const start = indices.length;
    for (const feature of features[block]) {
      const index = own.get(feature);
      if (index === undefined) continue;
      const at = indices.indexOf(index, start);
      if (at >= 0) values[at] = (values[at] as number) + 1;
      else values[indices.push(index) - 1] = 1;
    }
    let squares = 0;
    for (let i = start; i < values.length; i++) {
      const count = values[i] as number;
      const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[indices[i] as number] as number);
      squares += weight * weight;
      values[i] = weight;
    }
    const scale = squares > 0 ? BLOCK_WEIGHT[block] / Math.sqrt(squares) : 0;
    for (let i = start; i < values.length; i++) values[i] = (values[i] as number) * scale;
  }
  return { indices: Int32Array.from(indices), values: Float32Array.from(values) };
}

/** The blocks that curated lines are compared by: letters would find what is spelt alike, not what says the same. */
export const COMPARED: readonly Block[] = ["words", "apps"];
