/** Finds from which chance on the bot may speak in a chat channel. */
import type { Knowledge } from "../../src/core/data/knowledge.js";
import { type ChannelLine, chanceOfCall, collectChannelLines, trainChannel } from "../../src/core/matching/channels.js";
import { extractFeatures } from "../../src/core/matching/features.js";
import type { Synonyms } from "../../src/core/matching/model.js";
import { randomOf } from "../../src/core/matching/random.js";
import type { Reader } from "../../src/core/matching/reading.js";
import { createVectoriser } from "../../src/core/matching/vectors.js";
import { buildVocabulary } from "../../src/core/matching/vocabulary.js";
import { thresholdFor } from "../common/statistics.js";
import { FOLDS } from "./trials.js";

/** Policy: of the messages that call for silence in a chat channel, at most this share may be taken for a question. */
const MOST_INTRUSIONS = 0.025;

/** Each silent line is judged by a model that never saw it. */
export function findChatFrom(knowledge: Knowledge, reader: Reader, synonyms: Synonyms): number {
  const { chat: lines } = collectChannelLines(knowledge, reader, (reading) => extractFeatures(reading, synonyms));
  const foldOf = ({ line }: ChannelLine): number => Math.floor(randomOf(line) * FOLDS);
  const chances = Array.from({ length: FOLDS }, (_, fold) => {
    const known = lines.filter((line) => foldOf(line) !== fold);
    const vocabulary = buildVocabulary(known.map(({ features }) => features));
    const vectorise = createVectoriser(vocabulary);
    const model = trainChannel(known, vocabulary.size, vectorise);
    return lines
      .filter((line) => foldOf(line) === fold && !line.speaks)
      .map(({ features }) => chanceOfCall(model, vectorise(features)));
  }).flat();
  return thresholdFor(chances, MOST_INTRUSIONS * chances.length) ?? 1;
}
