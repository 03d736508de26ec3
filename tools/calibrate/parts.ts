/** The parts of the bot that are tried on labelled questions. */
import type { Knowledge } from "../../src/core/data/knowledge.js";
import { createJudge } from "../../src/core/decision/judgement.js";
import type { Calibration } from "../../src/core/matching/calibration.js";
import { learnAll } from "../../src/core/matching/learn.js";
import { createRouter } from "../../src/core/matching/router.js";

export type Parts = ReturnType<typeof createParts>;

export function createParts(knowledge: Knowledge, english: ReadonlySet<string>, calibration: Calibration) {
  const learned = learnAll(knowledge, english);
  const router = createRouter(knowledge, learned, calibration);
  const { judge } = createJudge(knowledge, router, { bands: calibration.bands, subjects: learned.subjects });
  return { knowledge, router, judge };
}
