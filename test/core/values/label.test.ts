import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatLabel, type Label, parseLabel } from "../../../src/core/values/label.js";

const id = fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const label: fc.Arbitrary<Label> = fc.oneof(
  fc.record({ app: id }),
  fc.record({ entry: id }),
  fc.record({ entry: id, app: id }),
);

describe("a label", () => {
  test("reads back as what it was written from", () => {
    fc.assert(
      fc.property(label, (written) => {
        expect(parseLabel(formatLabel(written))).toEqual(written);
      }),
    );
  });

  test("is written in one way only: two texts never name the same thing", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const parsed = parseLabel(text);
        if (parsed !== undefined) expect(formatLabel(parsed)).toBe(text);
      }),
    );
  });

  test.each([
    "",
    "app:",
    "+alipay",
    "start-date+",
    "a+b+c",
    "app:a+b",
    "Start-Date",
    "start date",
    "start-date\n",
    "日期",
  ])("is not %j", (text) => expect(parseLabel(text)).toBeUndefined());
});
