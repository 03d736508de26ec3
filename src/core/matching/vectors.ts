/** Questions as sparse vectors: features weighted by how telling they are, each block of unit length. */
import { isHan } from "../text/text.js";
import { BLOCKS, type Block, type Features, splitWord } from "./features.js";
import { END, pairsIn, WORDS_IN_PAIRS, wordsOfPair } from "./pairs.js";

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

/** With at least this many texts, a feature counts if three texts have it; with fewer texts, if two have it. */
const MANY_TEXTS = 10_000;

/** One block of one text, counted by a corpus. */
export interface CountedBlock {
  readonly block: Block;
  /** With repetitions, as numbers that mean something to the corpus alone. */
  readonly features: Int32Array;
  /** In the block of the words, where the corpus has its pairs of words. */
  readonly pairsAt: number | undefined;
}

/** Counts the features of all texts, each text once, and then gives their vectors. */
export interface Corpus {
  count(block: Block, features: Partial<Features>): CountedBlock;
  /** Ends the counting. `vectorOf` joins blocks of one text to its vector. */
  finish(): { readonly vocabulary: Vocabulary; vectorOf(...blocks: readonly CountedBlock[]): SparseVector };
}

export function createCorpus(): Corpus {
  const counter = createCounter();
  const ids = {
    words: counter.register<string>(),
    apps: counter.register<string>(),
    letters: counter.register<string>(),
    shape: counter.register<string>(),
  };
  const meantIds = counter.register<string>();
  /** By text, the words that pairs are made of. */
  const meant: Int32Array[] = [];
  const splits = new Map<string, readonly number[]>();
  const lettersOf = (word: string): readonly number[] =>
    remember(splits, word, () => splitWord(word).map(ids.letters.idOf));
  return {
    count(block, features) {
      const own = features[block] ?? [];
      const found = block === "letters" ? own.flatMap(lettersOf) : own.map(ids[block].idOf);
      const pairsAt =
        block === "words" ? meant.push(counter.count((features.meant ?? []).map(meantIds.idOf))) - 1 : undefined;
      counter.texts[block]++;
      return { block, features: counter.count(found), pairsAt };
    },
    finish() {
      const words = counter.keep("words", ids.words, isHan);
      // Nearly all pairs are of words that occur once: passed over, they need not be counted.
      const frequent = [...meantIds.known].filter(([, id]) => counter.countOf(id) > 1);
      const numbered = frequent.slice(0, WORDS_IN_PAIRS - END - 1);
      const numberOf = new Map(numbered.map(([word], at) => [word, END + 1 + at]));
      const numbers = new Map(numbered.map(([, id], at) => [id, END + 1 + at]));
      const hanNumbers = new Set(numbered.flatMap(([word], at) => (isHan(word) ? END + 1 + at : [])));
      const pairIds = counter.register<number>();
      const pairsOf = meant.map((text) =>
        counter.count(pairsIn(Array.from(text, (id) => numbers.get(id) ?? -1)).map(pairIds.idOf)),
      );
      const indexOfPair = counter.keep("words", pairIds, (pair) =>
        wordsOfPair(pair).some((word) => hanNumbers.has(word)),
      );
      const indexOf = {
        words,
        apps: counter.keep("apps", ids.apps, isHan),
        letters: counter.keep("letters", ids.letters, isHan),
        shape: counter.keep("shape", ids.shape, isHan),
      };
      const { idf, places } = counter.finish();
      const vocabulary = { size: idf.length, indexOf, numberOf, indexOfPair, idf };
      const weigher = createWeigher(vocabulary);
      const addAll = (features: Int32Array): void => {
        for (let i = 0; i < features.length; i++) weigher.add(places[features[i] as number] as number);
      };
      return {
        vocabulary,
        vectorOf(...blocks) {
          for (const { block, features, pairsAt } of blocks) {
            addAll(features);
            if (pairsAt !== undefined) addAll(pairsOf[pairsAt] as Int32Array);
            weigher.endBlock(block);
          }
          return weigher.take();
        },
      };
    },
  };
}

/** What `values` holds for `key`, made and put there when it is new. */
function remember<Key, Value>(values: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = make();
  values.set(key, value);
  return value;
}

/** Numbers the features of one kind, in the order in which they are met. */
interface Ids<Feature> {
  readonly known: ReadonlyMap<Feature, number>;
  readonly idOf: (feature: Feature) => number;
}

/** Counts in how many texts each feature is, and keeps those that are in enough of them. */
function createCounter() {
  const counts: number[] = [];
  const lastSeen: number[] = [];
  const places: number[] = [];
  const idf: number[] = [];
  /** How many texts were counted, by block. */
  const texts = { words: 0, apps: 0, letters: 0, shape: 0 };
  let turn = 0;
  const nextId = (): number => {
    lastSeen.push(0);
    places.push(-1);
    return counts.push(0) - 1;
  };
  return {
    texts,
    countOf: (id: number): number => counts[id] ?? 0,
    register<Feature>(): Ids<Feature> {
      const known = new Map<Feature, number>();
      return { known, idOf: (feature) => remember(known, feature, nextId) };
    },
    /** Counts the features of one text. */
    count(ids: readonly number[]): Int32Array {
      turn++;
      for (const id of ids) {
        if (lastSeen[id] !== turn) counts[id] = (counts[id] as number) + 1;
        lastSeen[id] = turn;
      }
      return new Int32Array(ids);
    },
    /** Gives the next indices to the frequent features. `isRare`: two texts are enough, since few are of its kind. */
    keep<Feature>(block: Block, { known }: Ids<Feature>, isRare: (feature: Feature) => boolean) {
      const indexOf = new Map<Feature, number>();
      for (const [feature, id] of known) {
        const count = counts[id] as number;
        if (count < 2 || (count === 2 && texts[block] >= MANY_TEXTS && !isRare(feature))) continue;
        places[id] = idf.length;
        indexOf.set(feature, idf.length);
        idf.push(Math.log((texts[block] + 1) / (count + 0.5)));
      }
      return indexOf;
    },
    /** `places` leads from the number of a feature to its index, or to -1. */
    finish: () => ({ idf: Float32Array.from(idf), places: Int32Array.from(places) }),
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

function createWeigher({ size, idf }: Pick<Vocabulary, "size" | "idf">) {
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
