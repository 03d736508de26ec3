/** Questions as sparse vectors: features weighted by how telling they are, each block of unit length. */
import { isHan } from "../text/text.js";
import { BLOCKS, type Block, type Features, splitWord } from "./features.js";

/** A sparse vector: `values[i]` stands at `indices[i]`. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface Vocabulary {
  readonly size: number;
  /** The index of each feature of a block that occurs often enough to tell something. */
  readonly indexOf: Readonly<Record<Block, ReadonlyMap<string, number>>>;
  /** How telling each feature is: the smoothed inverse of how many texts have it. */
  readonly idf: Float32Array;
}

/** How much each block says, relative to the words. */
const BLOCK_WEIGHT: Readonly<Record<Block, number>> = { words: 1, apps: 0.3, letters: 0.9, shape: 0.3 };

/** The blocks that curated lines are compared by: letters would find what is spelt alike, not what says the same. */
export const COMPARED: readonly Block[] = ["words", "apps"];

/** Of so many texts, a feature must have three to count, and else two. Chinese ones are few: there two are enough. */
const MANY_TEXTS = 10_000;

/** One block of one text, counted by a corpus. */
export interface CountedBlock {
  readonly block: Block;
  /** With repetitions, as numbers that mean something to the corpus alone. */
  readonly features: Int32Array;
}

/** Counts the features of all texts, each text once, and then gives their vectors. */
export interface Corpus {
  count(block: Block, features: readonly string[]): CountedBlock;
  /** Ends the counting. `vectorOf` joins blocks of one text to its vector. */
  finish(): { readonly vocabulary: Vocabulary; vectorOf(...blocks: readonly CountedBlock[]): SparseVector };
}

export function createCorpus(): Corpus {
  const counters: Readonly<Record<Block, Counter>> = {
    words: createCounter(),
    apps: createCounter(),
    letters: createCounter(splitWord),
    shape: createCounter(),
  };
  return {
    count: (block, features) => ({ block, features: counters[block].count(features) }),
    finish() {
      const idf: number[] = [];
      const [words, apps, letters, shape] = [
        counters.words.keep(idf),
        counters.apps.keep(idf),
        counters.letters.keep(idf),
        counters.shape.keep(idf),
      ];
      const kept = { words, apps, letters, shape };
      const vocabulary = {
        size: idf.length,
        indexOf: { words: words.indexOf, apps: apps.indexOf, letters: letters.indexOf, shape: shape.indexOf },
        idf: Float32Array.from(idf),
      };
      const weigher = createWeigher(vocabulary);
      return {
        vocabulary,
        vectorOf(...blocks) {
          for (const { block, features } of blocks) {
            const { places } = kept[block];
            for (const feature of features) weigher.add(places[feature] as number);
            weigher.endBlock(block);
          }
          return weigher.take();
        },
      };
    },
  };
}

type Counter = ReturnType<typeof createCounter>;

/** `split`: how one feature is told apart into those that are counted; that of a word is remembered. */
function createCounter(split?: (feature: string) => readonly string[]) {
  const ids = new Map<string, number>();
  const parts = new Map<string, readonly number[]>();
  const counts: number[] = [];
  const lastSeen: number[] = [];
  let texts = 0;
  const idOf = (feature: string): number => {
    const known = ids.get(feature);
    if (known !== undefined) return known;
    const id = counts.push(0) - 1;
    ids.set(feature, id);
    return id;
  };
  const partsOf = (feature: string, split: (feature: string) => readonly string[]): readonly number[] => {
    const known = parts.get(feature);
    if (known !== undefined) return known;
    const found = split(feature).map(idOf);
    parts.set(feature, found);
    return found;
  };
  return {
    count(features: readonly string[]): Int32Array {
      const found = split ? features.flatMap((feature) => partsOf(feature, split)) : features.map(idOf);
      texts++;
      for (const id of found) {
        if (lastSeen[id] !== texts) counts[id] = (counts[id] as number) + 1;
        lastSeen[id] = texts;
      }
      return Int32Array.from(found);
    },
    /**
     * Puts the frequent features behind those in `idf`, those without a blank, which are single words, first. `places`
     * leads from a feature's number there, or to -1.
     */
    keep(idf: number[]) {
      const indexOf = new Map<string, number>();
      const places = new Int32Array(counts.length).fill(-1);
      const leastOf = (feature: string): number => (texts < MANY_TEXTS || isHan(feature) ? 2 : 3);
      const frequent = [...ids].filter(([feature, id]) => (counts[id] as number) >= leastOf(feature));
      const isSingle = ([feature]: readonly [string, number]) => !feature.includes(" ");
      for (const [feature, id] of [...frequent.filter(isSingle), ...frequent.filter((one) => !isSingle(one))]) {
        places[id] = idf.length;
        indexOf.set(feature, idf.length);
        idf.push(Math.log((texts + 1) / ((counts[id] as number) + 0.5)));
      }
      return { indexOf, places };
    },
  };
}

/** Turns features into vectors of a vocabulary; those outside of it are passed over. Kept for many: it has scratch space. */
export type Vectoriser = (features: Partial<Features>, blocks?: readonly Block[]) => SparseVector;

export function createVectoriser(vocabulary: Vocabulary): Vectoriser {
  const { indexOf } = vocabulary;
  const weigher = createWeigher(vocabulary);
  const lettersOf = new Map<string, readonly number[]>();
  const addLetters = (word: string): void => {
    const known = lettersOf.get(word);
    const letters = known ?? splitWord(word).map((part) => indexOf.letters.get(part) ?? -1);
    for (const letter of letters) weigher.add(letter);
    // Nothing that only a member typed is remembered.
    if (known === undefined && indexOf.words.has(word)) lettersOf.set(word, letters);
  };
  return (features, blocks = BLOCKS) => {
    for (const block of blocks) {
      const own = indexOf[block];
      if (block === "letters") for (const word of features.letters ?? []) addLetters(word);
      else for (const feature of features[block] ?? []) weigher.add(own.get(feature) ?? -1);
      weigher.endBlock(block);
    }
    return weigher.take();
  };
}

function createWeigher({ size, idf }: Vocabulary) {
  /** Where a feature of the present block stands in `indices`, plus 1; 0 for none. */
  const places = new Int32Array(size);
  const indices: number[] = [];
  const values: number[] = [];
  let start = 0;
  return {
    add(feature: number): void {
      if (feature < 0) return;
      const place = places[feature] as number;
      if (place > 0) values[place - 1] = (values[place - 1] as number) + 1;
      else {
        places[feature] = indices.push(feature);
        values.push(1);
      }
    },
    /** Weighs what was added since the last end, and gives it the length of the block. */
    endBlock(block: Block): void {
      let squares = 0;
      for (let i = start; i < values.length; i++) {
        const feature = indices[i] as number;
        const count = values[i] as number;
        const weight = (count === 1 ? 1 : 1 + Math.log(count)) * (idf[feature] as number);
        places[feature] = 0;
        squares += weight * weight;
        values[i] = weight;
      }
      const scale = squares > 0 ? BLOCK_WEIGHT[block] / Math.sqrt(squares) : 0;
      for (let i = start; i < values.length; i++) values[i] = (values[i] as number) * scale;
      start = values.length;
    },
    take(): SparseVector {
      const vector = { indices: Int32Array.from(indices), values: Float32Array.from(values) };
      indices.length = 0;
      values.length = 0;
      start = 0;
      return vector;
    },
  };
}
