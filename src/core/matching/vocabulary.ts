/** The features of texts that are learned from, each with its index and how telling it is. */
import { isHan } from "../text/text.js";
import { memoise } from "../values/memoise.js";
import { type Block, type Features, splitWord } from "./features.js";
import { END, pairsIn, WORDS_IN_PAIRS, wordsOfPair } from "./pairs.js";

/** The blocks that lines are compared by have the first indices: words, their pairs, then apps. */
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

/** With fewer texts, a feature counts from two texts on. */
const MANY_TEXTS = 10_000;
/** With `MANY_TEXTS` or more, a feature of each kind counts from this number of texts on. */
const LEAST_TEXTS: Readonly<Record<Block | "pairs", number>> = { words: 4, pairs: 8, apps: 3, letters: 14, shape: 4 };

/** Builds the vocabulary of `texts`. A text is counted in the blocks that it has. */
export function buildVocabulary(texts: readonly Partial<Features>[]): Vocabulary {
  const idf: number[] = [];
  /** Gives the next indices to the frequent features. `isRare`: two texts are enough, since few are of its kind. */
  function indexFrequent<Feature>(
    kind: Block | "pairs",
    lists: readonly (readonly Feature[])[],
    isRare: (feature: Feature) => boolean,
    partsOf?: (feature: Feature) => readonly Feature[],
  ) {
    const least = lists.length < MANY_TEXTS ? 2 : LEAST_TEXTS[kind];
    const indexOf = new Map<Feature, number>();
    for (const [feature, { texts }] of countTexts(lists, partsOf))
      if (texts >= least || (texts > 1 && isRare(feature)))
        indexOf.set(feature, idf.push(Math.log((lists.length + 1) / (texts + 0.5))) - 1);
    return indexOf;
  }
  const listsOf = (name: keyof Features) => texts.map((text) => text[name]).filter((list) => list !== undefined);
  const indexBlock = (block: Block, partsOf?: (feature: string) => readonly string[]) =>
    indexFrequent(block, listsOf(block), isHan, partsOf);

  const words = indexBlock("words");
  const meant = listsOf("meant");
  // Nearly all pairs are of words that occur once: passed over, they need not be counted.
  const frequent = [...countTexts(meant)].flatMap(([word, { texts }]) => (texts > 1 ? word : []));
  const numberOf = new Map(frequent.slice(0, WORDS_IN_PAIRS - END - 1).map((word, at) => [word, END + 1 + at]));
  const hanNumbers = new Set([...numberOf].flatMap(([word, number]) => (isHan(word) ? number : [])));
  const pairs = meant.map((list) => pairsIn(list.map((word) => numberOf.get(word) ?? -1)));
  const indexOfPair = indexFrequent("pairs", pairs, (pair) => wordsOfPair(pair).some((word) => hanNumbers.has(word)));
  const indexOf = {
    words,
    apps: indexBlock("apps"),
    letters: indexBlock("letters", splitWord),
    shape: indexBlock("shape"),
  };
  return { size: idf.length, indexOf, numberOf, indexOfPair, idf: Float32Array.from(idf) };
}

interface Count {
  /** The number of texts that have the feature. */
  texts: number;
  /** The last of these texts. */
  last: number;
}

/** Counts in how many lists each feature is, or each of its parts. The counts stand in the order of first occurrence. */
function countTexts<Feature>(
  lists: readonly (readonly Feature[])[],
  partsOf?: (feature: Feature) => readonly Feature[],
): ReadonlyMap<Feature, Count> {
  const counts = new Map<Feature, Count>();
  const countOf = memoise((): Count => ({ texts: 0, last: -1 }), counts);
  const countsOf = partsOf && memoise((feature: Feature) => partsOf(feature).map(countOf));
  const add = (count: Count, at: number): void => {
    if (count.last !== at) count.texts++;
    count.last = at;
  };
  for (const [at, list] of lists.entries())
    for (const feature of list)
      if (countsOf === undefined) add(countOf(feature), at);
      else for (const count of countsOf(feature)) add(count, at);
  return counts;
}
