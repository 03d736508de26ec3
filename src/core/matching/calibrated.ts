/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-30",
    lines: 64553,
  },
  confidence: {
    bias: -3.99632,
    terms: {
      classifier: { mean: -4.54302, spread: 4.11522, weight: 1.98593 },
      lead: { mean: -2.42585, spread: 4.51147, weight: 0.843463 },
      notCovered: { mean: -1.48436, spread: 4.35049, weight: -0.282937 },
      similarity: { mean: 0.234603, spread: 0.144081, weight: -0.0896097 },
      similarityLead: { mean: -0.105322, spread: 0.187026, weight: 0.0236624 },
      overNegatives: { mean: -0.0752263, spread: 0.199756, weight: 0.456378 },
      support: { mean: 0.626169, spread: 0.234649, weight: 0.724805 },
      length: { mean: 2.26577, spread: 0.478872, weight: 0.278555 },
      apps: { mean: 0.303674, spread: 0.514771, weight: -0.0891552 },
      asksStatus: { mean: 0.0420463, spread: 0.200695, weight: 0.0290711 },
      unknownWords: { mean: 0.0119627, spread: 0.060169, weight: 0.223885 },
      repairedWords: { mean: 0.0326684, spread: 0.0807739, weight: 0.0417319 },
    },
  },
  bands: {
    answer: 0.404361,
    offer: 0.0905867,
  },
  speakFrom: {
    questions: 0.998879,
    chat: 0.185607,
  },
};
