/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.209153,
  terms: {
    call: { mean: 1.21845, spread: 4.03891, weight: 2.31705 },
    confidence: { mean: 0.40881, spread: 3.85534, weight: 2.48651 },
    asks: { mean: 0.506834, spread: 0.499953, weight: 1.26727 },
    asksOfPeopleHere: { mean: 0.172654, spread: 0.377948, weight: -0.430976 },
    asksMembers: { mean: 0.0137875, spread: 0.116608, weight: -0.647166 },
    namesOrder: { mean: 0.127169, spread: 0.333162, weight: 0.255966 },
    isOfTheMatter: { mean: 0.484544, spread: 0.499761, weight: 0.385016 },
  },
  from: 0.478285,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.9243,
  terms: {
    alone: { mean: -3.95007, spread: 3.61278, weight: 1.81249 },
    similarity: { mean: 0.064755, spread: 0.157148, weight: 0.697936 },
    share: { mean: -2.12809, spread: 1.26038, weight: 0.771242 },
    unanswered: { mean: 0.0622393, spread: 0.0965413, weight: -0.360663 },
    support: { mean: 0.722735, spread: 0.256148, weight: 0.206581 },
    overNegatives: { mean: -0.0808788, spread: 0.221344, weight: 0.212448 },
  },
};
