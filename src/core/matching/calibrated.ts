/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-29",
    digest: "f7c645e65ac4e2be857cfaa042440e9a",
    lines: 58605,
    trials: {
      known: {
        count: 8048,
        right: 82.7,
        wrong: 2.6,
        offered: 12.7,
      },
      negative: {
        count: 8218,
        right: 0,
        wrong: 9,
        offered: 19.8,
      },
      hidden: {
        count: 7982,
        right: 0,
        wrong: 25.7,
        offered: 50.7,
      },
    },
  },
  confidence: {
    bias: -4.03631,
    terms: {
      classifier: { mean: -4.50437, spread: 4.04223, weight: 1.98243 },
      lead: { mean: -2.3835, spread: 4.45154, weight: 0.891844 },
      notCovered: { mean: -1.42677, spread: 4.24697, weight: -0.268067 },
      similarity: { mean: 0.237752, spread: 0.145875, weight: -0.142876 },
      similarityLead: { mean: -0.10713, spread: 0.193277, weight: -0.0287772 },
      overNegatives: { mean: -0.0758868, spread: 0.204388, weight: 0.545532 },
      support: { mean: 0.615548, spread: 0.235382, weight: 0.719399 },
      length: { mean: 2.26938, spread: 0.482557, weight: 0.286284 },
      apps: { mean: 0.301854, spread: 0.514937, weight: -0.0876923 },
      asksStatus: { mean: 0.0443188, spread: 0.205802, weight: -0.0278969 },
      unknownWords: { mean: 0.0124065, spread: 0.0610296, weight: 0.230002 },
      repairedWords: { mean: 0.0328393, spread: 0.0814189, weight: 0.0434493 },
    },
  },
  bands: {
    answer: 0.404792,
    offer: 0.0944513,
  },
  speakFrom: {
    questions: 0.999169,
    chat: 0.233709,
  },
};
