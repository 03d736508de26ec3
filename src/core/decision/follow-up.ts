/** Understands a message that leans on the answer before it: "and alipay?", "why?", "who makes it", "source?". */
import { APP_STATUS, type Knowledge } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import type { Route } from "../matching/router.js";
import { countWords } from "../text/text.js";
import { isSameLabel, type Label } from "../values/label.js";
import { asksMembers, asksOfList, asksSomething } from "./asking.js";
import { labelOf } from "./decision.js";
import { type Around, answerNaming, appOf, keepApp, sameOf, subjectOf } from "./follow-up-apps.js";
import { areRelated, isOfOtherApp, leadOf, leadOfWord } from "./follow-up-leads.js";
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
import { isClear, type Judgement } from "./judgement.js";
import { findAnswer } from "./meaning.js";
import { APP_PRONOUN, nameApp } from "./questions.js";

/** What stands for a person stands for no app. */
const OF_A_PERSON = /\b(?:he|she|him|her|his)\b/i;
/** A longer message stands on its own. */
const MAX_WORDS = 9;
/** The answer on where all others come from. Behind one of them, its own sources are meant. */
const ABOUT_SOURCES = "bot-sources";
/** From which chance a message is clear enough alone to leave the answer before it aside. */
const CLEAR_FROM = 0.8;
/** From which chance, 0 to 1, a question without a clear answer is one about the answer before it. */
const SAME_FROM = 0.2;
/** How many times likelier an answer that is related to the one before it is, and one that has nothing to do with it. */
const RELATED_ODDS = 7;
const UNRELATED_ODDS = 1 / 2;
/** How much of what the message says, 0 to 1, the wordings of a related answer must say too. */
const RELATED_SUPPORT = 0.5;

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
  readonly content: readonly string[];
  readonly isSure: boolean;
  /** Whether it is clear, and leads to an answer that is related to the one before. */
  readonly leadsOn: boolean;
  /** Whether it names an app that the answer before is not about. */
  readonly namesOther: boolean;
  /** The app that the answer before is about. */
  readonly subject: string | undefined;
  readonly oddsRatioOf: (route: Route) => number;
}

/**
 * Judges `question` as a follow-up to the answer that `after` names, by the first of the rules that holds. It must add
 * something: an answer is given again only for its sources, or where it is the nearest to what the message asks alone.
 */
export function resolveFollowUp(after: Label, question: string, alone: Judgement, around: Around): Judgement {
  const { knowledge, on } = around;
  if (findAnswer(knowledge, after, on) === undefined) return alone;
  const { words, apps } = alone.reading;
  const followUp: FollowUp = {
    after,
    question,
    alone,
    around,
    content: contentOf(words),
    isSure: isClear(alone) && alone.confidence >= CLEAR_FROM,
    leadsOn: isClear(alone) && areRelated(entryOf(alone), after, knowledge),
    namesOther: apps.some((app) => app !== after.app),
    subject: subjectOf(after, around),
    oddsRatioOf: oddsRatioAfter(after, alone, knowledge),
  };
  const named = apps.length === 0 && !OF_A_PERSON.test(question) ? nameSubject(followUp) : undefined;
  const addsSomething = named !== undefined && (!isSame(named, after) || asksOfList(question));
  const ofSubject = named !== undefined && addsSomething && isClear(named) ? named : undefined;
  return (
    judgeDay(followUp) ??
    judgeSources(followUp) ??
    judgeOtherApp(followUp) ??
    // "Who makes it?"
    (APP_PRONOUN.test(question) && ofSubject && labelOf(ofSubject.answers[0])?.app === followUp.subject
      ? ofSubject
      : undefined) ??
    judgeBare(followUp) ??
    weigh(followUp, ofSubject)
  );
}

/** `label` in the place of what the message alone came to; that itself where the data has no such answer. */
function answerWith(label: Label, { alone, around: { knowledge, answerFrom, on } }: FollowUp, day = on): Judgement {
  const answer = findAnswer(knowledge, label, day);
  return answer ? { ...alone, answers: [answer], confidence: Math.max(alone.confidence, answerFrom) } : alone;
}

const nameSubject = ({ subject, question, around: { knowledge, on, judge }, oddsRatioOf }: FollowUp) =>
  subject === undefined ? undefined : judge(nameApp(question, subject, knowledge), on, oddsRatioOf);

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

/** "Even at school", "why then". */
function judgeBare(followUp: FollowUp): Judgement | undefined {
  const { after, question, alone, around, content, isSure, leadsOn } = followUp;
  const bare = isSure && leadsOn ? undefined : bareQuestionOf(question, alone.reading.words);
  const lead = leadOfWord(content, after, around.knowledge) ?? (bare && leadOf(bare, after, around.knowledge));
  return lead && answerWith(lead, followUp);
}

/** "So nobody got in trouble": what the answer before makes likelier. `ofSubject` reads it as one about that answer's app. */
function weigh(followUp: FollowUp, ofSubject: Judgement | undefined): Judgement {
  const { after, question, alone, around, isSure, namesOther, oddsRatioOf } = followUp;
  const { knowledge, on, judge } = around;
  const { words } = alone.reading;
  const weighed = judge(question, on, oddsRatioOf);
  if (ofSubject !== undefined && ofSubject.confidence >= weighed.confidence) return keepApp(after, ofSubject, around);
  // "When did that begin?", about an app that the order never listed
  const asksWhen = PRONOUN.test(question) && knowledge.followUps.when.includes(entryOf(weighed) ?? "");
  if (asksWhen && isOfOtherApp(after, knowledge) && !words.includes(ORDER_TOKEN)) return answerWith(after, followUp);
  const leadsBack = isSame(weighed, after) || (isSure && isClear(weighed));
  const judgement = keepApp(after, leadsBack ? alone : weighed, around);
  // "Which agencies had already barred them?"
  const [best] = alone.routes;
  const isOfSameAnswer =
    best?.name === (after.entry ?? APP_STATUS) &&
    best.confidence >= SAME_FROM &&
    best.signals.support >= RELATED_SUPPORT;
  const asksOn = isOfSameAnswer && asksSomething(question, words) && !asksMembers(question);
  return asksOn && !namesOther && !isClear(judgement) ? answerWith(after, followUp) : judgement;
}

const entryOf = ({ answers: [first] }: Judgement): string | undefined => labelOf(first)?.entry;

const isSame = ({ answers: [first] }: Judgement, after: Label): boolean => isSameLabel(labelOf(first), after);

/**
 * How much likelier the answer before makes what a message may mean. The words of the message must point to a related
 * answer too: the name of the app before makes anything a question about that app.
 */
function oddsRatioAfter(after: Label, alone: Judgement, knowledge: Knowledge): (route: Route) => number {
  const own = new Set(alone.routes.map(({ name }) => name));
  return ({ name, signals }) => {
    if (areRelated(name, after, knowledge))
      return own.has(name) && signals.support >= RELATED_SUPPORT ? RELATED_ODDS : 1;
    const isOfSubject = name === (after.entry ?? APP_STATUS) || knowledge.entries[name]?.app !== undefined;
    return isOfSubject ? 1 : UNRELATED_ODDS;
  };
}
