/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-29",
    digest: "33732332ceb8d2c2a0a7508d957ccb6c",
    lines: 55205,
    trials: {
      known: {
        count: 8058,
        right: 82.3,
        wrong: 2.8,
        offered: 12.9,
      },
      negative: {
        count: 8198,
        right: 0,
        wrong: 9,
        offered: 21.5,
      },
      hidden: {
        count: 8025,
        right: 0,
        wrong: 25.3,
        offered: 52.9,
      },
    },
  },
  confidence: {
    bias: -4.02015,
    terms: {
      classifier: { mean: -4.45655, spread: 3.96698, weight: 1.97388 },
      lead: { mean: -2.3467, spread: 4.37907, weight: 0.908748 },
      notCovered: { mean: -1.39227, spread: 4.12918, weight: -0.249792 },
      similarity: { mean: 0.225318, spread: 0.144159, weight: -0.155116 },
      similarityLead: { mean: -0.106097, spread: 0.193133, weight: -0.0183894 },
      overNegatives: { mean: -0.0767302, spread: 0.206579, weight: 0.557486 },
      support: { mean: 0.608326, spread: 0.235488, weight: 0.695084 },
      length: { mean: 2.26829, spread: 0.487063, weight: 0.284567 },
      apps: { mean: 0.306255, spread: 0.517639, weight: -0.0699108 },
      asksStatus: { mean: 0.0433765, spread: 0.203703, weight: -0.0379383 },
      unknownWords: { mean: 0.0130492, spread: 0.0629802, weight: 0.232012 },
      repairedWords: { mean: 0.0332167, spread: 0.0828699, weight: 0.0627591 },
    },
  },
  bands: {
    answer: 0.408447,
    offer: 0.0888039,
  },
  speakFrom: {
    questions: 0.99901,
    chat: 0.242682,
  },
};
