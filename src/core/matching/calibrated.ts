/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 82321,
  },
  confidence: {
    bias: -3.95825,
    terms: {
      classifier: { mean: -4.08732, spread: 3.00997, weight: 1.96546 },
      lead: { mean: -1.93542, spread: 3.45959, weight: 0.91782 },
      similarity: { mean: 0.235284, spread: 0.140156, weight: -0.119267 },
      overNegatives: { mean: -0.0756829, spread: 0.194616, weight: 0.476553 },
      support: { mean: 0.64199, spread: 0.23012, weight: 0.605027 },
      length: { mean: 2.28314, spread: 0.468491, weight: 0.246043 },
    },
  },
  bands: {
    answer: 0.425824,
    offer: 0.0823504,
  },
  chatFrom: 0.0540699,
};
