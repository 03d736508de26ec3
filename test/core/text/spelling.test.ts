import fc from "fast-check";
import { editDistance } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import { createSpeller, slipsAllowed } from "../../../src/core/text/spelling.js";

const FAR = 99;
const distance = (a: string, b: string) => editDistance(a, b, FAR);
const word = fc.string({ unit: fc.constantFrom(..."abcd"), maxLength: 8 });

describe("the distance between two words", () => {
  test("is the same from either side", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
      }),
    );
  });

  test("is nothing between equal words, and only between them", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b) === 0).toBe(a === b);
      }),
    );
    fc.assert(
      fc.property(word, (a) => {
        expect(distance(a, a)).toBe(0);
      }),
    );
  });

  test("lies between the difference of the lengths and the length of the longer", () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b)).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
        expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  test("is one for two neighbours swapped, for a letter dropped and for a letter changed", () => {
    fc.assert(
      fc.property(word, word, (before, after) => {
        expect(distance(`${before}xy${after}`, `${before}yx${after}`)).toBe(1);
        expect(distance(`${before}x${after}`, `${before}${after}`)).toBe(1);
        expect(distance(`${before}x${after}`, `${before}y${after}`)).toBe(1);
      }),
    );
  });

  test("is one more than the limit wherever it is beyond it", () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(distance(a, b), limit + 1));
      }),
    );
  });
});

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
          .map((meant) => ({ meant, slips: distance(typed, meant) }))
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
