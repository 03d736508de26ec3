/** Decides whether a message in a listed channel calls for the bot, by models beside the ranking. */
import type { Knowledge } from "../data/knowledge.js";
import type { ChannelKind } from "../values/channel-kind.js";
import { memoise } from "../values/memoise.js";
import { createNaming } from "./examples.js";
import { APP_TOKEN, type Features, type TextFeatures } from "./features.js";
import { chancesOf, type DenseModel, type TrainingSettings, trainLinear } from "./linear.js";
import { randomOf } from "./random.js";
import type { Reader, Reading } from "./reading.js";
import type { SparseVector, Vectoriser } from "./vectors.js";

/** Each model has a single class: the messages that call for the bot. */
export type ChannelModels = Readonly<Record<ChannelKind, DenseModel>>;

const TRAINING: TrainingSettings = { epochs: 4, rate: 4, decay: 0.3, negligible: 4e-3 };

/** The share of the curated questions that the model of questions channels learns from: all would teach it no more. */
const SHARE_OF_PHRASINGS = 0.4;

export interface ChannelLine {
  readonly line: string;
  /** The line with an app's name in it. */
  readonly text: string;
  readonly features: Omit<Features, "apps">;
  readonly speaks: boolean;
  readonly weight: number;
}

/**
 * Returns the curated lines for each kind of channel. In a chat channel it is the questions to the room that call for
 * the bot, and of the negatives none does; in a questions channel every question about the matter does, whether it is
 * covered or not.
 */
export function collectChannelLines(
  knowledge: Knowledge,
  reader: Reader,
  featuresOf: (reading: Reading) => TextFeatures,
): Readonly<Record<ChannelKind, readonly ChannelLine[]>> {
  const { ambient, negatives, phrasings } = knowledge;
  const { near, ...groups } = negatives;
  const questions = Object.values(phrasings)
    .flat()
    .filter((line) => randomOf(line) < SHARE_OF_PHRASINGS);
  const nearLines = Object.values(near).flat();
  const nameApps = createNaming(knowledge);
  const read = memoise((line: string) => {
    const { text } = nameApps(line);
    const reading = reader.read(text);
    return { line, text, features: toMessageFeatures(text, reading, featuresOf(reading)) };
  });
  const linesOf = (speak: readonly string[], silent: readonly string[], weight: number): ChannelLine[] => [
    ...speak.map((line) => ({ ...read(line), speaks: true, weight })),
    ...silent.map((line) => ({ ...read(line), speaks: false, weight: 1 })),
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

export function trainChannel(lines: readonly ChannelLine[], size: number, vectorise: Vectoriser): DenseModel {
  const examples = lines.map(({ line, features, speaks, weight }) => ({
    vector: vectorise(features),
    label: speaks ? 0 : -1,
    weight,
    text: line,
  }));
  return trainLinear(examples, size, 1, TRAINING);
}

/** Returns the chance, 0 to 1, that the message with this vector calls for the bot in a channel of that model's kind. */
export const chanceOfCall = (model: DenseModel, vector: SparseVector): number => chancesOf(model, vector)[0] as number;

/** Returns what the channel models see of a message: not which apps it names, but its shape. */
export const toMessageFeatures = (message: string, reading: Reading, { words, meant, letters }: TextFeatures) => ({
  words,
  meant,
  letters,
  shape: shapeOf(message, reading),
});

/** What a message shows beyond its words: marks, and how it opens. */
function shapeOf(message: string, reading: Reading): string[] {
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
  return shape.flatMap(([name, holds]) => (holds ? name : []));
}
