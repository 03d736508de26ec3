/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-28",
    digest: "f96190810648e987c0d88bb1cd469acc",
    lines: 41216,
    trials: {
      known: {
        count: 7974,
        right: 79.1,
        wrong: 3.4,
        offered: 15.5,
      },
      negative: {
        count: 8220,
        right: 0,
        wrong: 9,
        offered: 26.2,
      },
      hidden: {
        count: 8072,
        right: 0,
        wrong: 23.5,
        offered: 58.3,
      },
    },
  },
  confidence: {
    bias: -3.84379,
    terms: {
      classifier: { mean: -4.39659, spread: 3.8878, weight: 1.94018 },
      lead: { mean: -2.26779, spread: 4.30453, weight: 0.906011 },
      notCovered: { mean: -1.32, spread: 4.01967, weight: -0.227065 },
      similarity: { mean: 0.231483, spread: 0.148844, weight: -0.123472 },
      similarityLead: { mean: -0.109759, spread: 0.197672, weight: -0.0776122 },
      overNegatives: { mean: -0.0781416, spread: 0.212644, weight: 0.474131 },
      density: { mean: 0.171896, spread: 0.117188, weight: -0.0287663 },
      support: { mean: 0.566648, spread: 0.245102, weight: 0.609192 },
      length: { mean: 2.18047, spread: 0.464409, weight: 0.243903 },
      apps: { mean: 0.323405, spread: 0.527527, weight: -0.0624326 },
      asksStatus: { mean: 0.0501282, spread: 0.218209, weight: -0.0834088 },
      unknownWords: { mean: 0.0184208, spread: 0.077066, weight: 0.121512 },
      repairedWords: { mean: 0.0344925, spread: 0.0868082, weight: 0.0579428 },
    },
  },
  bands: {
    answer: 0.438902,
    offer: 0.0789145,
  },
  speakFrom: {
    questions: 0.999095,
    chat: 0.365053,
  },
};
