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

const pause = async () => {};
const group = (questions: readonly string[]) => answerer.group(questions, pause);
const wordingsOf = async (questions: readonly string[]) => (await group(questions)).map(({ wordings }) => wordings);

describe("questions that people sent", () => {
  it("are together where they say the same in other words, and spelt otherwise", async () => {
    const refunds = [
      "can I get a refund for my subscription?",
      "refund for my subscription",
      "how do i get a refnud for my subscription",
    ];
    const tariffs = ["do tariffs apply to WPS licenses?", "are there tariffs on wps licenses"];
    expect(await wordingsOf([...refunds, ...tariffs, "who owns the moon?"])).toEqual([
      refunds,
      tariffs,
      ["who owns the moon?"],
    ]);
  });

  it("stand alone where they share but the words that every question has", async () => {
    const questions = ["what is the weather on mars?", "what is the price of gold?", "what is the name of your cat?"];
    expect(await wordingsOf(questions)).toHaveLength(3);
  });

  it("are shown by the wording that most people used, the largest group first", async () => {
    const [who, that] = ["who pays the fine?", "who pays that fine"];
    expect(await group(["is it open?", who, that, that])).toEqual([
      { wordings: [that, who], count: 3 },
      { wordings: ["is it open?"], count: 1 },
    ]);
  });

  it("are together in Chinese as well", async () => {
    expect(await wordingsOf(["支付宝的罚款是多少", "支付宝罚款多少钱", "谁签署了命令"])).toHaveLength(2);
  });

  it("are none where there are none", async () => {
    expect(await group([])).toEqual([]);
  });

  it("leave others their turn after each wording", async () => {
    let pauses = 0;
    await answerer.group(["is it open?", "who pays?", "who pays?"], async () => void pauses++);
    expect(pauses).toBe(2);
  });

  it("are all there, each once or counted, whatever they are", async () => {
    const sight = { termsOf: tokenise, weightOf: () => 1 };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: "binary" }), { maxLength: 30 }), async (questions) => {
        const groups = await groupQuestions(questions, sight, pause);
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(questions.length);
        expect(groups.flatMap(({ wordings }) => wordings).sort()).toEqual([...new Set(questions)].sort());
      }),
    );
  });
});
