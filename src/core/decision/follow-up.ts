/** Understands a message that leans on the answer before it: "and alipay?", "why?", "who makes it", "source?". */
import { APP_STATUS, UNANSWERED } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import { countWords } from "../text/text.js";
import { isSameLabel, type Label } from "../values/label.js";
import { asksOfList, asksSomething } from "./asking.js";
import { labelOf } from "./decision.js";
import { contextOf, type NearestFollowUp, nearestOf } from "./expectations.js";
import { type Around, answerNaming, appOf, keepApp, sameOf, subjectOf } from "./follow-up-apps.js";
import { areRelated, isOfOtherApp, leadOf } from "./follow-up-leads.js";
import {
  asksToConfirm,
  bareQuestionOf,
  contentOf,
  dayIn,
  endsAskingToConfirm,
  namesOnlyADay,
  PRONOUN,
  QUESTION_WORDS,
  tiesOn,
} from "./follow-up-words.js";
import { type Context, isClear, type Judgement } from "./judgement.js";
import { findAnswer, findLabels } from "./meaning.js";
import { APP_PRONOUN, nameApp } from "./questions.js";

/** What stands for a person stands for no app. */
const OF_A_PERSON = /\b(?:he|she|him|her|his)\b/i;
/** A longer message stands on its own. */
const MAX_WORDS = 9;
/** The answer on where all others come from. Behind one of them, its own sources are meant. */
const ABOUT_SOURCES = "bot-sources";
/** From which chance a message is clear enough alone to leave the answer before it aside. */
const CLEAR_FROM = 0.8;
/** From which cosine, 0 to 1, a message reads like a curated follow-up, and asks like it. */
const READS_LIKE_FROM = 0.45;
/** From which cosine it says the same. */
const SAME_FROM = 0.9;

/**
 * Whether `question`, which alone came to `alone`, says so little that an answer before it may complete it. Cheaper to
 * know than what that answer was.
 */
export function isFollowUp(question: string, alone: Judgement): boolean {
  const { words, apps } = alone.reading;
  if (words.length === 0) return false;
  if (endsAskingToConfirm(question) || namesOnlyADay(question)) return true;
  if (countWords(words) > MAX_WORDS) return false;
  const content = contentOf(words);
  if (content.every((word) => word === APP_TOKEN) || PRONOUN.test(question) || tiesOn(words)) return true;
  const namesSubject = words.some((word) => word === APP_TOKEN || word === ORDER_TOKEN);
  if (namesSubject && isClear(alone) && alone.confidence >= CLEAR_FROM) return false;
  const asks = /[?？]/.test(question) || apps.length > 0 || words.some((word) => QUESTION_WORDS.has(word));
  return asks && (content.length <= 2 || !isClear(alone) || alone.confidence < CLEAR_FROM);
}

interface FollowUp {
  readonly after: Label;
  readonly question: string;
  /** What the question comes to without the answer before it. */
  readonly alone: Judgement;
  readonly around: Around;
  readonly context: Context;
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

/** Judges `question` as a follow-up to the answer that `after` names: by the first rule that holds, else by what is likely. */
export function resolveFollowUp(after: Label, question: string, alone: Judgement, around: Around): Judgement {
  const { knowledge, on } = around;
  const asksSeveral = alone.answers.length > 1;
  if (asksSeveral || findAnswer(knowledge, after, on) === undefined) return alone;
  const { words, apps } = alone.reading;
  const expectations = around.expect(after, alone.reading);
  const followUp: FollowUp = {
    after,
    question,
    alone,
    around,
    context: contextOf(expectations),
    like: nearestOf(expectations, READS_LIKE_FROM),
    content: contentOf(words),
    isSure: isClear(alone) && alone.confidence >= CLEAR_FROM,
    leadsOn: isClear(alone) && areRelated(entryOf(alone), after, knowledge),
    namesOther: apps.some((app) => app !== after.app),
    subject: subjectOf(after, around),
  };
  const named = apps.length === 0 && !OF_A_PERSON.test(question) ? nameSubject(followUp, followUp.context) : undefined;
  const addsSomething = named !== undefined && (!isSame(named, after) || asksOfList(question));
  const ofSubject = named !== undefined && addsSomething && isClear(named) ? named : undefined;
  const byRule = isFollowUp(question, alone) ? judgeByRule(followUp, ofSubject) : undefined;
  return byRule ?? judgeLike(followUp) ?? weigh(followUp, ofSubject);
}

const judgeByRule = (followUp: FollowUp, ofSubject: Judgement | undefined): Judgement | undefined =>
  judgeDay(followUp) ??
  judgeSources(followUp) ??
  judgeOtherApp(followUp) ??
  // "Who makes it?"
  (APP_PRONOUN.test(followUp.question) && ofSubject && labelOf(ofSubject.answers[0])?.app === followUp.subject
    ? ofSubject
    : undefined) ??
  judgeBare(followUp);

/** `label` in the place of what the message alone came to; that itself where the data has no such answer. */
function answerWith(label: Label, { alone, around: { knowledge, answerFrom, on } }: FollowUp, day = on): Judgement {
  const answer = findAnswer(knowledge, label, day);
  return answer ? { ...alone, answers: [answer], confidence: Math.max(alone.confidence, answerFrom) } : alone;
}

/** The question with the app in it that the answer before is about. */
const nameSubject = ({ subject, question, around: { knowledge, on, judge } }: FollowUp, context?: Context) =>
  subject === undefined ? undefined : judge(nameApp(question, subject, knowledge), on, context);

/** "And on March 1, 2021?", after where an app stands. */
function judgeDay(followUp: FollowUp): Judgement | undefined {
  const { after, question, around } = followUp;
  const day = after.entry === undefined ? dayIn(question, around.on) : undefined;
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
  const { after, question, alone, around, content, isSure, namesOther } = followUp;
  const { apps } = alone.reading;
  if (isSure && apps.length > 0 && entryOf(alone) !== undefined) return alone;
  // "Is that the same as wechat pay?"
  const compared = namesOther && APP_PRONOUN.test(question) ? nameSubject(followUp) : undefined;
  if (compared !== undefined && isClear(compared) && entryOf(compared) !== undefined) return compared;
  // "And alipay?"
  const [app = appOf(after, content, around)] = apps;
  if (app === undefined || (apps.length > 0 && content.some((word) => word !== APP_TOKEN))) return undefined;
  return answerWith(answerNaming(app, after, around) ?? sameOf(after, app, around.knowledge), followUp);
}

/** "Why then?" */
function judgeBare(followUp: FollowUp): Judgement | undefined {
  const { after, question, alone, around, isSure, leadsOn } = followUp;
  const bare = isSure && leadsOn ? undefined : bareQuestionOf(question, alone.reading.words);
  const lead = bare && leadOf(bare, after, around.knowledge);
  return lead && answerWith(lead, followUp);
}

/** What moderators listed in the same words, and "thats a lot of people", which reads like what no answer is the reply to. */
function judgeLike(followUp: FollowUp): Judgement | undefined {
  const { after, question, alone, around, like, subject } = followUp;
  const { words, apps } = alone.reading;
  if (like === undefined) return undefined;
  if (like.next === UNANSWERED) return asksSomething(question, words) ? undefined : keepApp(after, alone, around);
  const about = apps.length === 0 && subject !== undefined ? [subject] : apps;
  const [label] = like.similarity >= SAME_FROM ? findLabels(around.knowledge, like.next, about) : [];
  return label && { ...answerWith(label, followUp), readsLike: like.line };
}

/** "So nobody got in trouble": what people ask behind that answer. `ofSubject` reads it as one about that answer's app. */
function weigh(followUp: FollowUp, ofSubject: Judgement | undefined): Judgement {
  const { after, question, alone, context, around, like } = followUp;
  const { knowledge, on, judge } = around;
  const weighed = judge(question, on, context);
  const isOfSubject = ofSubject !== undefined && ofSubject.confidence >= weighed.confidence;
  // "When did that begin?", about an app that the order never listed
  const asksWhen = PRONOUN.test(question) && knowledge.followUps.when.includes(entryOf(alone) ?? "");
  if (!isOfSubject && asksWhen && isOfOtherApp(after, knowledge)) return answerWith(after, followUp);
  const judgement = keepApp(after, isOfSubject ? ofSubject : weighed, around);
  const isLike = isClear(judgement) && like?.next === (entryOf(judgement) ?? APP_STATUS);
  return isLike ? { ...judgement, readsLike: like.line } : judgement;
}

const entryOf = ({ answers: [first] }: Judgement): string | undefined => labelOf(first)?.entry;

const isSame = ({ answers: [first] }: Judgement, after: Label): boolean => isSameLabel(labelOf(first), after);
