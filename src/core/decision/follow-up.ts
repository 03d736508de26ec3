/** Understands a message that leans on the answer before it: "and alipay?", "why?", "who makes it", "source?". */
import { APP_STATUS, type Knowledge } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import type { Route } from "../matching/router.js";
import { countWords } from "../text/text.js";
import type { CalendarDate } from "../values/calendar.js";
import { isSameLabel, type Label } from "../values/label.js";
import { readLastDay } from "../values/written-date.js";
import { asksMembers, asksSomething } from "./asking.js";
import { labelOf } from "./decision.js";
import { type Around, answerNaming, appOf, keepApp, sameOf } from "./follow-up-apps.js";
import {
  asksToConfirm,
  type BareQuestion,
  bareQuestionOf,
  contentOf,
  endsAskingToConfirm,
  PRONOUN,
  QUESTION_WORDS,
  tiesOn,
} from "./follow-up-words.js";
import { isClear, type Judgement } from "./judgement.js";
import { findAnswer, findLabels } from "./meaning.js";
import { APP_PRONOUN, nameApp } from "./questions.js";

/** A text whose first clause denies something: "It was never enforced." */
const DENIAL = /^[^.:;]*\b(?:no|not|none|never|nobody|nothing)\b/i;
/** A day or a month that an answer tells beside those of the order, which are slots: "January 6, 2021". */
const OWN_DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}, )?20\d\d\b/;
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
  if (endsAskingToConfirm(question)) return true;
  if (countWords(words) > MAX_WORDS) return false;
  const content = contentOf(words);
  if (content.every((word) => word === APP_TOKEN) || PRONOUN.test(question) || tiesOn(words)) return true;
  const namesSubject = words.some((word) => word === APP_TOKEN || word === ORDER_TOKEN);
  if (namesSubject && isClear(alone) && alone.confidence >= CLEAR_FROM) return false;
  const asks = /[?？]/.test(question) || apps.length > 0 || words.some((word) => QUESTION_WORDS.has(word));
  return asks && (content.length <= 2 || !isClear(alone) || alone.confidence < CLEAR_FROM);
}

/**
 * Judges `question` as a follow-up to the answer that `after` names, by the first of these rules that holds. It must add
 * something: an answer is given again only for its sources, or where it is the nearest to what the message asks alone.
 */
export function resolveFollowUp(after: Label, question: string, alone: Judgement, around: Around): Judgement {
  const { knowledge, on, answerFrom, judge } = around;
  if (findAnswer(knowledge, after, on) === undefined) return alone;
  const { words, apps } = alone.reading;
  const content = contentOf(words);
  const isSure = isClear(alone) && alone.confidence >= CLEAR_FROM;
  const oddsRatioOf = oddsRatioAfter(after, alone, knowledge);
  const subject = subjectOf(after, around);
  const nameSubject = () =>
    subject === undefined ? undefined : judge(nameApp(question, subject, knowledge), on, oddsRatioOf);
  const answerWith = (label: Label): Judgement => {
    const answer = findAnswer(knowledge, label, on);
    return answer ? { ...alone, answers: [answer], confidence: Math.max(alone.confidence, answerFrom) } : alone;
  };

  // "And on March 1, 2021?", after where an app stands
  const day = after.entry === undefined ? dayIn(question, on) : undefined;
  const then = day === undefined ? undefined : findAnswer(knowledge, after, day);
  if (then !== undefined) return { ...alone, answers: [then], confidence: Math.max(alone.confidence, answerFrom) };

  // "Source?"; "any proof?" asks for evidence where that is a matter of its own.
  const leadsOn = isClear(alone) && areRelated(entryOf(alone), after, knowledge);
  const namesOther = apps.some((app) => app !== after.app);
  const asksAnything = isClear(alone) && entryOf(alone) !== ABOUT_SOURCES;
  const confirms = asksToConfirm(question) || (endsAskingToConfirm(question) && !asksAnything);
  if (confirms && !namesOther) return leadsOn ? alone : answerWith(after);
  if (isSure && apps.length > 0 && entryOf(alone) !== undefined) return alone;
  // "Is that the same as wechat pay?"
  const compared = namesOther && APP_PRONOUN.test(question) ? nameSubject() : undefined;
  if (compared !== undefined && isClear(compared) && entryOf(compared) !== undefined) return compared;
  // "And alipay?"
  const [app = appOf(after, content, around)] = apps;
  if (app !== undefined && (apps.length === 0 || content.every((word) => word === APP_TOKEN)))
    return answerWith(answerNaming(app, after, around) ?? sameOf(after, app, knowledge));
  // "Who makes it?"
  const named = apps.length === 0 && !OF_A_PERSON.test(question) ? nameSubject() : undefined;
  const isOfApp = named !== undefined && isClear(named) && !isSame(named, after);
  if (isOfApp && APP_PRONOUN.test(question) && labelOf(named.answers[0])?.app === subject) return named;
  // "Even at school", "why then"
  const bare = isSure && leadsOn ? undefined : bareQuestionOf(question, words);
  const lead = leadOfWord(content, after, knowledge) ?? (bare && leadOf(bare, after, knowledge));
  if (lead) return answerWith(lead);
  // "So nobody got in trouble"
  const weighed = judge(question, on, oddsRatioOf);
  if (isOfApp && named.confidence >= weighed.confidence) return keepApp(after, named, around);
  // "When did that begin?", about an app that the order never listed
  const asksWhen = PRONOUN.test(question) && knowledge.followUps.when.includes(entryOf(weighed) ?? "");
  if (asksWhen && isOfOtherApp(after, knowledge) && !words.includes(ORDER_TOKEN)) return answerWith(after);
  const leadsBack = isSame(weighed, after) || (isSure && isClear(weighed));
  const judgement = keepApp(after, leadsBack ? alone : weighed, around);
  // "Which agencies had already barred them?"
  const [best] = alone.routes;
  const isOfSameAnswer =
    best?.name === (after.entry ?? APP_STATUS) &&
    best.confidence >= SAME_FROM &&
    best.signals.support >= RELATED_SUPPORT;
  const asksOn = isOfSameAnswer && asksSomething(question, words) && !asksMembers(question);
  return asksOn && !namesOther && !isClear(judgement) ? answerWith(after) : judgement;
}

/** Words around a day that a follow-up asks about. */
const AROUND_A_DAY =
  /^(?:(?:and|but|so|ok|okay|what about|how about|was it|as of|back|then|on|in|by|was|were|那|在|到)(?![a-z])[\s,，]*)+|(?:[\s,]*(?:then|though)|呢|的时候|那天|[\s?？!.])+$/gi;

/** The day that `question` asks about, where it says nothing else. */
const dayIn = (question: string, on: CalendarDate): CalendarDate | undefined =>
  readLastDay(question.replace(AROUND_A_DAY, ""), on);

/** The one app that the answer before is about: by its label, or by its question, as where TikTok stands today. */
function subjectOf({ app, entry }: Label, { knowledge, on, judge }: Around): string | undefined {
  if (app !== undefined) return app;
  const [named, another] = new Set(judge(knowledge.entries[entry ?? ""]?.question ?? "", on).reading.apps);
  return another === undefined ? named : undefined;
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

/**
 * Returns the answer that a bare question asks for. It is the answer before, if that holds what is asked ("when?" after an
 * answer with a date), or if that is not about the order: where the order never listed the app, its matters are not meant.
 */
function leadOf(bare: BareQuestion, after: Label, knowledge: Knowledge): Label | undefined {
  const { entries, followUps } = knowledge;
  const isOfList = bare === "which" || bare === "how-many";
  if ((bare === "when" && after.app !== undefined) || (isOfOtherApp(after, knowledge) && !isOfList)) return after;
  const { id = "", answer = "", related = [], topic } = entries[after.entry ?? ""] ?? {};
  const row = followUps[bare];
  const isInRow = bare !== "later" && bare !== "still" && row.includes(id);
  if (isInRow || (bare === "when" && OWN_DATE.test(answer))) return after;
  const others = bare === "why" && DENIAL.test(answer) ? followUps["why-not"] : row;
  const near = row.find((other) => related.includes(other));
  const isOfTheOrder = topic === undefined || followUps["order-topics"].includes(topic);
  if (near === undefined && !isOfTheOrder) return after;
  const entry = near ?? others.find((other) => other !== id);
  return entry === undefined ? undefined : { entry };
}

const isOfOtherApp = ({ app }: Label, { apps }: Knowledge): boolean =>
  app !== undefined && apps[app]?.standing !== "named";

/** Where a message leads of which only one word says anything: "even at school", "and in canada?". */
function leadOfWord(content: readonly string[], after: Label, knowledge: Knowledge): Label | undefined {
  const { about } = knowledge.followUps;
  const [word] = content;
  if (word === undefined || content.length > 1) return undefined;
  const ids = Object.keys(about).filter((id) => about[id]?.includes(word));
  const id = ids.find((id) => areRelated(id, after, knowledge)) ?? ids[0];
  return id === undefined ? undefined : findLabels(knowledge, id, after.app === undefined ? [] : [after.app])[0];
}

/** Whether one of the two answers lists the other as related. */
function areRelated(id: string | undefined, { entry }: Label, { entries }: Knowledge): boolean {
  const lists = (one = "", another = "") => entries[one]?.related.includes(another) ?? false;
  return lists(id, entry) || lists(entry, id);
}
