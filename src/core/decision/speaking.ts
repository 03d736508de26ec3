/** Decides whether a judgement is said into a listed channel. */
import type { Knowledge } from "../data/knowledge.js";
import { freshnessOf } from "../data/reviews.js";
import type { Calibration } from "../matching/calibration.js";
import { APP_TOKEN } from "../matching/features.js";
import { chanceBy } from "../matching/logistic.js";
import type { Router } from "../matching/router.js";
import type { ChannelKind } from "../values/channel-kind.js";
import { isSameLabel, type Label } from "../values/label.js";
import { agrees, asksSomething, isOfPeopleHere } from "./asking.js";
import { SPEAKING } from "./calibrated.js";
import { type Answer, labelOf } from "./decision.js";
import { bareQuestionOf, endsAskingToConfirm, namesOnlyADay, PRONOUN, tiesOn } from "./follow-up-words.js";
import { isClear, isOfAppNotListed, type Judgement } from "./judgement.js";
import type { SpeakingSignals } from "./signals.js";
import { createNamesMatter, createSpeakingSignals } from "./speaking-signals.js";

/** Whether the bot says `judgement` into a channel of that kind, where `question` is what `message` asks without its small talk. */
export type SpeaksInto = (channel: ChannelKind, message: string, question: string, judgement: Judgement) => boolean;

export function createSpeaksInto(
  knowledge: Knowledge,
  router: Pick<Router, "read" | "chanceOfCall">,
  { chatFrom }: Pick<Calibration, "chatFrom">,
): SpeaksInto {
  const namesMatter = createNamesMatter(knowledge);
  const signalsOf = createSpeakingSignals(knowledge, router);
  return (channel, message, question, judgement) => {
    if (channel === "questions") {
      // "Wow, WeChat Pay" asks nothing, though the name alone does.
      const isName = message !== question && judgement.reading.words.every((word) => word === APP_TOKEN);
      if (isName && !asksSomething(message, router.read(message).words)) return false;
      const signals = signalsOf(message, question, judgement);
      return asksOfTheMatter(question, judgement, signals) || chanceBy(SPEAKING, signals) >= SPEAKING.from;
    }
    const reading = message === question ? judgement.reading : router.read(message);
    const chance = router.chanceOfCall("chat", message, reading);
    const isSure = chance >= chatFrom && isClear(judgement) && namesMatter(question, judgement);
    return isSure && !judgement.answers.some(isOutOfDate);
  };
}

/** Whether a regret is better than silence: a question about the order or an unknown app, or about the matter with its mark. */
export function asksOfTheMatter(
  question: string,
  judgement: Judgement,
  { asks, asksMembers, namesOrder, isOfTheMatter }: SpeakingSignals,
): boolean {
  if (asks === 0 || asksMembers === 1) return false;
  return namesOrder === 1 || isOfAppNotListed(judgement) || (isOfTheMatter === 1 && /[?？]\s*$/.test(question));
}

/** From which chance of its answer a story behind another answer is one more question: "green card here, so not about me". */
const TAKEN_UP_FROM = 0.75;

/** Whether there is something to say to `message`, which came to `judgement` behind the answer `after` or a choice. */
export function continuesAnswer(after: Label | undefined, message: string, judgement: Judgement): boolean {
  const { answers, reading } = judgement;
  if (judgement.isRemark) return false;
  const isBare = bareQuestionOf(message, reading.words) !== undefined || namesOnlyADay(message);
  const asks =
    isBare ||
    judgement.readsLike !== undefined ||
    asksSomething(message, reading.words) ||
    endsAskingToConfirm(message);
  // "It was nine" doubts the answer, which tells its sources again.
  if (isClear(judgement) && isSameLabel(labelOf(answers[0]), after)) return asks || !agrees(message);
  // "Ok keep" and "ok lah" leave nothing to say.
  if (!asks && agrees(message) && !isClear(judgement)) return false;
  // "That's a lot of people" asks nothing; "so nobody got in trouble" asks whether that is so.
  if (!asks && !tiesOn(reading.words)) return isClear(judgement) && judgement.confidence >= TAKEN_UP_FROM;
  // "Who drafted it?" gets a regret.
  const asksOfAnswer = asks && PRONOUN.test(message) && !isOfPeopleHere(message);
  return asksOfAnswer || isClear(judgement) || isOfAppNotListed(judgement) || answers[0].kind === "choose";
}

const isOutOfDate = (answer: Answer): boolean =>
  answer.kind === "entry" && freshnessOf(answer.entry, answer.on) === "out-of-date";
