/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-30",
    digest: "c400edab67d604fed004849c3151fd11",
    lines: 62303,
    trials: {
      known: {
        count: 8050,
        right: 83.4,
        wrong: 2.9,
        offered: 11.8,
      },
      negative: {
        count: 8229,
        right: 0,
        wrong: 9,
        offered: 20.4,
      },
      hidden: {
        count: 8038,
        right: 0,
        wrong: 25.6,
        offered: 52,
      },
    },
  },
  confidence: {
    bias: -4.03411,
    terms: {
      classifier: { mean: -4.54697, spread: 4.11173, weight: 1.96202 },
      lead: { mean: -2.42732, spread: 4.51543, weight: 0.903072 },
      notCovered: { mean: -1.47888, spread: 4.33587, weight: -0.305658 },
      similarity: { mean: 0.22916, spread: 0.142972, weight: -0.0801032 },
      similarityLead: { mean: -0.105918, spread: 0.188751, weight: -0.0230147 },
      overNegatives: { mean: -0.075556, spread: 0.199057, weight: 0.487767 },
      support: { mean: 0.621817, spread: 0.234468, weight: 0.721572 },
      length: { mean: 2.27076, spread: 0.482001, weight: 0.292751 },
      apps: { mean: 0.296508, spread: 0.51187, weight: -0.0943637 },
      asksStatus: { mean: 0.0420292, spread: 0.200656, weight: -0.00588692 },
      unknownWords: { mean: 0.0123899, spread: 0.0613799, weight: 0.236009 },
      repairedWords: { mean: 0.0327525, spread: 0.080918, weight: 0.0331908 },
    },
  },
  bands: {
    answer: 0.40144,
    offer: 0.0882939,
  },
  speakFrom: {
    questions: 0.998942,
    chat: 0.219135,
  },
};
