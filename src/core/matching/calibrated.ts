/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 83506,
  },
  confidence: {
    bias: -3.98413,
    terms: {
      classifier: { mean: -4.08113, spread: 3.00704, weight: 2.00957 },
      lead: { mean: -1.93471, spread: 3.46618, weight: 0.906818 },
      similarity: { mean: 0.235014, spread: 0.140484, weight: -0.122325 },
      overNegatives: { mean: -0.0743941, spread: 0.193571, weight: 0.491482 },
      support: { mean: 0.641986, spread: 0.229792, weight: 0.601128 },
      length: { mean: 2.28499, spread: 0.467958, weight: 0.251793 },
    },
  },
  bands: {
    answer: 0.381737,
    offer: 0.0808169,
  },
  chatFrom: 0.0513587,
};
