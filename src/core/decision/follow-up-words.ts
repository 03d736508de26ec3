/** The words of a follow-up: what says nothing alone, what asks for a source, and what a bare question asks for. */
import type { FollowUps } from "../data/knowledge.js";
import { setOf } from "../text/text.js";
import type { CalendarDate } from "../values/calendar.js";
import { readLastDay } from "../values/written-date.js";

/** What a bare question asks for; `data/follow-ups.yaml` says where it leads. */
export type BareQuestion = Exclude<keyof FollowUps, "about" | "why-not" | "order-topics">;

/** Words that say nothing of their own. */
const FILLERS = setOf(
  "and what wat wot whats about how as but so also ok okay then is it that this the a an for with of to was were did does do too well hm hmm um oh wait i mean one ones same only version edition any got some by from in on at they them theirs he she his her him those these really just exactly anyway anyways tho though even bro pls plz please lol like had have has been be or if not abt bout exact 那 呢 啥 还 有 也 吗 么 嘛 咧 而 的 了 是 啊",
);
/** Asks where the answer before comes from, as of when it holds, or whether it is true: it says so itself. */
const ASKS_TO_CONFIRM = [
  /^(?:(?:and|but|so|ok|any|got|have|(?:can|could|do) (?:i|you|u)|please|pls|send|give|show|me|us|get|see|whats?|what is|the|your|ur|a|is there|have)\b[\s,]*)*(?:sources?|proof|links?|urls?|websites?|citations?|cite|evidence|references?|src)\b(?:[\s,]*(?:for|on|of|to|that|this|it|pls|plz|please|tho|though|bro|then|thx))*(?: the .{3,30}| or it did.{3,20})?[\s?!.]*$/i,
  /^(?:(?:and|but|so|ok|wait)\b[\s,]*)*(?:where|where'?d|where'?s|how)\b(?! (?:can|could|may|(?:are )?(?:you|u) from)\b).{0,35}\b(?:get|got|read|hear|heard|see|find|found|know|says?|said|written|comes?|from)\b(?:[\s,]*(?:that|this|it|those|these|the|number|figure|date|info|so|tho|though|then|btw|from|exactly))*[\s?!.]*$/i,
  /^(?:(?:and|but|so|ok)\b[\s,]*)*(?:(?:says|sez) who|who says|who said(?: (?:that|so|this|it))?|who (?:[a-z]+ ){0,3}(?:said|says|say|saying) (?:that|so|this|it)|according to whom?|as of (?:when|what (?:date|day)))\b.{0,25}$/i,
  /^(?:(?:and|but|so|ok|wait|wow|huh|hm+|um+|hang on|hold on)\b[\s,.]*)*(?:really\?|for real\?|seriously\?|(?<=wait[\s,.]+)really|(?:are |r )?(?:you|u|ya) (?:really |100%? )?(?:sure|certain|positive)\b(?: (?:about|abt|of) (?:that|this|it))?|is (?:that|this|it) (?:really |actually )?(?:true|right|correct)|is (?:it|that)(?: so)?(?=[\s?!.]*$))(?:[\s?!.]*|[?!.,]+ .{0,45})$/i,
  // Doubts: "that's not true", "how do you know that".
  /^(?:(?:no|nah|wait|but|hm+|lol|bs)\b[\s,.]*)*(?:(?:that|this|it)(?:['’]?s| is)(?: not (?:true|right|correct|possible)| never true| wrong| false| untrue)|(?:that|this|it) is ?n['’]?t (?:true|right|correct)|(?:that|this|it) (?:can['’]?t|cannot) be (?:true|right|correct))\b.{0,45}$/i,
  /^(?:(?:no|nah|wait|but|hm+|lol|bs)\b[\s,.]*)*how (?:do|would|can|could) (?:you|u|ya) (?:even |really )?know(?: (?:that|this|it|its|it['’]s)\b.{0,40})?[\s?!.]*$/i,
  /^(?:(?:no|nah|hm+|lol|i (?:doubt|don['’]?t believe) (?:that|it))\b[\s,.!]*)*(?:can (?:you|u) )?prove (?:it|that)\b[\s?!.]*$/i,
  /^(?:(?:谁|誰|边个|邊個)(?:说|說|讲|講)[的嘅]?|真的[吗嗎假么麼]?|你?[确確]定(?:[?？,，].{0,20})?).{0,3}$/,
  /^.{0,6}(?:来源|來源|出处|出處|证据|證據|依据(?![什哪何])|依據(?![什哪何])|链接|連結|哪里说的|哪裡說的|哪里写的|哪裡寫的).{0,4}$/,
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
const BARE_KINDS = Object.keys(BARE) as BareQuestion[];
/** Chinese that asks only for a day. Read character by character, 什 would ask why. */
const HAN_WHEN =
  /^(?:那|具体|具體|是|在|到底)*(?:[什啥][么麼]?[时時]候|[何几幾][时時]|哪一?[天年日]|[几幾][号號月日](?:[几幾][号號日])?)(?:的事?|呢|啊|呀)?[？?。]*$/;
/** "What for" and "how so" hold nothing but fillers, and ask why. */
const WHAT_FOR = /^(?:(?:and|but|so|ok)\b[\s,]*)*(?:w[hu]?[ao]t for|how so)\W*$/i;
const ASKS_THE_TIME = /\b(?:day|date|time|year|month)\b.{0,6}\b(?:is it|today|now)\b|\btoday'?s date\b/i;
const DID = setOf("did was were");
export const QUESTION_WORDS = setOf(
  "who whom whose what when where why how which is are was were did does do can could will would should any more else even later since still 谁 何 几 多 哪 吗 呢 么 嘛 啥 咋 咩 邊 點 幾 為 为",
);
const TIE_WORDS = setOf("ok okay and but so then also for in on at with even under 那 咁");
export const PRONOUN = /\b(?:it|its|that|this|them|they|those|these|he|him|his)\b|它|这个|那个|這個|那個|他/i;

/** What is left of `words` without those that say nothing. */
export const contentOf = (words: readonly string[]): string[] => words.filter((word) => !FILLERS.has(word));

/** Whether `words` say something and begin with what ties it to the answer before: "and in texas", but not "ok then". */
export const tiesOn = (words: readonly string[]): boolean =>
  TIE_WORDS.has(words[0] ?? "") && contentOf(words).length > 0;

export const asksToConfirm = (question: string): boolean =>
  ASKS_TO_CONFIRM.some((pattern) => pattern.test(question.trim()));

/** The same of the last of several clauses: "my teacher doubts that, can you show a source". */
export const endsAskingToConfirm = (question: string): boolean =>
  asksToConfirm(
    question
      .trim()
      .split(/[,.;:!?，。；：！？]+\s+/)
      .at(-1) ?? "",
  );

/** What `words` ask for where they are nothing but a question word and fillers; undefined where they say more. */
export function bareQuestionOf(question: string, words: readonly string[]): BareQuestion | undefined {
  if (ASKS_THE_TIME.test(question)) return undefined;
  if (HAN_WHEN.test(question.trim())) return "when";
  if (WHAT_FOR.test(question)) return "why";
  const kinds = words.map((word) => BARE_KINDS.find((kind) => BARE[kind].has(word)));
  if (words.some((word, at) => kinds[at] === undefined && !FILLERS.has(word))) return undefined;
  // "Did they?" asks what came of it.
  return kinds.find((kind) => kind !== undefined) ?? (words.some((word) => DID.has(word)) ? "later" : undefined);
}

/** Words around a day that a follow-up asks about. */
const AROUND_A_DAY =
  /^(?:(?:and|but|so|ok|okay|what about|how about|was it|as of|back|then|on|in|by|was|were|那|在|到)(?![a-z])[\s,，]*)+|(?:[\s,]*(?:then|though)|呢|的时候|那天|[\s?？!.])+$/gi;

/** A longer message says more than a day. */
const MAX_DAY = 40;

/** The day that `question` asks about, none after `on`, where it says nothing else. */
export const dayIn = (question: string, on: CalendarDate): CalendarDate | undefined =>
  question.length > MAX_DAY ? undefined : readLastDay(question.replace(AROUND_A_DAY, ""), on);

/** Whether `message` says nothing but a day, a month or a year. */
export const namesOnlyADay = (message: string): boolean => dayIn(message, "9999-12-31" as CalendarDate) !== undefined;
