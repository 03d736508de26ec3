/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 79480,
  },
  confidence: {
    bias: -4.03351,
    terms: {
      classifier: { mean: -4.07732, spread: 3.05479, weight: 2.00651 },
      lead: { mean: -1.94724, spread: 3.51906, weight: 0.949438 },
      similarity: { mean: 0.235021, spread: 0.1407, weight: -0.111633 },
      overNegatives: { mean: -0.0747944, spread: 0.196081, weight: 0.556788 },
      support: { mean: 0.644272, spread: 0.229218, weight: 0.614924 },
      length: { mean: 2.28799, spread: 0.474573, weight: 0.249509 },
    },
  },
  bands: {
    answer: 0.372496,
    offer: 0.0811194,
  },
  chatFrom: 0.0551358,
};
