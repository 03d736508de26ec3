/** What `npm run calibrate` measured on the published data. Run it again instead of editing this file. */
import type { Calibration } from "./calibration.js";

export const CALIBRATION: Calibration = {
  measured: {
    on: "2026-12-01",
    lines: 66086,
  },
  confidence: {
    bias: -4.01908,
    terms: {
      classifier: { mean: -4.54162, spread: 4.10956, weight: 1.95541 },
      lead: { mean: -2.42416, spread: 4.49141, weight: 0.888862 },
      notCovered: { mean: -1.4644, spread: 4.36619, weight: -0.274654 },
      similarity: { mean: 0.234724, spread: 0.143512, weight: -0.0990925 },
      similarityLead: { mean: -0.105158, spread: 0.184839, weight: 0.0316972 },
      overNegatives: { mean: -0.0760922, spread: 0.20108, weight: 0.459225 },
      support: { mean: 0.626599, spread: 0.234997, weight: 0.716506 },
      length: { mean: 2.26556, spread: 0.475215, weight: 0.280192 },
      apps: { mean: 0.30624, spread: 0.516699, weight: -0.0633305 },
      asksStatus: { mean: 0.0411573, spread: 0.198654, weight: 0.0332353 },
      unknownWords: { mean: 0.0115077, spread: 0.0591326, weight: 0.174457 },
      repairedWords: { mean: 0.032564, spread: 0.079651, weight: 0.0553777 },
    },
  },
  bands: {
    answer: 0.416745,
    offer: 0.0850484,
  },
  speakFrom: {
    questions: 0.99874,
    chat: 0.172923,
  },
};
