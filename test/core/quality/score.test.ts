/** Guards against getting worse: what the tuned halves of the question sets reach, with a little room for noise. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { givenBy } from "../../../src/core/quality/given.js";
import { readQuestions } from "../../../tools/common/question-file.js";
import { scoreGiven, type Verdict } from "../../../tools/eval/score.js";
import { openAnswerer } from "../../answerer.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

/** Shares in percent of the questions that have an answer, and of those that have none. */
function measure(file: string) {
  const on = answerer.knowledge.order.checked;
  const scored = readQuestions(`test/questions/${file}`).map(({ q, mode, gold }) => {
    const decision =
      mode === "app"
        ? answerer.answerApp(q, { on })
        : answerer.answer(q, { on, ...(mode !== "addressed" && { channel: mode }) });
    return { isCovered: !gold.includes("none"), outcome: scoreGiven(givenBy(decision), gold).outcome };
  });
  const share = (isCovered: boolean, ...outcomes: Verdict[]): number => {
    const all = scored.filter((one) => one.isCovered === isCovered);
    return (100 * all.filter(({ outcome }) => outcomes.includes(outcome)).length) / Math.max(1, all.length);
  };
  return {
    right: share(true, "right"),
    rightOrOffered: share(true, "right", "offered"),
    wrong: share(true, "wrong"),
    uncoveredAnswered: share(false, "wrong"),
  };
}

describe("the labelled questions that the matcher was tuned on", () => {
  test("in scope: mostly answered, nearly always at least offered, hardly ever answered wrongly", () => {
    const { right, rightOrOffered, wrong } = measure("inscope-tune.jsonl");
    expect(right).toBeGreaterThan(85);
    expect(rightOrOffered).toBeGreaterThan(94);
    expect(wrong).toBeLessThan(4);
  });

  test("in Chinese: as good as in English", () => {
    const { right, wrong } = measure("zh-tune.jsonl");
    expect(right).toBeGreaterThan(88);
    expect(wrong).toBeLessThan(6);
  });

  test("what nobody covered is not answered", () => {
    expect(measure("negatives-tune.jsonl").uncoveredAnswered).toBeLessThan(4);
  });

  test("in a room: silent unless sure", () => {
    const { right, uncoveredAnswered } = measure("ambient-tune.jsonl");
    expect(right).toBeGreaterThan(70);
    expect(uncoveredAnswered).toBeLessThan(2);
  });

  test("the app field finds its app, and never a look-alike's neighbour", () => {
    const { right, wrong } = measure("appnames.jsonl");
    expect(right).toBeGreaterThan(98);
    expect(wrong).toBe(0);
  });
});
