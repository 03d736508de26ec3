/** How sure the bot may be is measured on questions with and without slips, and the bands keep to the policy. */
import { editDistance } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import { chanceBy } from "../../src/core/matching/logistic.js";
import { createRandom } from "../../src/core/matching/random.js";
import { SIGNALS, type Signals } from "../../src/core/matching/ranking.js";
import { findBands, fitConfidence, POLICY, type TrialOutcome } from "../../tools/calibrate/bands.js";
import { misspell } from "../../tools/calibrate/slips.js";
import type { Trial } from "../../tools/calibrate/trials.js";

describe("the confidence", () => {
  const random = createRandom(1);
  const signalsOf = (similarity: number): Signals =>
    Object.fromEntries(SIGNALS.map((name) => [name, name === "similarity" ? similarity : random()])) as Signals;
  const trials = Array.from({ length: 4000 }, (_, index): Trial => {
    const similarity = random();
    const isRight = random() < 1 / (1 + Math.exp(-8 * (similarity - 0.5)));
    return {
      kind: (["known", "negative", "hidden"] as const)[index % 3] ?? "known",
      candidates: [{ name: "an-answer", nearest: undefined, signals: signalsOf(similarity) }],
      right: isRight ? "an-answer" : undefined,
    };
  });
  const model = fitConfidence(trials);

  test.each([0.2, 0.5, 0.8])("is the chance of being right where a signal of %d means that", (similarity) => {
    const chance = 1 / (1 + Math.exp(-8 * (similarity - 0.5)));
    expect(chanceBy(model, { ...signalsOf(similarity) })).toBeCloseTo(chance, 1);
  });

  test("gives no weight to signals that say nothing", () => {
    const { similarity, ...others } = model.terms;
    for (const { weight } of Object.values(others)) expect(Math.abs(weight)).toBeLessThan(similarity.weight / 8);
  });
});

describe("the bands", () => {
  const outcome = (kind: TrialOutcome["kind"], isRight: boolean, confidence: number): TrialOutcome => ({
    kind,
    isRight,
    confidence,
    isAhead: true,
  });
  const known = Array.from({ length: 100 }, (_, i) => outcome("known", i >= 10, i / 100));
  const negative = Array.from({ length: 100 }, (_, i) => outcome("negative", false, i / 200));

  test("let through no more wrong answers than the policy allows, and offer what is less sure", () => {
    const bands = findBands([...known, ...negative]);
    const share = (outcomes: readonly TrialOutcome[]) => outcomes.filter((one) => one.confidence > bands.answer).length;
    expect(share(known.filter(({ isRight }) => !isRight))).toBeLessThanOrEqual(100 * POLICY.wrong);
    expect(share(negative)).toBeLessThanOrEqual(100 * POLICY.uncovered);
    expect(share(negative)).toBeGreaterThan(50 * POLICY.uncovered);
    expect(known.filter(({ confidence }) => confidence < bands.offer).length).toBeLessThanOrEqual(100 * POLICY.lost);
  });

  test("leave out what is only offered beside another", () => {
    const close = Array.from({ length: 100 }, () => ({ ...outcome("negative", false, 0.99), isAhead: false }));
    expect(findBands([...known, ...close]).answer).toBeLessThan(findBands([...known, ...negative]).answer);
  });
});

describe("slips of the hand", () => {
  const text = "When would the prohibition of Alipay and the other applications have taken effect in America?";
  const slips = Array.from({ length: 40 }, (_, seed) => misspell(text, createRandom(seed)));

  test("change a letter or two of a few longer words, and leave their beginnings", () => {
    for (const misspelt of slips) {
      const words = misspelt.split(" ");
      expect(words).toHaveLength(text.split(" ").length);
      const changed = text.split(" ").flatMap((word, at) => (words[at] === word ? [] : [[word, words[at] ?? ""]]));
      expect(changed.length).toBeLessThanOrEqual(2);
      for (const [word = "", slip = ""] of changed) {
        expect(editDistance(word, slip, 2)).toBe(1);
        expect(slip[0]).toBe(word[0]);
      }
    }
    expect(new Set(slips).size).toBeGreaterThan(20);
  });

  test("are the same each time, and come in no short words", () => {
    expect(misspell(text, createRandom(7))).toBe(misspell(text, createRandom(7)));
    expect(misspell("is it on or not", createRandom(7))).toBe("is it on or not");
  });
});
