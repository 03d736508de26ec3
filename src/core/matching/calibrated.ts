/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 79653,
  },
  confidence: {
    bias: -4.02739,
    terms: {
      classifier: { mean: -4.07748, spread: 3.05215, weight: 2.00553 },
      lead: { mean: -1.94602, spread: 3.51863, weight: 0.948216 },
      similarity: { mean: 0.234833, spread: 0.140547, weight: -0.109702 },
      overNegatives: { mean: -0.0747435, spread: 0.195516, weight: 0.555275 },
      support: { mean: 0.644794, spread: 0.229193, weight: 0.613761 },
      length: { mean: 2.28818, spread: 0.474854, weight: 0.251664 },
    },
  },
  bands: {
    answer: 0.370513,
    offer: 0.0795694,
  },
  chatFrom: 0.0586289,
};
