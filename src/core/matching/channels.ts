/** Whether a message in a listed channel calls for the bot: a decision of its own, learned from its own examples. */
import type { Knowledge } from "../data/knowledge.js";
import type { ChannelKind } from "../values/channel-kind.js";
import { APP_TOKEN, extractFeatures, type Features } from "./features.js";
import { type LinearModel, scoreInto, softmaxInPlace, trainLinear } from "./linear.js";
import type { Synonyms } from "./model.js";
import { randomOf } from "./random.js";
import type { Reader, Reading } from "./reading.js";
import { buildVocabulary, toVector, type Vocabulary } from "./vectors.js";

export interface ChannelModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
}

export type ChannelModels = Readonly<Record<ChannelKind, ChannelModel>>;

const SILENT = 0;
const SPEAK = 1;
const TRAINING = { epochs: 8, rate: 2 };

/** The share of the curated questions that the model of questions channels learns from: all would teach it no more. */
const SHARE_OF_PHRASINGS = 0.4;

/** A curated line of a channel: whether it calls for the bot, and how much it counts. */
export interface ChannelLine {
  readonly line: string;
  readonly speaks: boolean;
  readonly weight: number;
}

/**
 * Returns the curated lines for each kind of channel. In a chat channel it is the questions to the room that call for
 * the bot, and of the negatives none does; in a questions channel every question about the matter does, whether it is
 * covered or not.
 */
export function collectChannelLines(knowledge: Knowledge): Readonly<Record<ChannelKind, readonly ChannelLine[]>> {
  const { ambient, negatives, phrasings } = knowledge;
  const { near, ...groups } = negatives;
  const questions = Object.values(phrasings)
    .flat()
    .filter((line) => randomOf(line) < SHARE_OF_PHRASINGS);
  const nearLines = Object.values(near).flat();
  const linesOf = (speak: readonly string[], silent: readonly string[], weight: number): ChannelLine[] => [
    ...speak.map((line) => ({ line, speaks: true, weight })),
    ...silent.map((line) => ({ line, speaks: false, weight: 1 })),
  ];
  return {
    questions: linesOf(
      [...questions, ...nearLines, ...groups["other-questions"], ...ambient.speak],
      [...ambient.talk, ...ambient.silent, ...groups.chatter, ...groups.social, ...groups["off-topic"]],
      1,
    ),
    chat: linesOf(
      ambient.speak,
      [...ambient.silent, ...ambient.talk, ...nearLines, ...Object.values(groups).flat()],
      3,
    ),
  };
}

export function fitChannels(knowledge: Knowledge, reader: Reader, synonyms: Synonyms): ChannelModels {
  const { questions, chat } = collectChannelLines(knowledge);
  return { questions: fitChannel(questions, reader, synonyms), chat: fitChannel(chat, reader, synonyms) };
}

export function fitChannel(lines: readonly ChannelLine[], reader: Reader, synonyms: Synonyms): ChannelModel {
  const features = lines.map(({ line }) => {
    const text = line.replaceAll("{app}", " Alipay ");
    return channelFeatures(text, reader.read(text), synonyms);
  });
  const vocabulary = buildVocabulary(features);
  const examples = lines.map(({ speaks, weight }, at) => ({
    vector: toVector(features[at] as Features, vocabulary),
    label: speaks ? SPEAK : SILENT,
    weight,
  }));
  return { vocabulary, linear: trainLinear(examples, vocabulary.size, 2, TRAINING) };
}

/** Returns the chance, 0 to 1, that `message` calls for the bot in a channel of that model's kind. */
export function chanceOfCall(model: ChannelModel, message: string, reading: Reading, synonyms: Synonyms): number {
  const scores = new Float32Array(2);
  scoreInto(model.linear, [toVector(channelFeatures(message, reading, synonyms), model.vocabulary)], scores);
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
