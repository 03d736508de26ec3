/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.320619,
  terms: {
    call: { mean: 1.23093, spread: 3.99386, weight: 2.2912 },
    confidence: { mean: 0.405146, spread: 3.89117, weight: 2.00517 },
    asks: { mean: 0.506834, spread: 0.499953, weight: 1.21435 },
    asksOfPeopleHere: { mean: 0.172654, spread: 0.377948, weight: -0.392262 },
    asksMembers: { mean: 0.0137875, spread: 0.116608, weight: -0.684502 },
    namesOrder: { mean: 0.127014, spread: 0.332989, weight: 0.207215 },
    isOfTheMatter: { mean: 0.483713, spread: 0.499735, weight: 0.463131 },
    similarity: { mean: 0.301673, spread: 0.209704, weight: 0.94476 },
    isShort: { mean: 0.10572, spread: 0.307479, weight: -0.358438 },
  },
  from: 0.491343,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.91674,
  terms: {
    alone: { mean: -3.96898, spread: 3.63198, weight: 1.82289 },
    similarity: { mean: 0.0642468, spread: 0.156688, weight: 0.695631 },
    share: { mean: -2.12694, spread: 1.26115, weight: 0.762779 },
    unanswered: { mean: 0.061329, spread: 0.0954244, weight: -0.35643 },
    support: { mean: 0.723411, spread: 0.256255, weight: 0.191524 },
    overNegatives: { mean: -0.0799426, spread: 0.222956, weight: 0.215155 },
  },
};
