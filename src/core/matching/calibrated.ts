/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-28",
    digest: "f02f9833c24fb0ae7d09dd4c01191498",
    lines: 41216,
    trials: {
      known: {
        count: 7974,
        right: 79.2,
        wrong: 3.4,
        offered: 15.4,
      },
      negative: {
        count: 8220,
        right: 0,
        wrong: 9,
        offered: 26.4,
      },
      hidden: {
        count: 8072,
        right: 0,
        wrong: 24.1,
        offered: 57.8,
      },
    },
  },
  confidence: {
    bias: -3.83844,
    terms: {
      classifier: { mean: -4.40138, spread: 3.89626, weight: 1.95231 },
      lead: { mean: -2.2701, spread: 4.31285, weight: 0.899686 },
      notCovered: { mean: -1.31968, spread: 4.03228, weight: -0.22982 },
      similarity: { mean: 0.237144, spread: 0.151025, weight: -0.0961175 },
      similarityLead: { mean: -0.109828, spread: 0.197, weight: -0.0888015 },
      overNegatives: { mean: -0.0784248, spread: 0.213144, weight: 0.457494 },
      density: { mean: 0.176946, spread: 0.119739, weight: -0.0446816 },
      support: { mean: 0.566778, spread: 0.244752, weight: 0.603786 },
      length: { mean: 2.1802, spread: 0.464348, weight: 0.246828 },
      apps: { mean: 0.323442, spread: 0.527706, weight: -0.0591836 },
      asksStatus: { mean: 0.050624, spread: 0.219229, weight: -0.085783 },
      unknownWords: { mean: 0.0184388, spread: 0.0771109, weight: 0.118039 },
      repairedWords: { mean: 0.0345097, spread: 0.0868239, weight: 0.0553226 },
    },
  },
  bands: {
    answer: 0.432629,
    offer: 0.0790755,
  },
  speakFrom: {
    questions: 0.999134,
    chat: 0.6,
  },
};
