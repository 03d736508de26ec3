/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.258793,
  terms: {
    call: { mean: 1.27234, spread: 4.01776, weight: 2.27657 },
    confidence: { mean: 0.339053, spread: 3.75857, weight: 2.34489 },
    asks: { mean: 0.495662, spread: 0.499981, weight: 1.2706 },
    asksOfPeopleHere: { mean: 0.16915, spread: 0.374884, weight: -0.420943 },
    asksMembers: { mean: 0.013827, spread: 0.116773, weight: -0.608206 },
    namesOrder: { mean: 0.117831, spread: 0.322408, weight: 0.192798 },
    isOfTheMatter: { mean: 0.472301, spread: 0.499232, weight: 0.345369 },
  },
  from: 0.482946,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -3.01064,
  terms: {
    alone: { mean: -3.97246, spread: 3.53748, weight: 1.76093 },
    similarity: { mean: 0.0666004, spread: 0.158804, weight: 0.667058 },
    share: { mean: -2.16238, spread: 1.31018, weight: 0.832809 },
    unanswered: { mean: 0.0708082, spread: 0.108087, weight: -0.313959 },
    support: { mean: 0.719607, spread: 0.258806, weight: 0.200147 },
    overNegatives: { mean: -0.0838651, spread: 0.219372, weight: 0.241416 },
  },
};
