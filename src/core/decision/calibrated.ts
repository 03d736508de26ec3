/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.238326,
  terms: {
    call: { mean: 1.21286, spread: 4.01895, weight: 2.31037 },
    confidence: { mean: 0.355444, spread: 3.8303, weight: 2.32763 },
    asks: { mean: 0.496945, spread: 0.499991, weight: 1.26278 },
    asksOfPeopleHere: { mean: 0.169726, spread: 0.375392, weight: -0.446715 },
    asksMembers: { mean: 0.0138207, spread: 0.116746, weight: -0.683159 },
    namesOrder: { mean: 0.11798, spread: 0.322584, weight: 0.205679 },
    isOfTheMatter: { mean: 0.472063, spread: 0.499219, weight: 0.324613 },
  },
  from: 0.51638,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.98299,
  terms: {
    alone: { mean: -3.98487, spread: 3.59162, weight: 1.78644 },
    similarity: { mean: 0.0651491, spread: 0.156161, weight: 0.647392 },
    share: { mean: -2.15681, spread: 1.28942, weight: 0.843078 },
    unanswered: { mean: 0.0675647, spread: 0.103417, weight: -0.352577 },
    support: { mean: 0.721695, spread: 0.257902, weight: 0.198776 },
    overNegatives: { mean: -0.0826123, spread: 0.221122, weight: 0.18697 },
  },
};
