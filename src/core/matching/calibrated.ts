/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 77701,
  },
  confidence: {
    bias: -4.0653,
    terms: {
      classifier: { mean: -4.05799, spread: 3.07208, weight: 2.02379 },
      lead: { mean: -1.94207, spread: 3.52985, weight: 0.93475 },
      similarity: { mean: 0.234589, spread: 0.140645, weight: -0.104359 },
      overNegatives: { mean: -0.0751606, spread: 0.1972, weight: 0.556988 },
      support: { mean: 0.643393, spread: 0.229165, weight: 0.663336 },
      length: { mean: 2.28665, spread: 0.476547, weight: 0.278873 },
    },
  },
  bands: {
    answer: 0.380915,
    offer: 0.0842419,
  },
  chatFrom: 0.0569071,
};
