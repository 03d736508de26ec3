/** Fits when the bot speaks in a questions channel. */
import { judgeMessage } from "../../src/core/decision/message.js";
import { SPEAKING_SIGNALS, type SpeakingModel } from "../../src/core/decision/signals.js";
import { withoutSmallTalk } from "../../src/core/decision/small-talk.js";
import { asksOfTheMatter } from "../../src/core/decision/speaking.js";
import { createSpeakingSignals } from "../../src/core/decision/speaking-signals.js";
import { chanceBy } from "../../src/core/matching/logistic.js";
import type { LabelledQuestion } from "../common/question-file.js";
import { thresholdFor } from "../common/statistics.js";
import { fitLogistic } from "./logistic.js";
import { isCovered, isTalk, readMessages } from "./messages.js";
import type { Parts } from "./parts.js";

/** Policy, not measurement: how much the kinds of messages count … */
const SHARE = { covered: 0.48, uncovered: 0.02, talk: 0.5 };
/** … and the largest share of the talk that may get a reply. */
const MOST_INTRUSIONS = 0.04;

const kindOf = (one: LabelledQuestion): keyof typeof SHARE =>
  isTalk(one) ? "talk" : isCovered(one) ? "covered" : "uncovered";

export function fitSpeaking({ knowledge, router, judge }: Parts): SpeakingModel {
  const signalsOf = createSpeakingSignals(knowledge, router);
  // What was put to the bot and has no answer is seldom a question at all.
  const messages = readMessages().filter(
    (one) => one.after === undefined && (isCovered(one) || one.mode === "questions"),
  );
  const rows = messages.map((one) => {
    const question = withoutSmallTalk(one.q);
    const judgement = judgeMessage(question, knowledge.order.checked, judge, knowledge);
    const signals = signalsOf(one.q, question, judgement);
    const isAnyway = asksOfTheMatter(question, judgement, signals);
    return { kind: kindOf(one), signals, holds: !isTalk(one), isAnyway };
  });
  const model = fitLogistic(SPEAKING_SIGNALS, rows, SHARE);
  const chances = rows.flatMap(({ signals, holds, isAnyway }) =>
    holds ? [] : isAnyway ? 1 : chanceBy(model, signals),
  );
  return { ...model, from: thresholdFor(chances, MOST_INTRUSIONS * chances.length) ?? 1 };
}
