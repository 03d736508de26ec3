/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-29",
    digest: "ab3a96565667bc445bd6ab449211ff47",
    lines: 51244,
    trials: {
      known: {
        count: 8020,
        right: 81.8,
        wrong: 2.9,
        offered: 13.3,
      },
      negative: {
        count: 8229,
        right: 0,
        wrong: 9,
        offered: 21.8,
      },
      hidden: {
        count: 7977,
        right: 0,
        wrong: 24.9,
        offered: 53.6,
      },
    },
  },
  confidence: {
    bias: -3.99315,
    terms: {
      classifier: { mean: -4.45185, spread: 3.94915, weight: 1.98816 },
      lead: { mean: -2.32643, spread: 4.35469, weight: 0.907173 },
      notCovered: { mean: -1.34751, spread: 4.11549, weight: -0.21823 },
      similarity: { mean: 0.229731, spread: 0.145219, weight: -0.148821 },
      similarityLead: { mean: -0.106747, spread: 0.192664, weight: -0.041347 },
      overNegatives: { mean: -0.0770584, spread: 0.207246, weight: 0.548209 },
      support: { mean: 0.600155, spread: 0.237188, weight: 0.682327 },
      length: { mean: 2.24904, spread: 0.476139, weight: 0.300546 },
      apps: { mean: 0.316868, spread: 0.524967, weight: -0.065295 },
      asksStatus: { mean: 0.0461982, spread: 0.209914, weight: -0.0597157 },
      unknownWords: { mean: 0.014186, spread: 0.0655054, weight: 0.203614 },
      repairedWords: { mean: 0.0346495, spread: 0.0847685, weight: 0.0520793 },
    },
  },
  bands: {
    answer: 0.41368,
    offer: 0.0882755,
  },
  speakFrom: {
    questions: 0.998918,
    chat: 0.24098,
  },
};
