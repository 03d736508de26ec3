/** Counts the features of all texts that are learned from, and gives their vectors. */
import { isHan } from "../text/text.js";
import { type Block, type Features, splitWord } from "./features.js";
import { END, pairsIn, WORDS_IN_PAIRS, wordsOfPair } from "./pairs.js";
import { createWeigher, type SparseVector, type Vocabulary } from "./vectors.js";

/** With fewer texts, a feature counts from two texts on. */
const MANY_TEXTS = 10_000;
/** With `MANY_TEXTS` or more, a feature of each kind counts from this number of texts on. */
const LEAST_TEXTS: Readonly<Record<Block | "pairs", number>> = { words: 3, pairs: 7, apps: 3, letters: 9, shape: 3 };

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
      const indexOfPair = counter.keep("pairs", pairIds, (pair) =>
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
    keep<Feature>(kind: Block | "pairs", { known }: Ids<Feature>, isRare: (feature: Feature) => boolean) {
      const indexOf = new Map<Feature, number>();
      const total = texts[kind === "pairs" ? "words" : kind];
      const least = total < MANY_TEXTS ? 2 : LEAST_TEXTS[kind];
      for (const [feature, id] of known) {
        const count = counts[id] as number;
        if (count < (isRare(feature) ? 2 : least)) continue;
        places[id] = idf.length;
        indexOf.set(feature, idf.length);
        idf.push(Math.log((total + 1) / (count + 0.5)));
      }
      return indexOf;
    },
    /** `places` leads from the number of a feature to its index, or to -1. */
    finish: () => ({ idf: Float32Array.from(idf), places: Int32Array.from(places) }),
  };
}
