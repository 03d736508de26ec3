/** What is learned depends on the lines alone: not on their order, and little on any single one. */
import { describe, expect, test } from "vitest";
import { collectExamples, exampleLines } from "../../../src/core/matching/examples.js";
import { extractFeatures, type MaskedQuestion } from "../../../src/core/matching/features.js";
import { collectWords, createReaderFor } from "../../../src/core/matching/learn.js";
import { addScores, compact, type Example, type LinearModel, trainLinear } from "../../../src/core/matching/linear.js";
import { createVectoriser } from "../../../src/core/matching/vectors.js";
import { buildVocabulary } from "../../../src/core/matching/vocabulary.js";
import { tokenise } from "../../../src/core/text/text.js";
import { readEnglishWords } from "../../../src/store/english.js";
import { edited, knowledgeOf, smallFiles } from "../../data.js";

const questionOf = (text: string): MaskedQuestion => ({ words: tokenise(text), apps: [], standings: [] });

const LINES: readonly (readonly [text: string, label: number])[] = [
  ["when does it start", 0],
  ["when would it begin", 0],
  ["on which day does it start", 0],
  ["start date of the order", 0],
  ["who makes the app", 1],
  ["who built the app", 1],
  ["which firm makes it", 1],
  ["maker of the app", 1],
  ["is my money safe", 2],
  ["is it safe to pay", 2],
  ["will I lose my money", 2],
  ["is my account safe", 2],
];

function learnLines(lines: typeof LINES) {
  const featuresOf = (text: string) => extractFeatures(questionOf(text), new Map());
  const vocabulary = buildVocabulary(lines.map(([text]) => featuresOf(text)));
  const vectorise = createVectoriser(vocabulary);
  const examples = lines.map(
    ([text, label]): Example => ({ text, label, weight: 1, vector: vectorise(featuresOf(text)) }),
  );
  return { vocabulary, examples, model: train(examples, vocabulary.size) };
}

const train = (examples: readonly Example[], features: number): LinearModel =>
  compact(trainLinear(examples, features, 3, { epochs: 3, rate: 3, decay: 0.5, negligible: 2e-3 }));

const scoresOf = (model: LinearModel, { vector }: Pick<Example, "vector">): Float64Array => {
  const scores = Float64Array.from(model.bias);
  addScores(model, vector, scores);
  return scores;
};
const best = (scores: Float64Array): number => scores.indexOf(Math.max(...scores));

describe("the classifier", () => {
  const { examples, model, vocabulary } = learnLines(LINES);

  test("gives each line its own class", () => {
    for (const example of examples) expect(best(scoresOf(model, example))).toBe(example.label);
  });

  test("learns the same from the same lines in another order", () => {
    const again = train([...examples].reverse(), vocabulary.size);
    expect(again).toEqual(model);
  });

  test("learns nearly the same from one line more: what others score moves little", () => {
    const added = { ...(examples[0] as Example), text: "one more line" };
    const changed = train([...examples, added], vocabulary.size);
    for (const example of examples.slice(1)) {
      const [before, after] = [scoresOf(model, example), scoresOf(changed, example)];
      for (const [label, score] of before.entries()) expect(Math.abs((after[label] ?? 0) - score)).toBeLessThan(1);
    }
  });
});

describe("a vector", () => {
  const { vocabulary, examples } = learnLines(LINES);
  const vectorise = createVectoriser(vocabulary);

  test("is the same for a line that is learned and for a question that is asked", () => {
    for (const { text, vector } of examples)
      for (const _ of ["first", "again, with its letters remembered"])
        expect(vectorise(extractFeatures(questionOf(text), new Map()))).toEqual(vector);
  });

  test("begins with the blocks that lines are compared by", () => {
    for (const { text, vector } of examples) {
      const { words, meant, apps } = extractFeatures(questionOf(text), new Map());
      const compared = vectorise({ words, meant, apps });
      expect(compared.indices).toEqual(vector.indices.slice(0, compared.indices.length));
    }
  });

  test("holds no feature that a single line has", () => {
    expect(vocabulary.indexOf.words.has("start")).toBe(true);
    expect(vocabulary.indexOf.words.has("account")).toBe(false);
  });

  test("tells the order of words: neighbours, and words with one between them", () => {
    const lines = ["red blue green", "red blue white", "grey red blue", "blue red grey", "white green blue"];
    const learned = learnLines(lines.map((line, at) => [line, at % 3] as const));
    const indicesOf = (text: string) => {
      const { words, meant } = extractFeatures(questionOf(text), new Map());
      return createVectoriser(learned.vocabulary)({ words, meant }).indices;
    };
    const common = (a: string, b: string) => indicesOf(a).filter((index) => indicesOf(b).includes(index)).length;
    expect(common("red blue", "red blue")).toBeGreaterThan(common("red blue", "blue red"));
    expect(indicesOf("red blue").length).toBeGreaterThan(2);
  });
});

describe("the examples", () => {
  const files = edited("phrasings/dates.txt", (text) => `${text}\n[app-status]\nis {app} banned\n`, smallFiles);
  const knowledge = knowledgeOf(files);
  const examples = collectExamples(knowledge, createReaderFor(knowledge, collectWords(knowledge, readEnglishWords())));

  test("stand in the order of their lines", () => {
    expect(examples.map(({ line }) => line)).toEqual(exampleLines(knowledge));
  });

  test("of where an app stands are one for the order's apps and one for look-alikes, and each has a text of its own", () => {
    const status = examples.filter(({ name }) => name === "app-status");
    expect(status.map(({ reading }) => reading.standings)).toEqual([["named"], ["look-alike"]]);
    expect(new Set(status.map(({ text }) => text)).size).toBe(2);
  });
});
