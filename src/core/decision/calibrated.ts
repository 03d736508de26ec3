/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.237243,
  terms: {
    call: { mean: 1.21689, spread: 4.0189, weight: 2.30645 },
    confidence: { mean: 0.3596, spread: 3.82763, weight: 2.32497 },
    asks: { mean: 0.496945, spread: 0.499991, weight: 1.26552 },
    asksOfPeopleHere: { mean: 0.169726, spread: 0.375392, weight: -0.448834 },
    asksMembers: { mean: 0.0138207, spread: 0.116746, weight: -0.683685 },
    namesOrder: { mean: 0.118112, spread: 0.32274, weight: 0.199428 },
    isOfTheMatter: { mean: 0.472195, spread: 0.499226, weight: 0.327042 },
  },
  from: 0.506079,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.98547,
  terms: {
    alone: { mean: -3.98294, spread: 3.59053, weight: 1.79193 },
    similarity: { mean: 0.0655696, spread: 0.156593, weight: 0.657303 },
    share: { mean: -2.1594, spread: 1.29268, weight: 0.838248 },
    unanswered: { mean: 0.0701652, spread: 0.105158, weight: -0.362559 },
    support: { mean: 0.722515, spread: 0.257497, weight: 0.202842 },
    overNegatives: { mean: -0.0825505, spread: 0.220643, weight: 0.181952 },
  },
};
