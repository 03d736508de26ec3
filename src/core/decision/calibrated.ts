/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.255982,
  terms: {
    call: { mean: 1.27581, spread: 4.01716, weight: 2.28504 },
    confidence: { mean: 0.347991, spread: 3.71349, weight: 2.39733 },
    asks: { mean: 0.496296, spread: 0.499986, weight: 1.26423 },
    asksOfPeopleHere: { mean: 0.169078, spread: 0.374821, weight: -0.422029 },
    asksMembers: { mean: 0.0138207, spread: 0.116746, weight: -0.717884 },
    namesOrder: { mean: 0.118182, spread: 0.322823, weight: 0.198665 },
    isOfTheMatter: { mean: 0.471485, spread: 0.499186, weight: 0.335379 },
  },
  from: 0.510351,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -3.01973,
  terms: {
    alone: { mean: -3.91561, spread: 3.4991, weight: 1.73724 },
    similarity: { mean: 0.0656903, spread: 0.157501, weight: 0.65264 },
    share: { mean: -2.13553, spread: 1.28985, weight: 0.855254 },
    unanswered: { mean: 0.0681678, spread: 0.105456, weight: -0.335418 },
    support: { mean: 0.718715, spread: 0.258943, weight: 0.212388 },
    overNegatives: { mean: -0.0828814, spread: 0.219676, weight: 0.256983 },
  },
};
