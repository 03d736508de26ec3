/** What was measured of the matcher keeps to the policy, and is measured again when the data has become another. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../../src/core/data/parse.js";
import { CALIBRATION } from "../../../src/core/matching/calibrated.js";
import { countLines } from "../../../src/core/matching/calibration.js";
import { SIGNALS } from "../../../src/core/matching/ranking.js";
import { checkCalibration } from "../../../src/core/quality/upkeep.js";
import { POLICY, type TrialFigures } from "../../../tools/calibrate/bands.js";
import type { TrialKind } from "../../../tools/calibrate/trials.js";
import { fileMemory, smallFiles } from "../../data.js";

const FIGURES = "tools/calibrate/trials.json";

test("the figures keep to the policy on wrong answers", () => {
  const { trials }: { trials: Record<TrialKind, TrialFigures> } = JSON.parse(readFileSync(FIGURES, "utf8"));
  expect(trials.known.wrong).toBeLessThanOrEqual(100 * POLICY.wrong);
  expect(trials.negative.wrong).toBeLessThanOrEqual(100 * POLICY.uncovered);
  for (const { count } of Object.values(trials)) expect(count).toBeGreaterThan(1000);
});

test("every signal has its term, and an offer needs less than an answer", () => {
  expect(Object.keys(CALIBRATION.confidence.terms)).toEqual([...SIGNALS]);
  expect(CALIBRATION.bands.offer).toBeLessThan(CALIBRATION.bands.answer);
});

test("the check advises to calibrate again once the lists have grown or shrunk by hundreds of lines", () => {
  const parsed = parse(smallFiles, fileMemory);
  if (parsed.kind === "bad") throw new Error("the data is bad");
  const { read, knowledge } = parsed;
  const measuredOn = (lines: number) => ({ ...CALIBRATION, measured: { ...CALIBRATION.measured, lines } });
  const lines = countLines(knowledge);
  expect(lines).toBe(6);
  for (const near of [lines, lines + 600]) expect(checkCalibration(read, knowledge, measuredOn(near))).toEqual([]);
  for (const far of [lines + 601, 40_000])
    expect(checkCalibration(read, knowledge, measuredOn(far))).toMatchObject([
      {
        level: "advice",
        file: "negatives.txt",
        message: expect.stringMatching(/more or fewer/),
        fix: expect.stringMatching(/npm run calibrate/),
      },
    ]);
});
