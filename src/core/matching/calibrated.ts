/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-11-30",
    digest: "0674b4b49bb018d184c95cd0b9a8ba2f",
    lines: 63983,
    trials: {
      known: {
        count: 8034,
        right: 83,
        wrong: 2.9,
        offered: 12.1,
      },
      negative: {
        count: 8218,
        right: 0,
        wrong: 9,
        offered: 20.7,
      },
      hidden: {
        count: 8044,
        right: 0,
        wrong: 26.5,
        offered: 52,
      },
    },
  },
  confidence: {
    bias: -3.99903,
    terms: {
      classifier: { mean: -4.53745, spread: 4.11758, weight: 1.98459 },
      lead: { mean: -2.42522, spread: 4.51173, weight: 0.84771 },
      notCovered: { mean: -1.49813, spread: 4.35534, weight: -0.286766 },
      similarity: { mean: 0.235226, spread: 0.144234, weight: -0.101186 },
      similarityLead: { mean: -0.105506, spread: 0.18722, weight: 0.0190247 },
      overNegatives: { mean: -0.0739527, spread: 0.19896, weight: 0.460085 },
      support: { mean: 0.625906, spread: 0.234992, weight: 0.723812 },
      length: { mean: 2.26383, spread: 0.480135, weight: 0.278572 },
      apps: { mean: 0.304687, spread: 0.515, weight: -0.091911 },
      asksStatus: { mean: 0.0420007, spread: 0.200591, weight: 0.0299435 },
      unknownWords: { mean: 0.0121752, spread: 0.0606191, weight: 0.222547 },
      repairedWords: { mean: 0.0327471, spread: 0.0810442, weight: 0.0407436 },
    },
  },
  bands: {
    answer: 0.409488,
    offer: 0.0876547,
  },
  speakFrom: {
    questions: 0.998972,
    chat: 0.188033,
  },
};
