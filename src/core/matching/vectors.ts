/** Questions as sparse vectors: features weighted by how telling they are, each block of unit length. */
import { isHan } from "../text/text.js";
import { BLOCKS, type Block, type Features, splitWord } from "./features.js";
import { END, pairsIn, renumberPair, wordsOfPair } from "./pairs.js";

/** A sparse vector: `values[i]` stands at `indices[i]`. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
}

export interface Vocabulary {
  readonly size: number;
  /** The index of each feature of a block that occurs often enough to tell something. */
  readonly indexOf: Readonly<Record<Block, ReadonlyMap<string, number>>>;
  /** The numbers of words in pairs, and the index of each pair; pairs belong to the block of the words. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly indexOfPair: ReadonlyMap<number, number>;
  /** How telling each feature is: the smoothed inverse of how many texts have it. */
  readonly idf: Float32Array;
}

/** How much each block says, relative to the words. */
const BLOCK_WEIGHT: Readonly<Record<Block, number>> = { words: 1, apps: 0.3, letters: 0.9, shape: 0.3 };

/** The blocks that curated lines are compared by: letters would find what is spelt alike, not what says the same. */
export const COMPARED: readonly Block[] = ["words", "apps"];

/** From so many texts on, a feature must be in three of them to count, and not only in two. */
const MANY_TEXTS = 10_000;

/** One block of one text, counted by a corpus. */
export interface CountedBlock {
  readonly block: Block;
  /** With repetitions, as numbers that mean something to the corpus alone. */
  readonly features: Int32Array;
  readonly pairs: Int32Array;
}

/** Counts the features of all texts, each text once, and then gives their vectors. */
export interface Corpus {
  count(block: Block, features: Partial<Features>): CountedBlock;
  /** Ends the counting. `vectorOf` joins blocks of one text to its vector. */
  finish(): { readonly vocabulary: Vocabulary; vectorOf(...blocks: readonly CountedBlock[]): SparseVector };
}

export function createCorpus(): Corpus {
  const counters = {
    words: createCounter(isHan),
    apps: createCounter(isHan),
    letters: createCounter(isHan),
    shape: createCounter(isHan),
  };
  const numberOf = new Map<string, number>();
  const hanNumbers = new Set<number>();
  const pairCounter = createCounter<number>((pair) => wordsOfPair(pair).some((word) => hanNumbers.has(word)));
  const numberOfWord = (word: string): number => {
    const known = numberOf.get(word);
    if (known !== undefined) return known;
    const number = END + 1 + numberOf.size;
    numberOf.set(word, number);
    if (isHan(word)) hanNumbers.add(number);
    return number;
  };
  const split = rememberSplits();
  return {
    count(block, features) {
      const own = features[block] ?? [];
      return {
        block,
        features: counters[block].count(block === "letters" ? own.flatMap(split) : own),
        pairs: block === "words" ? pairCounter.count(pairsIn((features.meant ?? []).map(numberOfWord))) : NO_PAIRS,
      };
    },
    finish() {
      const idf: number[] = [];
      const words = counters.words.keep(idf);
      const pairs = pairCounter.keep(idf);
      const kept = {
        words,
        apps: counters.apps.keep(idf),
        letters: counters.letters.keep(idf),
        shape: counters.shape.keep(idf),
      };
      const vocabulary = {
        size: idf.length,
        indexOf: {
          words: words.indexOf,
          apps: kept.apps.indexOf,
          letters: kept.letters.indexOf,
          shape: kept.shape.indexOf,
        },
        ...renumber(numberOf, pairs.indexOf),
        idf: Float32Array.from(idf),
      };
      const weigher = createWeigher(vocabulary);
      return {
        vocabulary,
        vectorOf(...blocks) {
          for (const counted of blocks) {
            const { places } = kept[counted.block];
            for (const feature of counted.features) weigher.add(places[feature] as number);
            for (const pair of counted.pairs) weigher.add(pairs.places[pair] as number);
            weigher.endBlock(counted.block);
          }
          return weigher.take();
        },
      };
    },
  };
}

const NO_PAIRS = new Int32Array();

/** Splits words, each only once: the same few come in every text. */
function rememberSplits(): (word: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (word) => {
    const parts = known.get(word) ?? splitWord(word);
    known.set(word, parts);
    return parts;
  };
}

/** The words of the pairs that were kept, with low numbers. */
function renumber(
  numberOf: ReadonlyMap<string, number>,
  indexOfPair: ReadonlyMap<number, number>,
): Pick<Vocabulary, "numberOf" | "indexOfPair"> {
  const used = new Set([...indexOfPair.keys()].flatMap(wordsOfPair));
  const words = [...numberOf].filter(([, number]) => used.has(number));
  const numbers = new Map(words.map(([, number], at) => [number, END + 1 + at]));
  return {
    numberOf: new Map(words.map(([word, number]) => [word, numbers.get(number) as number])),
    indexOfPair: new Map([...indexOfPair].map(([pair, index]) => [renumberPair(pair, numbers), index])),
  };
}

/** `isRare`: whether two texts are enough for a feature, because few texts are of its kind, such as Chinese ones. */
function createCounter<Feature>(isRare: (feature: Feature) => boolean) {
  const ids = new Map<Feature, number>();
  const counts: number[] = [];
  const lastSeen: number[] = [];
  let texts = 0;
  const idOf = (feature: Feature): number => {
    const known = ids.get(feature);
    if (known !== undefined) return known;
    const id = counts.push(0) - 1;
    ids.set(feature, id);
    return id;
  };
  return {
    count(features: readonly Feature[]): Int32Array {
      const found = features.map(idOf);
      texts++;
      for (const id of found) {
        if (lastSeen[id] !== texts) counts[id] = (counts[id] as number) + 1;
        lastSeen[id] = texts;
      }
      return new Int32Array(found);
    },
    /** Puts the frequent features behind those in `idf`. `places` leads from a feature's number there, or to -1. */
    keep(idf: number[]) {
      const indexOf = new Map<Feature, number>();
      const places = new Int32Array(counts.length).fill(-1);
      for (const [feature, id] of ids) {
        const count = counts[id] as number;
        if (count < 2 || (count === 2 && texts >= MANY_TEXTS && !isRare(feature))) continue;
        places[id] = idf.length;
        indexOf.set(feature, idf.length);
        idf.push(Math.log((texts + 1) / (count + 0.5)));
      }
      return { indexOf, places };
    },
  };
}

/** Turns features into vectors of a vocabulary; those outside of it are passed over. Kept for many: it has scratch space. */
export type Vectoriser = (features: Partial<Features>, blocks?: readonly Block[]) => SparseVector;

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
  return (features, blocks = BLOCKS) => {
    for (const block of blocks) {
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
      const vector = { indices: new Int32Array(indices), values: new Float32Array(values) };
      indices.length = 0;
      values.length = 0;
      start = 0;
      return vector;
    },
  };
}
