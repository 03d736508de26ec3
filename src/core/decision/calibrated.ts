/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.209664,
  terms: {
    call: { mean: 1.21626, spread: 4.04003, weight: 2.30912 },
    confidence: { mean: 0.406967, spread: 3.85561, weight: 2.48951 },
    asks: { mean: 0.506834, spread: 0.499953, weight: 1.26576 },
    asksOfPeopleHere: { mean: 0.172654, spread: 0.377948, weight: -0.435104 },
    asksMembers: { mean: 0.0137875, spread: 0.116608, weight: -0.646745 },
    namesOrder: { mean: 0.127169, spread: 0.333162, weight: 0.253698 },
    isOfTheMatter: { mean: 0.484698, spread: 0.499766, weight: 0.391686 },
  },
  from: 0.478782,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.9937,
  terms: {
    alone: { mean: -3.99481, spread: 3.57453, weight: 1.80533 },
    similarity: { mean: 0.0569699, spread: 0.131404, weight: 0.549139 },
    share: { mean: -2.14402, spread: 1.25218, weight: 0.767222 },
    unanswered: { mean: 0.0624803, spread: 0.0966055, weight: -0.3326 },
    support: { mean: 0.721947, spread: 0.255196, weight: 0.210878 },
    overNegatives: { mean: -0.0824796, spread: 0.21976, weight: 0.206392 },
  },
};
