/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 65375,
  },
  confidence: {
    bias: -4.01711,
    terms: {
      classifier: { mean: -4.54097, spread: 4.11033, weight: 1.95655 },
      lead: { mean: -2.42374, spread: 4.49094, weight: 0.88838 },
      notCovered: { mean: -1.46719, spread: 4.36899, weight: -0.277118 },
      similarity: { mean: 0.234648, spread: 0.14347, weight: -0.0935855 },
      similarityLead: { mean: -0.105142, spread: 0.184955, weight: 0.0303788 },
      overNegatives: { mean: -0.0760896, spread: 0.201053, weight: 0.457142 },
      support: { mean: 0.626679, spread: 0.23498, weight: 0.714049 },
      length: { mean: 2.26587, spread: 0.475198, weight: 0.28098 },
      apps: { mean: 0.306285, spread: 0.516742, weight: -0.065933 },
      asksStatus: { mean: 0.0411604, spread: 0.198661, weight: 0.034761 },
      unknownWords: { mean: 0.0114975, spread: 0.0591008, weight: 0.176089 },
      repairedWords: { mean: 0.0325377, spread: 0.0796094, weight: 0.0541178 },
    },
  },
  bands: {
    answer: 0.417183,
    offer: 0.0862506,
  },
  speakFrom: {
    questions: 0.998945,
    chat: 0.187538,
  },
};
