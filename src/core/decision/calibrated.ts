/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.334376,
  terms: {
    call: { mean: 1.21911, spread: 4.03673, weight: 2.32865 },
    confidence: { mean: 0.409229, spread: 3.85211, weight: 2.01434 },
    asks: { mean: 0.506834, spread: 0.499953, weight: 1.22803 },
    asksOfPeopleHere: { mean: 0.172654, spread: 0.377948, weight: -0.408451 },
    asksMembers: { mean: 0.0137875, spread: 0.116608, weight: -0.628153 },
    namesOrder: { mean: 0.127169, spread: 0.333162, weight: 0.22108 },
    isOfTheMatter: { mean: 0.484023, spread: 0.499745, weight: 0.473562 },
    similarity: { mean: 0.303242, spread: 0.209407, weight: 0.906702 },
    isShort: { mean: 0.10572, spread: 0.307479, weight: -0.352235 },
  },
  from: 0.456583,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.91794,
  terms: {
    alone: { mean: -3.9454, spread: 3.60781, weight: 1.80843 },
    similarity: { mean: 0.0647778, spread: 0.157223, weight: 0.692209 },
    share: { mean: -2.12892, spread: 1.26037, weight: 0.774224 },
    unanswered: { mean: 0.0621991, spread: 0.0963972, weight: -0.362674 },
    support: { mean: 0.722784, spread: 0.256174, weight: 0.195097 },
    overNegatives: { mean: -0.0807423, spread: 0.221844, weight: 0.214331 },
  },
};
