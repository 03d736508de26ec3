import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, formatDate, parseDate } from "../../../src/core/values/calendar.js";
import { day, dayOf } from "../../days.js";

const offset = fc.integer({ min: -20_000, max: 20_000 });

describe("a date of law", () => {
  test.each(["2021-01-05", "2020-02-29", "2000-02-29", "1000-01-01", "9999-12-31"])("may be %s", (text) =>
    expect(parseDate(text)).toBe(text),
  );

  test.each([
    "2021-02-29",
    "1900-02-29",
    "2021-13-01",
    "2021-00-10",
    "2021-04-31",
    "2021-1-5",
    "0999-12-31",
    "0000-00-00",
    "02021-01-05",
    "2021-01-05T00:00",
    " 2021-01-05",
    "2021-01-05\n",
    "2021/01/05",
    "２０２１-01-05",
    "today",
    "",
  ])("is never %j", (text) => expect(parseDate(text)).toBeUndefined());

  test("is a day that exists, whatever was typed in its form", () => {
    const part = (max: number, width: number) => fc.nat(max).map((value) => String(value).padStart(width, "0"));
    fc.assert(
      fc.property(part(9999, 4), part(99, 2), part(99, 2), (...parts) => {
        const text = parts.join("-");
        const exists = text >= "1000" && new Date(`${text}T00:00Z`).toJSON()?.slice(0, 10) === text;
        expect(parseDate(text) !== undefined).toBe(exists);
      }),
    );
  });
});

describe("counting days", () => {
  test("forth and back leads to the same day", () => {
    fc.assert(
      fc.property(day, offset, (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  test("between two days gives what leads from the one to the other", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });

  test("agrees with the order of the texts", () => {
    fc.assert(
      fc.property(day, day, (from, to) => {
        expect(from < to).toBe(daysBetween(from, to) > 0);
      }),
    );
  });

  test.each([
    ["2020-02-28", 1, "2020-02-29"],
    ["2021-12-31", 1, "2022-01-01"],
    ["2021-03-13", 2, "2021-03-15"],
  ])("from %s, %i on, comes to %s", (from, days, to) => expect(addDays(dayOf(from), days)).toBe(to));
});

describe("a written date", () => {
  test.each([
    ["2021-02-09", "February 9, 2021"],
    ["2021-05", "May 2021"],
    ["2021", "2021"],
  ])("of %s is %s", (date, written) => expect(formatDate(date)).toBe(written));

  test("names the year and the day that it is", () => {
    fc.assert(
      fc.property(day, (date) => {
        expect(formatDate(date)).toMatch(new RegExp(` ${Number(date.slice(8))}, ${date.slice(0, 4)}$`));
      }),
    );
  });
});
