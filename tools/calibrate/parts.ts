/** The parts of the bot that are tried on labelled questions. */
import type { Knowledge } from "../../src/core/data/knowledge.js";
import { createJudge } from "../../src/core/decision/judgement.js";
import type { Calibration } from "../../src/core/matching/calibration.js";
import { learnAll } from "../../src/core/matching/fit.js";
import { createRouter } from "../../src/core/matching/router.js";

export type Parts = ReturnType<typeof createParts>;

export function createParts(knowledge: Knowledge, english: ReadonlySet<string>, calibration: Calibration) {
  const fitted = learnAll(knowledge, english);
  const router = createRouter(knowledge, fitted, calibration);
  const { judge } = createJudge(knowledge, router, { bands: calibration.bands, subjects: fitted.subjects });
  return { knowledge, router, judge };
}
