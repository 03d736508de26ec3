/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 65159,
  },
  confidence: {
    bias: -4.01584,
    terms: {
      classifier: { mean: -4.53368, spread: 4.10719, weight: 1.95043 },
      lead: { mean: -2.42723, spread: 4.49217, weight: 0.890488 },
      notCovered: { mean: -1.48104, spread: 4.35075, weight: -0.280226 },
      similarity: { mean: 0.234911, spread: 0.143589, weight: -0.0977929 },
      similarityLead: { mean: -0.105249, spread: 0.184997, weight: 0.0344037 },
      overNegatives: { mean: -0.0745554, spread: 0.199142, weight: 0.460138 },
      support: { mean: 0.626583, spread: 0.234899, weight: 0.713533 },
      length: { mean: 2.26618, spread: 0.475506, weight: 0.280345 },
      apps: { mean: 0.303648, spread: 0.51579, weight: -0.0657379 },
      asksStatus: { mean: 0.0407477, spread: 0.197705, weight: 0.0396127 },
      unknownWords: { mean: 0.0113967, spread: 0.0589415, weight: 0.174024 },
      repairedWords: { mean: 0.0325766, spread: 0.0797287, weight: 0.0524719 },
    },
  },
  bands: {
    answer: 0.414967,
    offer: 0.0871296,
  },
  speakFrom: {
    questions: 0.999019,
    chat: 0.17757,
  },
};
