/** Finds from which chance on the bot may speak in a channel without being put to. */
import type { Knowledge } from "../../src/core/data/knowledge.js";
import {
  type ChannelLine,
  chanceOfCall,
  collectChannelLines,
  countChannelLines,
  trainChannel,
} from "../../src/core/matching/channels.js";
import { createCorpus } from "../../src/core/matching/corpus.js";
import { createNaming } from "../../src/core/matching/examples.js";
import type { Synonyms } from "../../src/core/matching/model.js";
import { randomOf } from "../../src/core/matching/random.js";
import type { Reader, Reading } from "../../src/core/matching/reading.js";
import { createVectoriser } from "../../src/core/matching/vectors.js";
import type { ChannelKind } from "../../src/core/values/channel-kind.js";

const FOLDS = 5;

/** Policy: of the messages that call for silence in such a channel, at most this share may be taken for a question. */
const MOST_INTRUSIONS: Readonly<Record<ChannelKind, number>> = { questions: 0.03, chat: 0.025 };

type Read = (line: string) => { readonly text: string; readonly reading: Reading };

export function findSpeakFrom(knowledge: Knowledge, reader: Reader, synonyms: Synonyms): Record<ChannelKind, number> {
  const lines = collectChannelLines(knowledge);
  const nameApps = createNaming(knowledge);
  const read: Read = (line) => {
    const { text } = nameApps(line);
    return { text, reading: reader.read(text) };
  };
  const thresholdOf = (kind: ChannelKind) => findThreshold(lines[kind], MOST_INTRUSIONS[kind], read, synonyms);
  return { questions: thresholdOf("questions"), chat: thresholdOf("chat") };
}

/** The chance that at most the share `most` of the silent lines reach, each judged by a model that never saw it. */
function findThreshold(lines: readonly ChannelLine[], most: number, read: Read, synonyms: Synonyms): number {
  const foldOf = ({ line }: ChannelLine): number => Math.floor(randomOf(line) * FOLDS);
  const chances = Array.from({ length: FOLDS }, (_, fold) => {
    const corpus = createCorpus();
    const known = lines.filter((line) => foldOf(line) !== fold);
    const counted = countChannelLines(corpus, known, read, synonyms, new Map());
    const finished = corpus.finish();
    const model = trainChannel(counted, finished);
    const vectorise = createVectoriser(finished.vocabulary);
    return lines
      .filter((line) => foldOf(line) === fold && !line.speaks)
      .map(({ line }) => {
        const { text, reading } = read(line);
        return chanceOfCall(model, vectorise, text, reading, synonyms);
      });
  }).flat();
  chances.sort((a, b) => b - a);
  return chances[Math.floor(most * chances.length)] ?? 1;
}
