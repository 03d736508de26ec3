/** Understands a message that leans on the answer before it: "and alipay?", "why?", "who makes it", "source?". */
import type { FollowUps, Knowledge } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import type { CalendarDate } from "../values/calendar.js";
import { formatLabel, type Label } from "../values/label.js";
import { type Answer, labelOf } from "./decision.js";
import { isClear, type Judge, type Judgement } from "./judgement.js";
import { findAnswer, findLabels } from "./meaning.js";
import { APP_PRONOUN } from "./questions.js";

/** What a bare question asks for; `data/follow-ups.yaml` says where it leads. */
type BareQuestion = Exclude<keyof FollowUps, "about">;

interface Around {
  readonly knowledge: Knowledge;
  /** The chance, 0 to 1, from which an answer is given. */
  readonly answerFrom: number;
  readonly on: CalendarDate;
  readonly judge: Judge["judge"];
}

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

/** Names of apps have no more words than that. */
const MAX_NAME_WORDS = 3;

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that say nothing of their own. */
const FILLERS = setOf(
  "and what about how but so also ok okay then is it that this the a an for with of to was were did does do too well hm hmm um oh wait i mean one ones same only version edition any got some by from in on at they them theirs he she his her him those these really just exactly anyway anyways tho though even bro pls plz please lol like had have has been would could be or if not abt bout 那 呢 还 有 也 吗 么 嘛 咧 而 的 了 是 啊",
);
/** Asks where the answer before comes from, or as of when it holds: it says so itself. */
const ASKS_SOURCE = [
  /^(?:(?:and|but|so|ok|any|got|have|can i|get|see|whats?|what is|the|your|ur|a|is there|do you have)\b[\s,]*)*(?:sources?|proof|links?|citations?|cite|evidence|references?|src)\b(?:[\s,]*(?:for|on|of|to|that|this|it|pls|plz|please|tho|though|bro|then|thx))*[\s?!.]*$/i,
  /^(?:(?:and|but|so|ok|wait)\b[\s,]*)*(?:where|where'?d|where'?s|how)\b(?! (?:can|could|may)\b).{0,25}\b(?:get|got|read|hear|heard|see|find|found|know|says?|said|written|from)\b(?:[\s,]*(?:that|this|it|those|these|the|number|figure|date|info|so|tho|though|then|btw|from|exactly))*[\s?!.]*$/i,
  /^(?:(?:and|but|so|ok)\b[\s,]*)*(?:says who|who says|who said(?: (?:that|so|this|it))?|according to whom?|as of (?:when|what (?:date|day)))\b.{0,12}$/i,
  /^(?:(?:and|but|so|ok|wait|wow|huh|hm+|um+|hang on|hold on)\b[\s,.]*)*(?:really\?|for real\?|seriously\?|(?:are |r )?(?:you|u|ya) (?:really |100%? )?(?:sure|certain|positive)\b(?: (?:about|abt|of) (?:that|this|it))?|is (?:that|this|it) (?:really |actually )?(?:true|right|correct))[\s?!.]*$/i,
  /^(?:真的[吗嗎假么麼]?|确定[吗嗎]?|確定[嗎吗]?|你?[确確]定).{0,3}$/,
  /^.{0,6}(?:来源|來源|出处|出處|证据|證據|依据|依據|链接|連結|哪里说的|哪裡說的|哪里写的|哪裡寫的).{0,4}$/,
];
const BARE: Readonly<Record<BareQuestion, ReadonlySet<string>>> = {
  why: setOf("why reason reasons come y made make 为 什 什么 何 因"),
  when: setOf("when day date since wen 几 时 候"),
  who: setOf("who whom whos 谁"),
  where: setOf("where 哪 里 哪里"),
  which: setOf("which list 哪些"),
  "how-many": setOf("many number count 多 少"),
  still: setOf("still now today currently yet 现 在 还"),
  later: setOf("later after afterwards next since ever end happened happen 后 来 然"),
};
const ASKS_THE_TIME = /\b(?:day|date|time|year|month)\b.{0,6}\b(?:is it|today|now)\b|\btoday'?s date\b/i;
const DID = setOf("did was were");
const QUESTION_WORDS = setOf(
  "who whom whose what when where why how which is are was were did does do can could will would should any more else even later since still 谁 何 几 哪 吗 呢 么 咩 邊 點 幾 為 为",
);
const TIE_WORDS = setOf("and but so then also");
const PRONOUN = /\b(?:it|its|that|this|them|they|those|these|he|him|his)\b|它|这个|那个|這個|那個|他/i;

/** What is left of `words` without those that say nothing. */
const contentOf = (words: readonly string[]): string[] => words.filter((word) => !FILLERS.has(word));

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
  if (asksForSource(question)) return answeredBy(same) ?? alone;

  const ofApp = app === undefined && after.app !== undefined;
  const named = ofApp ? judge(question, on, nameApp(question, after.app, knowledge)) : undefined;
  const isNamed = named !== undefined && isClear(named) && isNew(named);
  if (named && APP_PRONOUN.test(question)) {
    if (isNamed && labelOf(named.answers[0])?.app === after.app) return named;
    const meant = relatedOf(after, { ...named, routes: named.routes.slice(0, 1) }, knowledge);
    if (meant?.app !== undefined) return answeredBy(findAnswer(knowledge, meant, on)) ?? alone;
  }
  const about = leadOfWord(content, knowledge);
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

/** The same question as that of `after`, asked of `app`; where it takes no app, where that app stands. */
function sameOf(after: Label, app: string, knowledge: Knowledge): Label {
  const [label = { app }] = after.entry === undefined ? [] : findLabels(knowledge, after.entry, [app]);
  const takesApp = label.app !== undefined || knowledge.entries[label.entry ?? ""]?.app !== undefined;
  return takesApp ? label : { app };
}

/** The app that `content` is the name of, by itself or behind a name of the app before it: "the hong kong version". */
function appOf(after: Label, content: readonly string[], { knowledge, on, judge }: Around): string | undefined {
  if (content.length === 0 || content.length > MAX_NAME_WORDS) return undefined;
  const text = content.join(" ");
  for (const name of [text, ...namesOf(after.app, knowledge).map((known) => `${known} ${text}`)]) {
    const { words, apps } = judge(`is ${name} banned`, on).reading;
    const [app, second] = apps;
    if (second === undefined && app !== after.app && words.join(" ") === `is ${APP_TOKEN} banned`) return app;
  }
  return undefined;
}

/** What the app is called, by names that may mean other apps too. */
const namesOf = (app: string | undefined, { apps, ambiguous }: Knowledge): string[] => [
  ...(apps[app ?? ""] ? [apps[app ?? ""]?.name ?? ""] : []),
  ...(apps[app ?? ""]?.names ?? []),
  ...Object.keys(ambiguous).filter((name) => ambiguous[name]?.means.includes(app ?? "")),
];

/** The answer related to the one before that is about `app`: how Kingsoft reacted, after how Tencent did. */
function relatedNaming(app: string, after: Label, { knowledge, on, judge }: Around): Label | undefined {
  const { apps, entries } = knowledge;
  const { question = "", related = [] } = entries[after.entry ?? ""] ?? {};
  const names = (text: string | undefined) => (text === undefined ? [] : judge(text, on).reading.apps);
  if (apps[app]?.standing === "named" && names(question).length === 0) return undefined;
  const entry = related.find((id) => names(entries[id]?.question).includes(app));
  return entry === undefined ? undefined : { entry };
}

const asksForSource = (question: string): boolean => ASKS_SOURCE.some((pattern) => pattern.test(question.trim()));

/** What `words` ask for where they are nothing but a question word and fillers; undefined where they say more. */
function bareQuestionOf(question: string, words: readonly string[]): BareQuestion | undefined {
  if (ASKS_THE_TIME.test(question)) return undefined;
  const kinds = (Object.keys(BARE) as BareQuestion[]).filter((kind) => words.some((word) => BARE[kind].has(word)));
  const isBare = words.every((word) => FILLERS.has(word) || kinds.some((kind) => BARE[kind].has(word)));
  // "Did they?" asks what came of it.
  return isBare ? (kinds[0] ?? (words.some((word) => DID.has(word)) ? "later" : undefined)) : undefined;
}

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
function leadOfWord(content: readonly string[], { followUps }: Knowledge): string | undefined {
  const [word] = content;
  if (word === undefined || content.length > 1) return undefined;
  return Object.keys(followUps.about).find((id) => followUps.about[id]?.includes(word));
}

/** The answer related to the one before that the words of the message point to most; none where they point to that one. */
function relatedOf(after: Label, { routes, reading }: Judgement, knowledge: Knowledge): Label | undefined {
  const { entries } = knowledge;
  const isRelated = (name: string) =>
    name === after.entry ||
    (entries[after.entry ?? ""]?.related ?? []).includes(name) ||
    (entries[name]?.related ?? []).includes(after.entry ?? "");
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

/** "Can I use it?" after an answer about an app asks about that app. */
function keepApp(after: Label, judgement: Judgement, { knowledge, on }: Around): Judgement {
  const [first, ...rest] = judgement.answers;
  if (after.app === undefined || first.kind !== "entry" || !first.entry.app || first.app) return judgement;
  const answer = findAnswer(knowledge, { entry: first.entry.id, app: after.app }, on);
  return answer ? { ...judgement, answers: [answer, ...rest] } : judgement;
}

/** What only ties a question to the answer before it. */
const TIES =
  /^(?:(?:ok|okay|and|so|but|then|well|oh|hm+)\b[\s,]*)+|[\s,]*\b(?:anyways?|exactly|tho|though|then|btw|lol)(?=[\s?!.]*$)/gi;

/** The question with the app's name in the pronoun's place, else behind it. */
function nameApp(question: string, app: string, { apps }: Knowledge): string {
  const name = apps[app]?.name ?? app;
  const bare = question.replace(TIES, "");
  return APP_PRONOUN.test(bare) ? bare.replace(APP_PRONOUN, ` ${name} `) : `${bare} ${name}`;
}

/** The matter of the answer before, in words. */
function topicOf({ entry, app }: Label, { entries, apps }: Knowledge): string {
  const name = app === undefined ? "" : (apps[app]?.name ?? "");
  return entry === undefined ? `is ${name} banned` : `${entries[entry]?.question.replace(/\?$/, "") ?? ""} ${name}`;
}
