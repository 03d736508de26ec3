import { describe, expect, test } from "vitest";
import type { App, Entry } from "../../src/core/data/knowledge.js";
import type { Decision } from "../../src/core/decision/decision.js";
import { type Given, givenBy } from "../../src/core/quality/given.js";
import { dateOf } from "../../src/core/values/calendar.js";
import { parseQuestions } from "../../tools/common/question-file.js";
import { logLogSlope, quantile, wilson } from "../../tools/common/statistics.js";
import { reportOn, type Scored } from "../../tools/eval/report.js";
import { scoreGiven } from "../../tools/eval/score.js";

const answer = (...labels: string[]): Given => ({ kind: "answer", labels });
const choose = (...labels: string[]): Given => ({ kind: "choose", labels });
const unknown: Given = { kind: "unknown", labels: [] };
const silence: Given = { kind: "silence", labels: [] };
const outcome = (given: Given, ...gold: string[]) => scoreGiven(given, gold).outcome;

describe("scoring", () => {
  test("an answer is right when any gold label matches, and only exactly", () => {
    expect(outcome(answer("app:alipay"), "can-i-use", "app:alipay")).toBe("right");
    expect(outcome(answer("can-i-use+alipay"), "can-i-use")).toBe("wrong");
    expect(outcome(answer("app:wechat"), "app:wechat-pay")).toBe("wrong");
  });

  test("of several answers one is enough, and a wrong one beside it is noted", () => {
    expect(scoreGiven(answer("order-signer", "start-date"), ["start-date"])).toEqual({
      outcome: "right",
      extraWrong: true,
    });
    expect(scoreGiven(answer("a", "b"), ["b", "a"])).toEqual({ outcome: "right", extraWrong: false });
    expect(outcome(answer("a", "b"), "c")).toBe("wrong");
  });

  test("a choice is offered when it holds the right label, right when a choice is due, else lost", () => {
    expect(outcome(choose("a", "b"), "b")).toBe("offered");
    expect(outcome(choose("a", "b"), "choose", "b")).toBe("right");
    expect(outcome(choose("a", "b"), "c")).toBe("lost");
    expect(outcome(answer("a"), "choose")).toBe("wrong");
    expect(outcome(unknown, "choose")).toBe("lost");
  });

  test("where nothing should be answered, everything but an answer is right", () => {
    expect(outcome(unknown, "none")).toBe("right");
    expect(outcome(choose("a"), "none")).toBe("right");
    expect(outcome(silence, "none")).toBe("right");
    expect(outcome(answer("a"), "none")).toBe("wrong");
    expect(outcome(answer("a"), "none", "a")).toBe("right");
  });

  test("no answer, or silence, is lost where there is an answer", () => {
    expect(outcome(unknown, "a")).toBe("lost");
    expect(outcome(silence, "a")).toBe("lost");
  });
});

test("what was given is read off the decision", () => {
  const why = { signals: [], confidence: 1, answerFrom: 1, offerFrom: 0, margin: 0, repairs: [] };
  const on = dateOf(new Date(0));
  const entry = { id: "app-maker" } as Entry;
  const app = { id: "camscanner" } as App;
  const decision = (answers: Decision["answers"], speaks = true): Decision => ({
    kind: "decided",
    answers,
    speaks,
    why,
  });
  const both: Decision["answers"] = [
    { kind: "entry", entry, app, on },
    { kind: "app", app, on },
  ];
  expect(givenBy(decision(both))).toEqual(answer("app-maker+camscanner", "app:camscanner"));
  expect(givenBy(decision(both, false))).toEqual(silence);
  expect(givenBy(decision([{ kind: "choose", from: [{ app: "wechat" }, { entry: "x" }] }]))).toEqual(
    choose("app:wechat", "x"),
  );
  expect(givenBy({ kind: "refused", problem: "too long" })).toEqual(unknown);
});

test("question files name the line of each problem", () => {
  const good = '{"q":"","mode":"app","gold":["none"],"style":"empty"}';
  expect(parseQuestions("f", `${good}\n\n`)).toMatchObject([{ q: "", gold: ["none"] }]);
  const bad = [
    "nonsense",
    '{"q":"a","mode":"loud","gold":["x"],"style":"s"}',
    '{"q":"a","mode":"app","gold":[]}',
    "[]",
  ];
  const problems = [
    "f:2: not a JSON object",
    'f:3: "mode" is none of addressed, questions, chat, app',
    'f:4: "gold.0" is no label',
    'f:4: "style" is no text',
    "f:5: not a JSON object",
  ];
  expect(() => parseQuestions("f", [good, ...bad].join("\n"))).toThrow(problems.join("\n"));
});

test("the report counts by set and style, confusions and confidence", () => {
  const scored = (gold: string, given: Given, confidence: number): Scored => ({
    set: "s",
    question: { q: `about ${gold}`, mode: "addressed", gold: [gold], style: "casual" },
    given,
    confidence,
    bestRight: scoreGiven(given, [gold]).outcome === "right",
    ...scoreGiven(given, [gold]),
  });
  const report = reportOn([
    scored("a", answer("a"), 0.95),
    scored("b", answer("a"), 0.9),
    scored("b", answer("a"), 1),
    scored("none", answer("a"), 0.31),
    scored("none", unknown, 0),
  ]);
  expect(report.sets).toMatchObject([
    { name: "s", lines: 5, counts: { right: 2, wrong: 3, lost: 0, offered: 0 }, noneLines: 2, noneAnswered: 1 },
  ]);
  expect(report.styles.map(({ name }) => name)).toEqual(["s: casual"]);
  expect(report.confusions[0]).toEqual({ gold: "b", given: "a", count: 2, example: "about b" });
  expect(report.reliability[9]).toMatchObject({ count: 3, right: 1 });
  expect(report.reliability[3]).toMatchObject({ count: 1, right: 0 });
});

test("statistics", () => {
  expect(wilson(8, 10).map((x) => Math.round(x * 1000))).toEqual([490, 943]);
  expect(wilson(0, 0)).toEqual([0, 1]);
  expect(quantile([3, 1, 2, 4], 0.5)).toBe(2);
  expect(quantile([3, 1, 2, 4], 0.99)).toBe(4);
  expect(logLogSlope([10, 100, 1000].map((x) => [x, 3 * x ** 1.5]))).toBeCloseTo(1.5);
});
