/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-30",
    digest: "2d36c3e97ea5f7eaab81038627057f5e",
    lines: 63914,
    trials: {
      known: {
        count: 8039,
        right: 82.8,
        wrong: 2.8,
        offered: 12.4,
      },
      negative: {
        count: 8225,
        right: 0,
        wrong: 9,
        offered: 20.9,
      },
      hidden: {
        count: 8039,
        right: 0,
        wrong: 26,
        offered: 52.4,
      },
    },
  },
  confidence: {
    bias: -4.0062,
    terms: {
      classifier: { mean: -4.53688, spread: 4.11773, weight: 1.98108 },
      lead: { mean: -2.42634, spread: 4.51257, weight: 0.851159 },
      notCovered: { mean: -1.50273, spread: 4.35605, weight: -0.28676 },
      similarity: { mean: 0.235196, spread: 0.144275, weight: -0.101923 },
      similarityLead: { mean: -0.105619, spread: 0.187458, weight: 0.0210938 },
      overNegatives: { mean: -0.0738449, spread: 0.198872, weight: 0.459987 },
      support: { mean: 0.625532, spread: 0.235008, weight: 0.731126 },
      length: { mean: 2.26383, spread: 0.480275, weight: 0.283989 },
      apps: { mean: 0.304292, spread: 0.51495, weight: -0.0954668 },
      asksStatus: { mean: 0.0419767, spread: 0.200536, weight: 0.0316922 },
      unknownWords: { mean: 0.0121606, spread: 0.0606142, weight: 0.231409 },
      repairedWords: { mean: 0.0327674, spread: 0.0811291, weight: 0.0433463 },
    },
  },
  bands: {
    answer: 0.413821,
    offer: 0.0870081,
  },
  speakFrom: {
    questions: 0.998968,
    chat: 0.195742,
  },
};
