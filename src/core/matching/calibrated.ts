/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 77325,
  },
  confidence: {
    bias: -4.04937,
    terms: {
      classifier: { mean: -4.05381, spread: 3.07222, weight: 2.01918 },
      lead: { mean: -1.94108, spread: 3.52983, weight: 0.926199 },
      similarity: { mean: 0.234676, spread: 0.140729, weight: -0.103776 },
      overNegatives: { mean: -0.0752766, spread: 0.19728, weight: 0.554031 },
      support: { mean: 0.64188, spread: 0.229496, weight: 0.660034 },
      length: { mean: 2.28514, spread: 0.476802, weight: 0.274158 },
    },
  },
  bands: {
    answer: 0.379257,
    offer: 0.0838497,
  },
  chatFrom: 0.0576046,
};
