/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 77328,
  },
  confidence: {
    bias: -4.05864,
    terms: {
      classifier: { mean: -4.05514, spread: 3.07344, weight: 2.02706 },
      lead: { mean: -1.94432, spread: 3.53237, weight: 0.920891 },
      similarity: { mean: 0.234753, spread: 0.140645, weight: -0.0981459 },
      overNegatives: { mean: -0.0752638, spread: 0.19705, weight: 0.549473 },
      support: { mean: 0.642375, spread: 0.229311, weight: 0.665359 },
      length: { mean: 2.2853, spread: 0.476816, weight: 0.28008 },
    },
  },
  bands: {
    answer: 0.382591,
    offer: 0.0840304,
  },
  chatFrom: 0.0582466,
};
