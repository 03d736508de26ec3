/** Questions that say much the same are counted as one; others stand alone. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { groupQuestions } from "../../../src/core/matching/grouping.js";
import { tokenise } from "../../../src/core/text/text.js";
import { openAnswerer } from "../../answerer.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

function finish<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const group = (questions: readonly string[]) => finish(answerer.group(questions));
const wordingsOf = (questions: readonly string[]) => group(questions).map(({ wordings }) => wordings);

describe("questions that people sent", () => {
  it("are together where they say the same in other words, and spelt otherwise", () => {
    const refunds = [
      "can I get a refund for my subscription?",
      "refund for my subscription",
      "how do i get a refnud for my subscription",
    ];
    const tariffs = ["do tariffs apply to WPS licenses?", "are there tariffs on wps licenses"];
    expect(wordingsOf([...refunds, ...tariffs, "who owns the moon?"])).toEqual([
      refunds,
      tariffs,
      ["who owns the moon?"],
    ]);
  });

  it("stand alone where they share but the words that every question has", () => {
    const questions = ["what is the weather on mars?", "what is the price of gold?", "what is the name of your cat?"];
    expect(wordingsOf(questions)).toHaveLength(3);
  });

  it("are shown by the wording that most people used, the largest group first", () => {
    const [who, that] = ["who pays the fine?", "who pays that fine"];
    expect(group(["is it open?", who, that, that])).toEqual([
      { wordings: [that, who], count: 3 },
      { wordings: ["is it open?"], count: 1 },
    ]);
  });

  it("are together in Chinese as well", () => {
    expect(wordingsOf(["支付宝的罚款是多少", "支付宝罚款多少钱", "谁签署了命令"])).toHaveLength(2);
  });

  it("are none where there are none", () => {
    expect(group([])).toEqual([]);
  });

  it("are all there, each once or counted, whatever they are", () => {
    const sight = { termsOf: tokenise, weightOf: () => 1 };
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { maxLength: 30 }), (questions) => {
        const groups = finish(groupQuestions(questions, sight));
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(questions.length);
        expect(groups.flatMap(({ wordings }) => wordings).sort()).toEqual([...new Set(questions)].sort());
      }),
    );
  });
});
