/** Understands a message that leans on the answer before it: "and alipay?", "why?", "who makes it", "source?". */
import type { Knowledge } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import { formatLabel, type Label } from "../values/label.js";
import { type Answer, labelOf } from "./decision.js";
import { type Around, appOf, keepApp, nameApp, relatedNaming, sameOf } from "./follow-up-apps.js";
import {
  asksForSource,
  type BareQuestion,
  bareQuestionOf,
  contentOf,
  PRONOUN,
  QUESTION_WORDS,
  TIE_WORDS,
} from "./follow-up-words.js";
import { isClear, type Judgement } from "./judgement.js";
import { findAnswer, findLabels } from "./meaning.js";
import { APP_PRONOUN } from "./questions.js";

/** A longer message stands on its own. */
const MAX_WORDS = 9;
/** From which chance, judged alone, a message means an answer that is related to the one before it. */
const RELATED_FROM = 0.08;
/** The same for another side of the app that the answer before was about. */
const OF_APP_FROM = 0.2;
/** How much of what the message says, 0 to 1, the wordings of that answer must say too. */
const RELATED_SUPPORT = 0.5;
/** The least chance that an answer must have without the answer before it: its words alone must point there too. */
const OWN_SHARE = 0.04;
/** From which chance a message is clear enough by itself to leave the answer before it aside. */
const CLEAR_FROM = 0.8;

/**
 * Whether `question`, judged by itself as `alone`, says so little that an answer before it may complete it. Cheaper to
 * know than what that answer was.
 */
export function isFollowUp(question: string, alone: Judgement): boolean {
  const { words, apps } = alone.reading;
  if (words.length === 0 || words.length > MAX_WORDS) return false;
  const content = contentOf(words);
  if (content.every((word) => word === APP_TOKEN) || asksForSource(question) || PRONOUN.test(question)) return true;
  const namesSubject = words.some((word) => word === APP_TOKEN || word === ORDER_TOKEN);
  if (namesSubject && isClear(alone) && alone.confidence >= CLEAR_FROM) return false;
  const asks =
    /[?？]/.test(question) ||
    apps.length > 0 ||
    TIE_WORDS.has(words[0] ?? "") ||
    words.some((word) => QUESTION_WORDS.has(word));
  return asks && (content.length <= 2 || !isClear(alone) || alone.confidence < CLEAR_FROM);
}

/**
 * Judges `question` as a follow-up to the answer that `after` names. It must add something: what it says has to lead to
 * another answer, another app or the sources; else it is judged as it stands alone.
 */
export function resolveFollowUp(after: Label, question: string, alone: Judgement, around: Around): Judgement {
  const { knowledge, on, answerFrom, judge } = around;
  const same = findAnswer(knowledge, after, on);
  if (same === undefined || !isFollowUp(question, alone)) return alone;
  const { words, apps } = alone.reading;
  const content = contentOf(words);
  const answeredBy = (answer: Answer | undefined): Judgement | undefined =>
    answer && { ...alone, answers: [answer], confidence: Math.max(alone.confidence, answerFrom) };
  const inContext = (): Judgement => judge(question, on, `${topicOf(after, knowledge)} ${question}`);
  const isNew = ({ answers: [first] }: Judgement): boolean => nameOf(first) !== formatLabel(after);

  if (
    isClear(alone) &&
    alone.confidence >= CLEAR_FROM &&
    labelOf(alone.answers[0])?.entry !== undefined &&
    apps.length > 0
  )
    return alone;
  const [app = appOf(after, content, around)] = apps;
  if (app !== undefined && (apps.length === 0 || content.every((word) => word === APP_TOKEN))) {
    const label =
      relatedNaming(app, after, around) ?? relatedOf(after, inContext(), knowledge) ?? sameOf(after, app, knowledge);
    return answeredBy(findAnswer(knowledge, label, on)) ?? alone;
  }
  // "Any proof?" asks for the source of an answer, and after the order's reason for evidence.
  const [first] = alone.answers;
  const asksForOther = first.kind === "entry" && areRelated(first.entry.id, after.entry, knowledge);
  if (asksForSource(question))
    return asksForOther && alone.confidence >= CLEAR_FROM ? alone : (answeredBy(same) ?? alone);

  const ofApp = app === undefined && after.app !== undefined;
  const named = ofApp ? judge(question, on, nameApp(question, after.app, knowledge)) : undefined;
  const isNamed = named !== undefined && isClear(named) && isNew(named);
  if (named && APP_PRONOUN.test(question)) {
    if (isNamed && labelOf(named.answers[0])?.app === after.app) return named;
    const meant = relatedOf(after, { ...named, routes: named.routes.slice(0, 1) }, knowledge);
    if (meant?.app !== undefined) return answeredBy(findAnswer(knowledge, meant, on)) ?? alone;
  }
  const about = leadOfWord(content, after, knowledge);
  const [label] = about === undefined ? [] : findLabels(knowledge, about, after.app === undefined ? [] : [after.app]);
  if (label) return answeredBy(findAnswer(knowledge, label, on)) ?? alone;
  const bare = bareQuestionOf(question, words);
  const lead = bare && leadOf(bare, after, knowledge);
  if (lead && !(alone.confidence >= CLEAR_FROM && content.length > 1))
    return answeredBy(findAnswer(knowledge, lead, on)) ?? alone;
  if (isNamed && named.confidence >= alone.confidence) return keepApp(after, named, around);
  if (isClear(alone) && isNew(alone) && alone.confidence >= CLEAR_FROM) return keepApp(after, alone, around);
  // The app's name alone makes anything a question about that app: its own words must point there too.
  const ofBoth = (named ?? alone).routes.filter(
    ({ name }) => knowledge.entries[name]?.app === "required" || alone.routes.some((own) => own.name === name),
  );
  const related = relatedOf(after, { ...(named ?? alone), routes: ofBoth }, knowledge);
  if (related) return answeredBy(findAnswer(knowledge, related, on)) ?? alone;
  const context = inContext();
  const own = alone.routes.find(({ name }) => name === context.routes[0]?.name)?.confidence ?? 0;
  if (isClear(context) && isNew(context) && own >= OWN_SHARE) return context;
  return isClear(alone) ? keepApp(after, alone, around) : alone;
}

const nameOf = (answer: Answer): string | undefined => {
  const label = labelOf(answer);
  return label && formatLabel(label);
};

/** Where a bare question leads: to the answer before itself where that holds what is asked, "when?" after a date. */
function leadOf(bare: BareQuestion, after: Label, { entries, followUps }: Knowledge): Label | undefined {
  const row = followUps[bare];
  if (bare === "when" && after.app !== undefined) return after;
  const related = entries[after.entry ?? ""]?.related ?? [];
  const entry =
    bare !== "later" && bare !== "still" && row.includes(after.entry ?? "")
      ? after.entry
      : row.find((id) => related.includes(id));
  const [first] = row.filter((id) => id !== after.entry);
  return (entry ?? first) === undefined ? undefined : { entry: entry ?? first ?? "" };
}

/** Where a message leads of which only one word says anything: "even at school", "and in canada?". */
function leadOfWord(content: readonly string[], after: Label, knowledge: Knowledge): string | undefined {
  const { about } = knowledge.followUps;
  const [word] = content;
  if (word === undefined || content.length > 1) return undefined;
  const ids = Object.keys(about).filter((id) => about[id]?.includes(word));
  return ids.find((id) => areRelated(id, after.entry, knowledge)) ?? ids[0];
}

/** Whether one of the two answers lists the other as related. */
function areRelated(id: string, other: string | undefined, { entries }: Knowledge): boolean {
  const lists = (one = "", another = "") => entries[one]?.related.includes(another) ?? false;
  return lists(id, other) || lists(other, id);
}

/** The answer related to the one before that the words of the message point to most; none where they point to that one. */
function relatedOf(after: Label, { routes, reading }: Judgement, knowledge: Knowledge): Label | undefined {
  const { entries } = knowledge;
  const isRelated = (name: string) => name === after.entry || areRelated(name, after.entry, knowledge);
  const isOfApp = (name: string) => after.app !== undefined && entries[name]?.app !== undefined;
  const route = routes.find(
    ({ name, confidence, signals }) =>
      signals.support >= RELATED_SUPPORT &&
      ((confidence >= RELATED_FROM && isRelated(name)) || (confidence >= OF_APP_FROM && isOfApp(name))),
  );
  if (route === undefined || route.name === after.entry) return undefined;
  const apps = reading.apps.length > 0 || after.app === undefined ? reading.apps : [after.app];
  return findLabels(knowledge, route.name, apps)[0];
}

/** The matter of the answer before, in words. */
function topicOf({ entry, app }: Label, { entries, apps }: Knowledge): string {
  const name = app === undefined ? "" : (apps[app]?.name ?? "");
  return entry === undefined ? `is ${name} banned` : `${entries[entry]?.question.replace(/\?$/, "") ?? ""} ${name}`;
}
