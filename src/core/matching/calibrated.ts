/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-29",
    digest: "d2f5dd33580800723dbae1c65f55a6c6",
    lines: 45573,
    trials: {
      known: {
        count: 7963,
        right: 80,
        wrong: 3.6,
        offered: 14.5,
      },
      negative: {
        count: 8163,
        right: 0,
        wrong: 9,
        offered: 25.3,
      },
      hidden: {
        count: 8001,
        right: 0,
        wrong: 24.7,
        offered: 57.1,
      },
    },
  },
  confidence: {
    bias: -3.88744,
    terms: {
      classifier: { mean: -4.40975, spread: 3.91187, weight: 1.95522 },
      lead: { mean: -2.29278, spread: 4.32818, weight: 0.857994 },
      notCovered: { mean: -1.34791, spread: 4.0577, weight: -0.207339 },
      similarity: { mean: 0.237092, spread: 0.148003, weight: -0.159248 },
      similarityLead: { mean: -0.108428, spread: 0.19634, weight: -0.0265615 },
      overNegatives: { mean: -0.0774068, spread: 0.209882, weight: 0.496204 },
      support: { mean: 0.582638, spread: 0.242033, weight: 0.672503 },
      length: { mean: 2.21176, spread: 0.466781, weight: 0.267957 },
      apps: { mean: 0.324888, spread: 0.532638, weight: -0.0665358 },
      asksStatus: { mean: 0.0483249, spread: 0.214452, weight: -0.0697682 },
      unknownWords: { mean: 0.0160253, spread: 0.0699421, weight: 0.146695 },
      repairedWords: { mean: 0.0363733, spread: 0.0883597, weight: 0.0511361 },
    },
  },
  bands: {
    answer: 0.427153,
    offer: 0.0764288,
  },
  speakFrom: {
    questions: 0.999154,
    chat: 0.311472,
  },
};
