/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.260029,
  terms: {
    call: { mean: 1.209, spread: 4.01959, weight: 2.35889 },
    confidence: { mean: 0.347076, spread: 3.86144, weight: 2.48747 },
    asks: { mean: 0.494096, spread: 0.499965, weight: 1.25911 },
    asksOfPeopleHere: { mean: 0.169716, spread: 0.375383, weight: -0.489201 },
    asksMembers: { mean: 0.0133729, spread: 0.114866, weight: -0.65697 },
    namesOrder: { mean: 0.116875, spread: 0.321271, weight: 0.226328 },
    isOfTheMatter: { mean: 0.47209, spread: 0.49922, weight: 0.329689 },
  },
  from: 0.497536,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.97275,
  terms: {
    alone: { mean: -3.98813, spread: 3.60884, weight: 1.84874 },
    similarity: { mean: 0.0639538, spread: 0.154549, weight: 0.682922 },
    share: { mean: -2.1464, spread: 1.27346, weight: 0.805641 },
    unanswered: { mean: 0.0628882, spread: 0.0964966, weight: -0.382443 },
    support: { mean: 0.720027, spread: 0.257832, weight: 0.168278 },
    overNegatives: { mean: -0.0822396, spread: 0.221351, weight: 0.179187 },
  },
};
