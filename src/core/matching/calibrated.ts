/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 77343,
  },
  confidence: {
    bias: -4.0577,
    terms: {
      classifier: { mean: -4.05528, spread: 3.07438, weight: 2.02594 },
      lead: { mean: -1.94444, spread: 3.53334, weight: 0.921159 },
      similarity: { mean: 0.234804, spread: 0.140661, weight: -0.0969187 },
      overNegatives: { mean: -0.0752211, spread: 0.197078, weight: 0.548855 },
      support: { mean: 0.642485, spread: 0.22931, weight: 0.666326 },
      length: { mean: 2.28511, spread: 0.476792, weight: 0.280034 },
    },
  },
  bands: {
    answer: 0.384265,
    offer: 0.0834344,
  },
  chatFrom: 0.0582466,
};
