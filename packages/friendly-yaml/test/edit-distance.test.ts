import fc from "fast-check";
import { editDistance } from "friendly-yaml";
import { describe, expect, test } from "vitest";

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
