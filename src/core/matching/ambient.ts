/** Whether a message that was not put to the bot is a question to the room about the order: a decision of its own. */
import type { Knowledge } from "../data/knowledge.js";
import { APP_TOKEN, extractFeatures, type Features } from "./features.js";
import { type LinearModel, scoreInto, softmaxInPlace, trainLinear } from "./linear.js";
import type { Synonyms } from "./model.js";
import { randomOf } from "./random.js";
import type { Reader, Reading } from "./reading.js";
import { buildVocabulary, toVector, type Vocabulary } from "./vectors.js";

export interface AmbientModel {
  readonly vocabulary: Vocabulary;
  readonly linear: LinearModel;
  /** The chance from which the bot speaks. */
  readonly speakFrom: number;
}

const SILENT = 0;
const SPEAK = 1;
const TRAINING = { epochs: 12, rate: 2 };
const FOLDS = 5;

/** Policy: of the messages that call for silence, at most this share may be taken for a question to the room. */
const MOST_INTRUSIONS = 0.008;

/** Learns from the curated ambient examples, and from the negatives, none of which is ever spoken to. */
export function fitAmbient({ ambient, negatives }: Knowledge, reader: Reader, synonyms: Synonyms): AmbientModel {
  const { near, ...groups } = negatives;
  const silent = [...ambient.silent, ...Object.values(near).flat(), ...Object.values(groups).flat()];
  const example = (label: number, weight: number) => (line: string) => ({
    features: ambientFeatures(line, reader.read(line), synonyms),
    label,
    weight,
    fold: Math.floor(randomOf(line) * FOLDS),
  });
  const examples = [...ambient.speak.map(example(SPEAK, 3)), ...silent.map(example(SILENT, 1))];
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
    speakFrom: intrusions[Math.floor(MOST_INTRUSIONS * intrusions.length)] ?? 1,
  };
}

/** The chance, 0 to 1, that `message` is a question to the room about the order or its apps. */
export function chanceOfRoomQuestion(
  model: AmbientModel,
  message: string,
  reading: Reading,
  synonyms: Synonyms,
): number {
  return speakChance(model.linear, toVector(ambientFeatures(message, reading, synonyms), model.vocabulary));
}

function speakChance(linear: LinearModel, vector: ReturnType<typeof toVector>): number {
  const scores = new Float32Array(2);
  scoreInto(linear, [vector], scores);
  softmaxInPlace(scores);
  return scores[SPEAK] ?? 0;
}

/** What a message shows of itself beyond its words: marks, and how it opens and ends. */
function ambientFeatures(message: string, reading: Reading, synonyms: Synonyms): Features {
  const features = extractFeatures(reading, synonyms);
  const { words } = reading;
  const shape = [
    ["mark", /[?？]\s*$/.test(message)],
    ["mark inside", /[?？]/.test(message)],
    ["quote", /["“”「」]/.test(message)],
    ["at", /^\s*@|<@/.test(message)],
    ["laugh", /\b(lol|lmao|haha+|lmfao|rofl|xd)\b|😂|🤣|哈哈|笑死/i.test(message)],
    ["link", /https?:/.test(message)],
    ["app", words.includes(APP_TOKEN)],
    [`opens ${words[0]}`, true],
    [`opens ${words[0]} ${words[1]}`, true],
    [`long ${Math.min(6, Math.floor(words.length / 4))}`, true],
  ] as const;
  return { ...features, apps: [...features.apps, ...shape.filter(([, holds]) => holds).map(([name]) => `#${name}`)] };
}
