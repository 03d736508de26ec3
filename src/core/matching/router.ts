/** Routes one question to the entries that may answer it, with how sure each is. */
import type { Knowledge } from "../data/knowledge.js";
import type { ChannelKind } from "../values/channel-kind.js";
import type { Calibration } from "./calibration.js";
import { chanceOfCall, toMessageFeatures } from "./channels.js";
import { type ClassName, exampleLines } from "./examples.js";
import { extractFeatures } from "./features.js";
import { createReaderFor, type Learned, synonymsOf } from "./learn.js";
import { chanceBy } from "./logistic.js";
import { type Candidate, createRanker } from "./ranking.js";
import type { Reader, Reading } from "./reading.js";
import { createVectoriser, type SparseVector, toUnitLength } from "./vectors.js";

/** An entry's id or `app-status`, and the chance, 0 to 1, that it is what was asked. */
export interface Route extends Candidate {
  readonly confidence: number;
}

export interface Router extends Reader {
  /** The likeliest routes and those to what is `expected`, best first; empty only where nothing is known at all. */
  route(reading: Reading, expected?: readonly ClassName[]): readonly Route[];
  /** Returns the words and letters of a reading as a vector of length 1: the product of two is their cosine. */
  vectorOf(reading: Reading): SparseVector;
  /** Returns the chance, 0 to 1, that `message` calls for the bot in a channel of that kind. */
  chanceOfCall(channel: ChannelKind, message: string, reading: Reading): number;
}

export function createRouter(
  knowledge: Knowledge,
  { words, model, channels }: Learned,
  { confidence }: Pick<Calibration, "confidence">,
): Router {
  const synonyms = synonymsOf(knowledge);
  const vectorise = createVectoriser(model.vocabulary);
  const rank = createRanker(model, synonyms, exampleLines(knowledge), vectorise);
  return {
    ...createReaderFor(knowledge, words),
    route: (reading, expected) =>
      rank(reading, expected)
        .map((candidate) => ({ ...candidate, confidence: chanceBy(confidence, candidate.signals) }))
        .sort((a, b) => b.confidence - a.confidence),
    vectorOf: (reading) => toUnitLength(vectorise({ ...extractFeatures(reading, synonyms), apps: [] })),
    chanceOfCall: (channel, message, reading) =>
      chanceOfCall(
        channels[channel],
        vectorise(toMessageFeatures(message, reading, extractFeatures(reading, synonyms))),
      ),
  };
}
