/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-29",
    digest: "ad67cc3d815a62f9791a513ba1df6c86",
    lines: 41216,
    trials: {
      known: {
        count: 7974,
        right: 79,
        wrong: 3.4,
        offered: 15.6,
      },
      negative: {
        count: 8220,
        right: 0,
        wrong: 9,
        offered: 26.9,
      },
      hidden: {
        count: 8072,
        right: 0,
        wrong: 23.7,
        offered: 58.5,
      },
    },
  },
  confidence: {
    bias: -3.85673,
    terms: {
      classifier: { mean: -4.42404, spread: 3.88928, weight: 1.94746 },
      lead: { mean: -2.29797, spread: 4.30724, weight: 0.901371 },
      notCovered: { mean: -1.31842, spread: 4.02015, weight: -0.233238 },
      similarity: { mean: 0.202923, spread: 0.14233, weight: -0.108864 },
      similarityLead: { mean: -0.105985, spread: 0.189604, weight: -0.0987486 },
      overNegatives: { mean: -0.0784536, spread: 0.205419, weight: 0.443905 },
      support: { mean: 0.56835, spread: 0.244674, weight: 0.601312 },
      length: { mean: 2.17988, spread: 0.464708, weight: 0.260305 },
      apps: { mean: 0.323285, spread: 0.527425, weight: -0.0637591 },
      asksStatus: { mean: 0.0494397, spread: 0.216784, weight: -0.0820731 },
      unknownWords: { mean: 0.0185693, spread: 0.0774331, weight: 0.118444 },
      repairedWords: { mean: 0.0344152, spread: 0.0866111, weight: 0.0591345 },
    },
  },
  bands: {
    answer: 0.436609,
    offer: 0.0768745,
  },
  speakFrom: {
    questions: 0.999082,
    chat: 0.36997,
  },
};
