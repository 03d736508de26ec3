import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { offeredBy } from "../../../src/core/decision/decision.js";
import { decide, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();

const askedIn = (set: string): string[] =>
  readFileSync(`test/questions/${set}-tune.jsonl`, "utf8")
    .split("\n")
    .flatMap((line) => (line === "" ? [] : JSON.parse(line).q));

const oddsOf = (chance: number): number => chance / (1 - chance);

test("an answer is at least twice as likely as the next, else both are offered", () => {
  for (const question of ["hard", "inscope", "indirect", "plain"].flatMap(askedIn)) {
    const { answers, why } = decide(answerer, question);
    if (answers.length > 1 || answers[0].kind !== "entry" || why.runnerUp === undefined) continue;
    const times = oddsOf(why.confidence) / oddsOf(why.confidence - why.margin);
    expect([question, times >= 2]).toEqual([question, true]);
  }
});

test.each(["what's the weather like", "who won the world cup", "how do i cook rice"])(
  "%j, which has nothing to do with the matter, is shown nothing as near",
  (question) => expect(decide(answerer, question).answers[0]).toMatchObject({ kind: "unknown", nearest: [] }),
);

test.each(["Executive Order 13971", "eo 13971?", "13971", "the chinese app ban", "那道行政令"])(
  "the order's name by itself asks what the order was: %s",
  (question) => {
    const [first] = decide(answerer, question).answers;
    expect(nameOf(first)).toBe("order-summary");
  },
);

test.each([
  ["my landlord wants the rent by alipay, is his cat allergic to that", { app: "alipay" }],
  ["a doctor asked if sending patient scans through camscanner violates that executive order", { app: "camscanner" }],
])("a question about one app that gets no answer is offered where the app stands: %s", (question, status) => {
  const [first] = decide(answerer, question).answers;
  expect(["choose", "unknown"]).toContain(first.kind);
  expect(offeredBy(first)).toContainEqual(status);
});
