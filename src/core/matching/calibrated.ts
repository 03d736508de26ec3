/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 77217,
  },
  confidence: {
    bias: -4.07441,
    terms: {
      classifier: { mean: -4.04458, spread: 3.06158, weight: 1.98079 },
      lead: { mean: -1.93123, spread: 3.52295, weight: 0.959398 },
      similarity: { mean: 0.230427, spread: 0.139982, weight: -0.117723 },
      overNegatives: { mean: -0.07411, spread: 0.198283, weight: 0.589584 },
      support: { mean: 0.642997, spread: 0.229477, weight: 0.698172 },
      length: { mean: 2.28539, spread: 0.476477, weight: 0.288365 },
    },
  },
  bands: {
    answer: 0.376153,
    offer: 0.0852065,
  },
  chatFrom: 0.0587572,
};
