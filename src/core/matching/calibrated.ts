/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-28",
    digest: "6be032d504e2413ccf1effc65dbdf11a",
    lines: 40142,
    trials: {
      known: {
        count: 8007,
        right: 74.1,
        wrong: 1.9,
        offered: 22,
      },
      negative: {
        count: 8223,
        right: 0,
        wrong: 6,
        offered: 30.9,
      },
      hidden: {
        count: 8101,
        right: 0,
        wrong: 14.1,
        offered: 65.5,
      },
    },
  },
  confidence: {
    bias: -3.87217,
    terms: {
      classifier: { mean: -4.15864, spread: 3.67831, weight: 1.88275 },
      lead: { mean: -2.24391, spread: 4.15749, weight: 0.866283 },
      notCovered: { mean: -1.49177, spread: 3.55842, weight: -0.225905 },
      similarity: { mean: 0.213277, spread: 0.146292, weight: -0.221151 },
      similarityLead: { mean: -0.108269, spread: 0.196772, weight: -0.0584886 },
      overNegatives: { mean: -0.0668574, spread: 0.211765, weight: 0.61325 },
      density: { mean: 0.160994, spread: 0.11853, weight: 0.0480497 },
      support: { mean: 0.57436, spread: 0.251037, weight: 0.639247 },
      length: { mean: 2.16519, spread: 0.462713, weight: 0.292339 },
      apps: { mean: 0.415066, spread: 0.546023, weight: -0.108814 },
      asksStatus: { mean: 0.0742611, spread: 0.262195, weight: 0.161082 },
      unknownWords: { mean: 0.0184286, spread: 0.0782719, weight: 0.113717 },
      repairedWords: { mean: 0.0354237, spread: 0.0887026, weight: 0.0316747 },
    },
  },
  bands: {
    answer: 0.45,
    offer: 0.0798546,
  },
  speakFrom: {
    questions: 0.99897,
    chat: 0.6,
  },
};
