/** What is asked again is answered from memory, which holds nothing of whoever asked. */
import { expect, it } from "vitest";
import type { Answerer } from "../../src/core/answerer.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { rememberAnswers } from "../../src/store/remembered-answers.js";
import { openAnswerer } from "../answerer.js";

const on = "2026-11-23" as CalendarDate;

async function openCounted() {
  const answerer = await openAnswerer();
  let asked = 0;
  const counted: Answerer = {
    ...answerer,
    answer(...given) {
      asked += 1;
      return answerer.answer(...given);
    },
  };
  return { answerer, remembered: rememberAnswers(counted), asked: () => asked };
}

it("the same question is decided once, and as it would be anew", async () => {
  const { answerer, remembered, asked } = await openCounted();
  for (const question of ["is alipay banned?", "is alipay banned?"])
    expect(remembered.answer(question, { on })).toEqual(answerer.answer(question, { on }));
  expect(asked()).toBe(1);
});

it("another day, manner or answer before it makes another question of it", async () => {
  const { answerer, remembered, asked } = await openCounted();
  const ways = [
    { on },
    { on: "2021-01-20" as CalendarDate },
    { on, channel: "chat" as const },
    { on, after: { app: "alipay" } },
  ];
  for (const way of ways)
    expect(remembered.answer("is it banned?", way)).toEqual(answerer.answer("is it banned?", way));
  expect(asked()).toBe(4);
});

it("a decision that holds words of whoever asked is not remembered", async () => {
  const { remembered, asked } = await openCounted();
  for (const question of [
    "when wuld the ban have startd",
    "hi, when did it start? greetings from Ada",
    "x".repeat(7000),
  ]) {
    const before = asked();
    for (let times = 0; times < 2; times += 1) remembered.answer(question, { on });
    expect(asked() - before).toBe(2);
  }
});

it("suggestions are those that would be found anew", async () => {
  const { answerer, remembered } = await openCounted();
  for (const typed of ["", "we", "we", "start"]) {
    expect(remembered.nearestApps(typed, 25)).toEqual(answerer.nearestApps(typed, 25));
    expect(remembered.nearestQuestions(typed, 25)).toEqual(answerer.nearestQuestions(typed, 25));
  }
});
