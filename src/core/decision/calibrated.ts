/** What `npm run calibrate` measured. Run it again instead of editing this file. */
import type { FollowUpModel, SpeakingModel } from "./signals.js";

export const SPEAKING: SpeakingModel = {
  bias: 0.250465,
  terms: {
    call: { mean: 1.2136, spread: 4.02479, weight: 2.36295 },
    confidence: { mean: 0.340785, spread: 3.84261, weight: 2.48771 },
    asks: { mean: 0.492325, spread: 0.499941, weight: 1.23087 },
    asksOfPeopleHere: { mean: 0.169307, spread: 0.375023, weight: -0.489557 },
    asksMembers: { mean: 0.0133729, spread: 0.114866, weight: -0.645578 },
    namesOrder: { mean: 0.117147, spread: 0.321595, weight: 0.234653 },
    isOfTheMatter: { mean: 0.471681, spread: 0.499197, weight: 0.310927 },
  },
  from: 0.482297,
};

export const FOLLOW_UPS: FollowUpModel = {
  bias: -2.97982,
  terms: {
    alone: { mean: -3.96897, spread: 3.59464, weight: 1.86143 },
    similarity: { mean: 0.0630196, spread: 0.154062, weight: 0.693056 },
    share: { mean: -2.13412, spread: 1.25666, weight: 0.790747 },
    unanswered: { mean: 0.0620255, spread: 0.0954809, weight: -0.371877 },
    support: { mean: 0.718428, spread: 0.25814, weight: 0.175873 },
    overNegatives: { mean: -0.0823931, spread: 0.221644, weight: 0.182266 },
  },
};
