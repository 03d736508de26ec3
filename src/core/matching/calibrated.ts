/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 77325,
  },
  confidence: {
    bias: -4.0718,
    terms: {
      classifier: { mean: -4.04382, spread: 3.06168, weight: 1.98398 },
      lead: { mean: -1.93092, spread: 3.52272, weight: 0.951597 },
      similarity: { mean: 0.230503, spread: 0.139972, weight: -0.113832 },
      overNegatives: { mean: -0.0740503, spread: 0.197893, weight: 0.588308 },
      support: { mean: 0.64352, spread: 0.229493, weight: 0.698198 },
      length: { mean: 2.28538, spread: 0.47676, weight: 0.288475 },
    },
  },
  bands: {
    answer: 0.378524,
    offer: 0.08563,
  },
  chatFrom: 0.0557719,
};
