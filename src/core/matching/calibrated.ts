/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-29",
    digest: "3f1c2e511fdc4f490106124d8b875b11",
    lines: 57206,
    trials: {
      known: {
        count: 8097,
        right: 82.4,
        wrong: 2.6,
        offered: 13,
      },
      negative: {
        count: 8212,
        right: 0,
        wrong: 9,
        offered: 20.1,
      },
      hidden: {
        count: 8013,
        right: 0,
        wrong: 25.6,
        offered: 51.3,
      },
    },
  },
  confidence: {
    bias: -4.03066,
    terms: {
      classifier: { mean: -4.50656, spread: 4.02017, weight: 1.98025 },
      lead: { mean: -2.3758, spread: 4.42297, weight: 0.885402 },
      notCovered: { mean: -1.39584, spread: 4.23388, weight: -0.250964 },
      similarity: { mean: 0.236454, spread: 0.144649, weight: -0.143844 },
      similarityLead: { mean: -0.106166, spread: 0.190705, weight: -0.0115273 },
      overNegatives: { mean: -0.0776051, spread: 0.204053, weight: 0.550344 },
      support: { mean: 0.612158, spread: 0.234775, weight: 0.701495 },
      length: { mean: 2.27515, spread: 0.485104, weight: 0.271041 },
      apps: { mean: 0.30758, spread: 0.518964, weight: -0.0836811 },
      asksStatus: { mean: 0.0446945, spread: 0.206632, weight: -0.0305061 },
      unknownWords: { mean: 0.0126202, spread: 0.0613522, weight: 0.226342 },
      repairedWords: { mean: 0.0331636, spread: 0.0819826, weight: 0.044811 },
    },
  },
  bands: {
    answer: 0.408952,
    offer: 0.094348,
  },
  speakFrom: {
    questions: 0.999172,
    chat: 0.227321,
  },
};
