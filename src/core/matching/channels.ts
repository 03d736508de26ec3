/** Whether a message in a listed channel calls for the bot: a decision of its own, learned from its own examples. */
import type { Knowledge } from "../data/knowledge.js";
import { APP_TOKEN, extractFeatures, type Features } from "./features.js";
import { type LinearModel, scoreInto, softmaxInPlace, trainLinear } from "./linear.js";
import type { Synonyms } from "./model.js";
import { randomOf } from "./random.js";
import type { Reader, Reading } from "./reading.js";
import { buildVocabulary, toVector, type Vocabulary } from "./vectors.js";

export interface ChannelModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  /** The chance, 0 to 1, from which the bot speaks. */
  readonly speakFrom: number;
}

/** One model for each kind of channel. */
export interface ChannelModels {
  readonly questions: ChannelModel;
  readonly chat: ChannelModel;
}

const SILENT = 0;
const SPEAK = 1;
const TRAINING = { epochs: 8, rate: 2 };
const FOLDS = 5;

/** Policy: of the messages that call for silence in such a channel, at most this share may be taken for a question. */
const MOST_INTRUSIONS = { questions: 0.03, chat: 0.008 };

/** The share of the curated questions that the model of questions channels learns from: all would teach it no more. */
const SHARE_OF_PHRASINGS = 0.4;

/**
 * Learns from the curated lines. In a chat channel it is the questions to the room that call for the bot, and of the
 * negatives none does; in a questions channel every question about the matter does, whether it is covered or not.
 */
export function fitChannels(knowledge: Knowledge, reader: Reader, synonyms: Synonyms): ChannelModels {
  const { ambient, negatives, phrasings } = knowledge;
  const { near, ...groups } = negatives;
  const questions = Object.values(phrasings)
    .flat()
    .filter((line) => randomOf(line) < SHARE_OF_PHRASINGS);
  const nearLines = Object.values(near).flat();
  const learnChannel = (speak: readonly string[], silent: readonly string[], most: number, weight: number) =>
    fitChannel({ speak, silent, weight }, most, (line) => channelFeatures(line, reader.read(line), synonyms));
  return {
    questions: learnChannel(
      [...questions, ...nearLines, ...groups["other-questions"], ...ambient.speak],
      [...ambient.talk, ...ambient.silent, ...groups.chatter, ...groups.social, ...groups["off-topic"]],
      MOST_INTRUSIONS.questions,
      1,
    ),
    chat: learnChannel(
      ambient.speak,
      [...ambient.silent, ...ambient.talk, ...nearLines, ...Object.values(groups).flat()],
      MOST_INTRUSIONS.chat,
      3,
    ),
  };
}

interface Lines {
  readonly speak: readonly string[];
  readonly silent: readonly string[];
  /** How much a line of `speak` counts against one of `silent`. */
  readonly weight: number;
}

function fitChannel(
  { speak, silent, weight }: Lines,
  mostIntrusions: number,
  read: (line: string) => Features,
): ChannelModel {
  const example = (label: number, weight: number) => (line: string) => ({
    features: read(line.replaceAll("{app}", " Alipay ")),
    label,
    weight,
    fold: Math.floor(randomOf(line) * FOLDS),
  });
  const examples = [...speak.map(example(SPEAK, weight)), ...silent.map(example(SILENT, 1))];
  const vocabulary = buildVocabulary(examples.map(({ features }) => features));
  const vectors = examples.map(({ features, ...example }) => ({ ...example, vector: toVector(features, vocabulary) }));
  const train = (part: typeof vectors) => trainLinear(part, vocabulary.size, 2, TRAINING);
  const intrusions = Array.from({ length: FOLDS }, (_, fold) => {
    const linear = train(vectors.filter((one) => one.fold !== fold));
    const unseen = vectors.filter((one) => one.fold === fold && one.label === SILENT);
    return unseen.map(({ vector }) => speakChance(linear, vector));
  }).flat();
  intrusions.sort((a, b) => b - a);
  return {
    vocabulary,
    linear: train(vectors),
    speakFrom: intrusions[Math.floor(mostIntrusions * intrusions.length)] ?? 1,
  };
}

/** Returns the chance, 0 to 1, that `message` calls for the bot in a channel of that model's kind. */
export function chanceOfCall(model: ChannelModel, message: string, reading: Reading, synonyms: Synonyms): number {
  return speakChance(model.linear, toVector(channelFeatures(message, reading, synonyms), model.vocabulary));
}

function speakChance(linear: LinearModel, vector: ReturnType<typeof toVector>): number {
  const scores = new Float32Array(2);
  scoreInto(linear, [vector], scores);
  softmaxInPlace(scores);
  return scores[SPEAK] ?? 0;
}

/** The words of a message, and what it shows beyond them: marks, and how it opens. Which app it names says nothing. */
function channelFeatures(message: string, reading: Reading, synonyms: Synonyms): Features {
  const { words, letters } = extractFeatures(reading, synonyms);
  const [first, second] = reading.words;
  const shape = [
    ["mark", /[?？]\s*$/.test(message)],
    ["mark inside", /[?？]/.test(message)],
    ["quote", /["“”「」]/.test(message)],
    ["at", /^\s*@|<@/.test(message)],
    ["laugh", /\b(lol|lmao|haha+|lmfao|rofl|xd)\b|😂|🤣|哈哈|笑死/i.test(message)],
    ["link", /https?:/.test(message)],
    ["app", reading.words.includes(APP_TOKEN)],
    [`opens ${first}`, true],
    [`opens ${first} ${second}`, true],
    [`long ${Math.min(6, Math.floor(reading.words.length / 4))}`, true],
  ] as const;
  return { words, letters, apps: shape.filter(([, holds]) => holds).map(([name]) => `#${name}`) };
}
