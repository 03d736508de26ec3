/** Everything that takes long: learned once from the data, kept until the data changes. */
import type { Knowledge } from "../data/knowledge.js";
import { createSpeller, type Slips, type Speller, slipsAllowed } from "../text/spelling.js";
import { tokenise } from "../text/text.js";
import { memoise } from "../values/memoise.js";
import { createAppNames } from "./app-names.js";
import { type ChannelModels, collectChannelLines, trainChannel } from "./channels.js";
import { type ClassName, collectExamples } from "./examples.js";
import { extractFeatures } from "./features.js";
import { learnModel, type Model, type Synonyms } from "./model.js";
import { isSwapped } from "./name-slips.js";
import { createReader, type Reader, type Reading, rememberReadings } from "./reading.js";
import { findSubjects, type Subject } from "./subjects.js";
import { createVectoriser } from "./vectors.js";
import { buildVocabulary } from "./vocabulary.js";

/** What was learned, as plain values and typed arrays that can be stored. */
export interface Learned {
  readonly words: KnownWords;
  readonly model: Model;
  readonly channels: ChannelModels;
  /** By the class of its phrasings, what an answer is asked for by. */
  readonly subjects: ReadonlyMap<ClassName, Subject>;
}

interface KnownWords {
  /** Words of the curated lines, with how often they occur: what a misspelt word may have been meant to be. */
  readonly curated: ReadonlyMap<string, number>;
  /** Common English words, which are left as they are. */
  readonly english: ReadonlySet<string>;
}

/**
 * Counts up whenever the code that reads the data or learns from it changes, so that nothing found good or learned by
 * other code is used; a test keeps watch over the sources.
 */
export const ENGINE_VERSION = 192;

/** Returns the part of the knowledge that learning reads: unless it changes, what was learned stays valid. */
export function learningInput({
  order,
  apps,
  ambiguous,
  unlisted,
  entries,
  phrasings,
  negatives,
  words,
  misspelt,
  ambient,
}: Knowledge): unknown {
  return {
    apps: Object.values(apps).map(({ id, name, names, standing }) => ({ id, name, names, standing })),
    entries: Object.values(entries).map(({ id, question, app, topic }) => ({ id, question, app, topic })),
    names: order.names,
    ambiguous,
    unlisted,
    phrasings,
    negatives,
    words,
    misspelt,
    ambient,
  };
}

/** Words that occur less often are not what a misspelt word is taken for, unless English has them. */
const CURATED_FROM = 5;
const isLatin = (word: string): boolean => /^[a-z]{3,}$/.test(word);
/** The curated lines misspell a word if English and the apps lack it and another, one slip away, occurs this many times as often. */
const COMMONER = 8;

export function collectWords(
  { apps, phrasings, negatives, words }: Knowledge,
  english: ReadonlySet<string>,
): KnownWords {
  const counts = new Map<string, number>();
  for (const line of [...Object.values(phrasings), ...Object.values(negatives.near)].flat())
    for (const word of tokenise(line)) if (isLatin(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ofApps = new Set(
    Object.values(apps).flatMap(({ name, names }) => [name, ...names].map((one) => tokenise(one).join(" "))),
  );
  const sure = new Map([...counts].filter(([word]) => english.has(word)));
  const speller = createWordSpeller(new Map([...counts].filter(([word]) => english.has(word) || ofApps.has(word))));
  const isMisspelt = (word: string, count: number) =>
    speller.nearest(word).some((meant) => {
      // A letter in another's place makes another name of a name: "huabei" is not Huawei.
      const isOtherName = !english.has(meant) && word.length === meant.length && !isSwapped(word, meant);
      return !isOtherName && (counts.get(meant) ?? 0) >= COMMONER * count;
    });
  const often = [...counts].filter(([word, count]) => !english.has(word) && count >= CURATED_FROM);
  const grouped = words
    .flat()
    .filter(isLatin)
    .map((word): [string, number] => [word, counts.get(word) ?? 1]);
  return {
    curated: new Map([...grouped, ...sure, ...often.filter(([word, count]) => !isMisspelt(word, count))]),
    english,
  };
}

/** In a word of three letters only two that are swapped are forgiven, and one that is doubled: "hte", "bann". */
const slipsInWord: Slips = (typed, meant) => {
  if (meant.length > 3) return slipsAllowed(typed);
  const isDoubled = typed.length === 4 && typed.replace(/(.)\1/, "$1") === meant;
  return isSwapped(typed, meant) || isDoubled ? 1 : 0;
};

function createWordSpeller(counts: ReadonlyMap<string, number>): Speller<string> {
  const words = [...counts.keys()].map((word): [string, string] => [word, word]);
  return createSpeller(words, { weight: (word) => counts.get(word) ?? 0, slips: slipsInWord, most: 2 });
}

export const synonymsOf = ({ words }: Knowledge): Synonyms =>
  new Map(words.flatMap((group) => group.map((word): [string, string] => [tokenise(word).join(""), group[0] ?? word])));

/** Returns a test for words that people mean as they wrote them: curated or English ones, numbers and short ones. */
export const knownWordsOf =
  ({ curated, english }: KnownWords) =>
  (word: string): boolean =>
    word.length < 3 || curated.has(word) || english.has(word) || /^\d+$/.test(word);

export function createReaderFor(knowledge: Knowledge, words: KnownWords): Reader {
  const isKnown = knownWordsOf(words);
  return createReader(knowledge, createAppNames(knowledge, isKnown), isKnown, createWordSpeller(words.curated));
}

/** Learns from every line, each read once. Deterministic. */
export function learnAll(knowledge: Knowledge, english: ReadonlySet<string>): Learned {
  const words = collectWords(knowledge, english);
  const synonyms = synonymsOf(knowledge);
  const reader = rememberReadings(createReaderFor(knowledge, words));
  const examples = collectExamples(knowledge, reader);
  const featuresOf = memoise((reading: Reading) => extractFeatures(reading, synonyms));
  const features = examples.map(({ reading }) => featuresOf(reading));
  const { questions, chat } = collectChannelLines(knowledge, reader, featuresOf);
  const known = new Set(examples.map(({ text }) => text));
  // The words and letters of the examples are counted already.
  const ofChannels = [...questions, ...chat].map(({ text, features }) =>
    known.has(text) ? { shape: features.shape } : features,
  );
  const vocabulary = buildVocabulary([...features, ...ofChannels]);
  // Both kinds of channels have many lines in common.
  const vectorise = memoise(createVectoriser(vocabulary));
  return {
    words,
    model: learnModel(examples, features, vocabulary),
    channels: {
      questions: trainChannel(questions, vocabulary.size, vectorise),
      chat: trainChannel(chat, vocabulary.size, vectorise),
    },
    subjects: findSubjects(knowledge, reader),
  };
}
