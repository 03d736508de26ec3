import fc from "fast-check";
import { editDistance } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import { createSpeller, slipsAllowed } from "../../../src/core/text/spelling.js";

const FAR = 99;

describe("a speller", () => {
  const words = ["order", "border", "alipay", "camscanner", "wechat"];
  const speller = createSpeller(
    words.map((known): [string, string] => [known, known]),
    { slips: slipsAllowed },
  );

  test.each([
    ["oder", ["order"]],
    ["camscaner", ["camscanner"]],
    ["camsacnnre", ["camscanner"]],
    ["wehcat", ["wechat"]],
    ["spotify", []],
    ["", []],
  ])("takes %j for %j", (typed, meant) => expect(speller.nearest(typed)).toEqual(meant));

  test("finds just the nearest of its words within the slips allowed", () => {
    const known = fc.uniqueArray(fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 3, maxLength: 9 }));
    fc.assert(
      fc.property(known, fc.string({ unit: fc.constantFrom(..."abcde"), minLength: 3, maxLength: 9 }), (all, typed) => {
        const near = all
          .map((meant) => ({ meant, slips: editDistance(typed, meant, FAR) }))
          .filter(({ slips }) => slips > 0 && slips <= slipsAllowed(typed));
        const least = Math.min(...near.map(({ slips }) => slips));
        const expected = near.filter(({ slips }) => slips === least).map(({ meant }) => meant);
        const entries = all.map((meant): [string, string] => [meant, meant]);
        const found = createSpeller(entries, { slips: slipsAllowed }).nearest(typed);
        expect([...found].sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });

  test("forgives more slips in longer words, and none in the shortest", () => {
    expect(["it", "usa", "four", "sevenly", "eightful"].map(slipsAllowed)).toEqual([0, 0, 1, 1, 2]);
  });

  test("prefers the heavier of two that are equally near, where it knows weights", () => {
    const weights = new Map([
      ["bat", 1],
      ["cart", 5],
      ["dart", 9],
    ]);
    const weighing = createSpeller(
      [...weights.keys()].map((known): [string, string] => [known, known]),
      { weight: (known) => weights.get(known) ?? 0, slips: slipsAllowed },
    );
    expect(weighing.nearest("xart")).toEqual(["dart"]);
  });

  test.each([
    ["ilegal", "illegal"],
    ["mony", "money"],
    ["onws", "owns"],
    ["inforced", "enforced"],
  ])("takes a letter left out or two swapped for likelier than a wrong one: %s", (typed, meant) => {
    const common = ["legal", "illegal", "many", "money", "ones", "owns", "informed", "enforced"];
    const weighing = createSpeller(
      common.map((known): [string, string] => [known, known]),
      { weight: (known) => (known === "enforced" ? 9 : 3), slips: slipsAllowed },
    );
    expect(weighing.nearest(typed)).toEqual([meant]);
  });
});
