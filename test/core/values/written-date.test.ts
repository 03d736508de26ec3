/** Dates as people write them: read if they can mean only one day. */
import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../../src/core/values/calendar.js";
import { readDate, readLastDay } from "../../../src/core/values/written-date.js";

const TODAY = "2021-03-01" as CalendarDate;

describe("a date that can mean only one day is read", () => {
  test.each([
    ["2021-03-01", "2021-03-01"],
    ["2021-3-1", "2021-03-01"],
    [" 2021/3/1 ", "2021-03-01"],
    ["March 1 2021", "2021-03-01"],
    ["march 1st, 2021", "2021-03-01"],
    ["Mar. 1, 2021", "2021-03-01"],
    ["Sept. 18, 2020", "2020-09-18"],
    ["1 March 2021", "2021-03-01"],
    ["the 5th of January 2021".replace("the ", ""), "2021-01-05"],
    ["2021年3月1日", "2021-03-01"],
    ["today", "2021-03-01"],
    ["Yesterday", "2021-02-28"],
    ["昨天", "2021-02-28"],
  ])("%s", (text, date) => expect(readDate(text, TODAY)).toBe(date));
});

describe("what could mean two days, or none, is not", () => {
  test.each([
    "3/1/2021",
    "1.3.2021",
    "03-01-2021",
    "21-3-1",
    "March 2021",
    "March 1",
    "2021-02-29",
    "2021-13-01",
    "soon",
    "",
  ])("%s", (text) => expect(readDate(text, TODAY)).toBeUndefined());
});

test.each([
  ["2021-02-03", "2021-02-03"],
  ["february 2021", "2021-02-28"],
  ["2021年2月", "2021-02-28"],
  ["2020", "2020-12-31"],
  ["2099", "2026-11-28"],
  ["february", undefined],
  ["13971", undefined],
])("the last day that %s names is %s", (text, day) =>
  expect(readLastDay(text, "2026-11-28" as CalendarDate)).toBe(day),
);
