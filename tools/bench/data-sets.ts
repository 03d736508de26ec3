/** This engine on questions that nobody here wrote: public sets of intents, ten examples each. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge } from "../../src/core/data/knowledge.js";
import { collectExamples, exampleLines } from "../../src/core/matching/examples.js";
import { collectWords, createReaderFor, synonymsOf } from "../../src/core/matching/fit.js";
import { type Candidate, createRanker } from "../../src/core/matching/ranking.js";
import { learn } from "../common/learn.js";
import { areaUnderRoc } from "../common/statistics.js";

interface DataSet {
  readonly entries: readonly { readonly id: string; readonly examples: readonly string[] }[];
  readonly test: readonly (readonly [text: string, id: string])[];
  readonly oosTest: readonly string[];
}

/** Shares of the questions with the right intent first; the area tells known from unknown questions. */
export interface DataSetScores {
  readonly clinc150: number;
  readonly clinc150Oos: number;
  readonly banking77: number;
}

/** Throws where `folder` lacks the files. `english`: words that are never mended. */
export function measureDataSets(folder: string, knowledge: Knowledge, english: ReadonlySet<string>): DataSetScores {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8")) as DataSet;
  const [clinc, banking] = [read("clinc150_10shot.json"), read("banking77_10shot.json")];
  const { right: clinc150, oosArea: clinc150Oos } = measure(clinc, asKnowledge(clinc, knowledge), english);
  const { right: banking77 } = measure(banking, asKnowledge(banking, knowledge), english);
  return { clinc150, clinc150Oos, banking77 };
}

function measure({ test, oosTest }: DataSet, knowledge: Knowledge, english: ReadonlySet<string>) {
  const reader = createReaderFor(knowledge, collectWords(knowledge, english));
  const synonyms = synonymsOf(knowledge);
  const rank = createRanker(learn(collectExamples(knowledge, reader), synonyms), synonyms, exampleLines(knowledge));
  const best = (text: string) => rank(reader.read(text))[0];
  const known = test.map(([text, id]) => ({ id, best: best(text) }));
  const sureness = (candidate: Candidate | undefined) => candidate?.signals.classifier ?? Number.NEGATIVE_INFINITY;
  return {
    right: known.filter(({ id, best }) => best?.name === id).length / known.length,
    oosArea: areaUnderRoc(
      known.map((one) => sureness(one.best)),
      oosTest.map((text) => sureness(best(text))),
    ),
  };
}

/** The set as if moderators had written it: nothing else is known, neither apps nor negatives. */
function asKnowledge({ entries }: DataSet, like: Knowledge): Knowledge {
  const pattern = Object.values(like.entries).find(({ app, shows }) => app === undefined && shows === undefined);
  if (pattern === undefined) throw new Error("the data has no plain entry");
  const groups = Object.keys(like.negatives).filter((group) => group !== "near");
  const noNegatives = { ...like.negatives, ...Object.fromEntries(groups.map((group) => [group, []])), near: {} };
  return {
    ...like,
    apps: {},
    ambiguous: {},
    unlisted: [],
    words: [],
    negatives: noNegatives,
    ambient: { speak: [], silent: [], talk: [] },
    entries: Object.fromEntries(
      entries.map(({ id, examples }) => [id, { ...pattern, id, topic: "set", question: examples[0] ?? "" }]),
    ),
    phrasings: Object.fromEntries(entries.map(({ id, examples }) => [id, examples.slice(1)])),
  };
}
