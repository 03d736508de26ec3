/** The rules for a message that leans on the answer before it: "and alipay?", "why?", "who makes it", "source?". */
import { UNANSWERED } from "../data/knowledge.js";
import { APP_TOKEN } from "../matching/features.js";
import { isSameLabel, type Label } from "../values/label.js";
import { asksOfList, asksSomething } from "./asking.js";
import { labelOf } from "./decision.js";
import { type NearestFollowUp, SAME_FROM } from "./expectations.js";
import { answerNaming, appOf, type FollowUpContext, sameOf } from "./follow-up-apps.js";
import { isOfOtherApp, leadOf, leadOfWord } from "./follow-up-leads.js";
import { asksToConfirm, bareQuestionOf, dayIn, endsAskingToConfirm } from "./follow-up-words.js";
import { isClear, type Judgement, type Prior } from "./judgement.js";
import { findAnswer, findLabels } from "./meaning.js";
import { APP_PRONOUN, nameApp } from "./questions.js";

/** The answer about the sources of all others. Behind another answer, "source?" asks for the sources of that one. */
const ABOUT_SOURCES = "bot-sources";
/** From which chance a message is clear enough alone to leave the answer before it aside. */
export const CLEAR_FROM = 0.8;

export interface FollowUp {
  readonly after: Label;
  readonly question: string;
  /** What the question comes to without the answer before it. */
  readonly alone: Judgement;
  readonly context: FollowUpContext;
  readonly prior: Prior;
  /** The curated follow-up that the question reads most like, if it does. */
  readonly like: NearestFollowUp | undefined;
  readonly content: readonly string[];
  readonly isSure: boolean;
  /** Whether it is clear, and leads to an answer that is related to the one before. */
  readonly leadsOn: boolean;
  /** Whether it names an app that the answer before is not about. */
  readonly namesOther: boolean;
  /** The app that the answer before is about. */
  readonly subject: string | undefined;
}

/** Judges by the first rule that holds; undefined where none does. `ofSubject` reads the message as one about the app before. */
export const judgeByRule = (followUp: FollowUp, ofSubject: Judgement | undefined): Judgement | undefined =>
  judgeDay(followUp) ??
  judgeSources(followUp) ??
  judgeOtherApp(followUp) ??
  (ofSubject && judgePronoun(followUp, ofSubject)) ??
  judgeBare(followUp);

/** "And wechat pay?" behind where money is sent, in the words of a curated follow-up: what moderators wrote goes first. */
export function judgeCurated(followUp: FollowUp): Judgement | undefined {
  const { like, question, alone, subject, context } = followUp;
  if (like === undefined || like.similarity < SAME_FROM) return undefined;
  const { apps, words } = alone.reading;
  if (like.next === UNANSWERED) {
    const isRemark = !asksSomething(question, words);
    return { ...alone, answers: [{ kind: "unknown", reason: "no-entry", nearest: [] }], isRemark };
  }
  const [label] = findLabels(context.knowledge, like.next, apps.length > 0 || subject === undefined ? apps : [subject]);
  return label && { ...answerWith(label, followUp), readsLike: like.line };
}

/**
 * Reads a pronoun as the app of the answer before: "who makes it?". Behind an app that the order never listed, "is it illegal?"
 * asks where that app stands, and not what held for the eight.
 */
function judgePronoun(followUp: FollowUp, ofSubject: Judgement): Judgement | undefined {
  const { after, question, alone, subject, context, isSure } = followUp;
  if (!APP_PRONOUN.test(question) || labelOf(ofSubject.answers[0])?.app !== subject) return undefined;
  if (isSure && ofSubject.confidence < alone.confidence) return undefined;
  const asksAgain = isOfOtherApp(after, context.knowledge) && asksSomething(question, alone.reading.words);
  return asksAgain || addsTo(after, question, ofSubject) ? ofSubject : undefined;
}

/** Whether `judgement` says anything else than the answer before; whether it is on the list is said in another way. */
export const addsTo = (after: Label, question: string, judgement: Judgement): boolean =>
  !isSame(judgement, after) || asksOfList(question);

/** `label` in the place of what the message alone came to; that itself where the data has no such answer. */
export function answerWith(label: Label, { alone, context: { knowledge, on } }: FollowUp, day = on): Judgement {
  const answer = findAnswer(knowledge, label, day);
  return answer ? { ...alone, answers: [answer], confidence: Math.max(alone.confidence, alone.answerFrom) } : alone;
}

/** The question with the app in it that the answer before is about. */
export const nameSubject = ({ subject, question, context: { knowledge, on, judge } }: FollowUp, prior?: Prior) =>
  subject === undefined ? undefined : judge(nameApp(question, subject, knowledge), on, prior);

/** "And on March 1, 2021?", after where an app stands. */
function judgeDay(followUp: FollowUp): Judgement | undefined {
  const { after, question, context } = followUp;
  const day = after.entry === undefined ? dayIn(question, context.on) : undefined;
  return day && answerWith(after, followUp, day);
}

/** "Source?"; "any proof?" asks for evidence where that is a matter of its own. */
function judgeSources(followUp: FollowUp): Judgement | undefined {
  const { after, question, alone, leadsOn, namesOther } = followUp;
  const asksAnything = isClear(alone) && entryOf(alone) !== ABOUT_SOURCES;
  const asks = asksToConfirm(question) || (endsAskingToConfirm(question) && !asksAnything);
  if (!asks || namesOther) return undefined;
  return leadsOn ? alone : answerWith(after, followUp);
}

function judgeOtherApp(followUp: FollowUp): Judgement | undefined {
  const { after, question, alone, context, content, isSure, namesOther } = followUp;
  const { apps } = alone.reading;
  // "And what is SHAREit?"
  const isOfApps = context.knowledge.entries[entryOf(alone) ?? ""]?.app === "required";
  if (apps.length > 0 && (isOfApps || (isSure && entryOf(alone) !== undefined))) return alone;
  // "Is that the same as wechat pay?"
  const compared = namesOther && APP_PRONOUN.test(question) ? nameSubject(followUp) : undefined;
  if (compared !== undefined && isClear(compared) && entryOf(compared) !== undefined) return compared;
  // "And alipay?"
  const [app = appOf(after, content, context)] = apps;
  if (app === undefined || (apps.length > 0 && content.some((word) => word !== APP_TOKEN))) return undefined;
  return answerWith(answerNaming(app, after, context) ?? sameOf(after, app, context.knowledge), followUp);
}

/** "Even at school", "why then?". */
function judgeBare(followUp: FollowUp): Judgement | undefined {
  const { after, question, alone, context, content, isSure, leadsOn } = followUp;
  const bare = isSure && leadsOn ? undefined : bareQuestionOf(question, alone.reading.words);
  const isWhyNot = after.app !== undefined && alone.reading.words.includes("not");
  const lead =
    leadOfWord(content, after, context.knowledge) ?? (bare && leadOf(bare, after, context.knowledge, isWhyNot));
  return lead && answerWith(lead, followUp);
}

export const entryOf = ({ answers: [first] }: Judgement): string | undefined => labelOf(first)?.entry;

export const isSame = ({ answers: [first] }: Judgement, after: Label): boolean => isSameLabel(labelOf(first), after);
