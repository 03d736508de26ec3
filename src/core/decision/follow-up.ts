/** Understands a message behind an answer: by rules where it leans on that answer, else by what people ask next there. */
import { APP_STATUS, UNANSWERED } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import { countWords } from "../text/text.js";
import type { Label } from "../values/label.js";
import { asksSomething } from "./asking.js";
import { nearestOf, priorOf } from "./expectations.js";
import { type FollowUpContext, keepApp, subjectOf } from "./follow-up-apps.js";
import { areRelated, isOfOtherApp } from "./follow-up-leads.js";
import {
  addsTo,
  answerWith,
  CLEAR_FROM,
  entryOf,
  type FollowUp,
  judgeByRule,
  judgeCurated,
  nameSubject,
} from "./follow-up-rules.js";
import { contentOf, endsAskingToConfirm, namesOnlyADay, PRONOUN, QUESTION_WORDS, tiesOn } from "./follow-up-words.js";
import { isClear, type Judgement } from "./judgement.js";
import { findAnswer } from "./meaning.js";
import { APP_PRONOUN, leansOnApp } from "./questions.js";

/** What stands for a person, or for the bot, stands for no app. */
const OF_NO_APP =
  /\b(?:he|she|him|her|his|bots?)\b|\b(?:you|u|yall|y['’]all)\b(?!.*\b(?:it|they|them)\b)|[你您](?!.*它)|机器人|機器人/i;
/** A longer message leans on an answer only if it asks for its source or names a day. */
const MAX_WORDS = 9;
/** From which cosine, 0 to 1, a message reads like a curated follow-up, and asks like it. */
const READS_LIKE_FROM = 0.45;

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

/** Judges `question` as a follow-up to the answer that `after` names: by the first rule that holds, else by what is likely. */
export function resolveFollowUp(after: Label, question: string, alone: Judgement, context: FollowUpContext): Judgement {
  const { knowledge, on } = context;
  const asksSeveral = alone.answers.length > 1;
  if (asksSeveral || findAnswer(knowledge, after, on) === undefined) return alone;
  const { words, apps } = alone.reading;
  const expectations = context.expect(after, alone.reading);
  const followUp: FollowUp = {
    after,
    question,
    alone,
    context,
    prior: priorOf(expectations),
    like: nearestOf(expectations, READS_LIKE_FROM),
    content: contentOf(words),
    isSure: isClear(alone) && alone.confidence >= CLEAR_FROM,
    leadsOn: isClear(alone) && areRelated(entryOf(alone), after, knowledge),
    namesOther: apps.some((app) => app !== after.app),
    subject: subjectOf(after, mayBeOfEarlierApp(alone, context) ? context : { ...context, earlierApp: undefined }),
  };
  // "Lol" asks nothing of the app.
  const mayBeOfSubject = leansOnApp(question) || asksSomething(question, words) || tiesOn(words);
  const named =
    mayBeOfSubject && apps.length === 0 && !OF_NO_APP.test(question)
      ? nameSubject(followUp, followUp.prior)
      : undefined;
  const ofSubject = named !== undefined && isClear(named) ? named : undefined;
  const byRule = judgeCurated(followUp) ?? (isFollowUp(question, alone) ? judgeByRule(followUp, ofSubject) : undefined);
  if (byRule !== undefined) return byRule;
  const { like } = followUp;
  // "Thats a lot of people" reads like what no answer is the reply to.
  const isRemark = like?.next === UNANSWERED && !asksSomething(question, words);
  if (isRemark) return { ...keepApp(after, alone, context), isRemark };
  return weigh(followUp, ofSubject);
}

/** "Who makes it?" may ask of the app before an answer about none; "was it legal?" asks of the order. */
const mayBeOfEarlierApp = (alone: Judgement, { knowledge }: FollowUpContext): boolean =>
  !isClear(alone) || knowledge.entries[entryOf(alone) ?? ""]?.app !== undefined;

/** Whether `question` may leave out the app of the answer before: Chinese does so often, a question that is clear alone seldom. */
const mayBeOfApp = (question: string, alone: Judgement): boolean =>
  APP_PRONOUN.test(question) || /\p{Script=Han}/u.test(question) || !isClear(alone) || isFollowUp(question, alone);

/** "So nobody got in trouble": what people ask behind that answer. `ofSubject` reads it as one about that answer's app. */
function weigh(followUp: FollowUp, ofSubject: Judgement | undefined): Judgement {
  const { after, question, alone, prior, context, like, isSure } = followUp;
  const { knowledge, on, judge } = context;
  const weighed = judge(question, on, prior);
  const from = Math.max(weighed.confidence, isSure ? alone.confidence : 0);
  const isOfSubject = ofSubject !== undefined && addsTo(after, question, ofSubject) && ofSubject.confidence >= from;
  // "When did that begin?", about an app that the order never listed
  const asksWhen = PRONOUN.test(question) && knowledge.followUps.when.includes(entryOf(alone) ?? "");
  if (!isOfSubject && asksWhen && isOfOtherApp(after, knowledge)) return answerWith(after, followUp);
  const likely = isOfSubject ? ofSubject : weighed;
  const judgement = mayBeOfApp(question, alone) ? keepApp(after, likely, context) : likely;
  const isLike = isClear(judgement) && like?.next === (entryOf(judgement) ?? APP_STATUS);
  return isLike ? { ...judgement, readsLike: like.line } : judgement;
}
