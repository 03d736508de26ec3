/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.311173,
  terms: {
    call: { mean: 1.28035, spread: 3.9962, weight: 2.297 },
    confidence: { mean: 0.409932, spread: 3.88908, weight: 1.99908 },
    asks: { mean: 0.50751, spread: 0.499944, weight: 1.18186 },
    asksOfPeopleHere: { mean: 0.172654, spread: 0.377948, weight: -0.368768 },
    asksMembers: { mean: 0.0137875, spread: 0.116608, weight: -0.681466 },
    namesOrder: { mean: 0.127169, spread: 0.333162, weight: 0.209752 },
    isOfTheMatter: { mean: 0.483713, spread: 0.499735, weight: 0.471643 },
    similarity: { mean: 0.301308, spread: 0.20967, weight: 0.94105 },
    isShort: { mean: 0.105045, spread: 0.306611, weight: -0.344234 },
  },
  from: 0.49511,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.91775,
  terms: {
    alone: { mean: -3.97448, spread: 3.63521, weight: 1.81546 },
    similarity: { mean: 0.0642744, spread: 0.156576, weight: 0.694732 },
    share: { mean: -2.12682, spread: 1.26068, weight: 0.763768 },
    unanswered: { mean: 0.0610355, spread: 0.095001, weight: -0.354644 },
    support: { mean: 0.722074, spread: 0.256665, weight: 0.191465 },
    overNegatives: { mean: -0.0795676, spread: 0.223294, weight: 0.217944 },
  },
};
