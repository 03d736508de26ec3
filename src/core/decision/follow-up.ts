/** Understands a question that leans on the answer before it: "and alipay?", "when was that?", "source?". */
import type { Knowledge } from "../data/knowledge.js";
import type { Bands } from "../matching/bands.js";
import { APP_TOKEN } from "../matching/features.js";
import type { CalendarDate } from "../values/calendar.js";
import type { Label } from "../values/label.js";
import { isClear, type Judge, type Judgement } from "./judgement.js";
import { findAnswer, findLabels } from "./meaning.js";

/**
 * Whether `question`, judged by itself as `alone`, says so little that an answer before it may complete it. Cheaper to
 * know than what that answer was.
 */
export function mayLean(question: string, { reading: { words, apps }, ...alone }: Judgement): boolean {
  const said = words.filter((word) => !FILLERS.has(word));
  if (words.length > MAX_WORDS || said.length === 0) return false;
  if (said.every((word) => word === APP_TOKEN) || said.every((word) => ASKS_SOURCE.has(word))) return true;
  if (PRONOUN.test(question)) return true;
  const asks = /[?？]/.test(question) || apps.length > 0 || words.some((word) => ASKS.has(word));
  return asks && (said.length === 1 || alone.answers[0].kind === "choose" || alone.answers[0].kind === "unknown");
}

interface Around {
  readonly knowledge: Knowledge;
  readonly bands: Bands;
  readonly on: CalendarDate;
  readonly judge: Judge["judge"];
}

/** Words that say nothing of their own: what is left decides what a follow-up asks. */
const FILLERS = new Set(
  "and what about how but so also ok okay then is it that this the a an for with of to was were did does do too well hm hmm um i mean one same any got some by from in on at they them he she those these really just 那 呢 还 有 也 吗 么 嘛 咧 而".split(
    " ",
  ),
);
const ASKS_SOURCE = new Set(
  "source sources proof link citation cite says evidence reference 来 源 出 处 证 据 链 接".split(" "),
);

/** Without one of these, a question mark or an app, a message after an answer is chatter: "thanks", "lol". */
const ASKS = new Set(
  "who whom whose what when where why how which is are was were did does do can could would will should any more else even 谁 何 几 哪 吗 呢 么 咩 邊 點 幾".split(
    " ",
  ),
);

/** A longer message stands on its own. */
const MAX_WORDS = 7;

/**
 * A follow-up keeps the topic of the answer before it and changes what it names: another app, or another side of the
 * same matter. A message that is clear by itself and long enough to be a question is taken by itself.
 */
export function leanOn(
  after: Label,
  question: string,
  alone: Judgement,
  { knowledge, bands, on, judge }: Around,
): Judgement {
  const { words, apps } = alone.reading;
  if (words.length > MAX_WORDS) return alone;
  const said = words.filter((word) => !FILLERS.has(word));
  const same = findAnswer(knowledge, after, on);
  if (same === undefined || said.length === 0) return alone;

  const [app] = apps;
  if (app !== undefined && said.every((word) => word === APP_TOKEN)) {
    const [label = { app }] = after.entry === undefined ? [] : findLabels(knowledge, after.entry, [app]);
    const takesApp = label.app !== undefined || knowledge.entries[label.entry ?? ""]?.app !== undefined;
    const answer = findAnswer(knowledge, takesApp ? label : { app }, on);
    return answer ? { ...alone, answers: [answer], confidence: bands.answer } : alone;
  }
  if (said.every((word) => ASKS_SOURCE.has(word))) return { ...alone, answers: [same], confidence: bands.answer };

  if (!/[?？]/.test(question) && app === undefined && !words.some((word) => ASKS.has(word))) return alone;
  const context = judge(question, on, spellOut(question, after, knowledge));
  const standsAlone = said.length > 1 && isClear(alone);
  if (!standsAlone && context.confidence >= alone.confidence) return context;
  return app === undefined && after.app !== undefined ? aboutSameApp(after.app, alone, { knowledge, on }) : alone;
}

/** "Can I use it?" after an answer about an app asks about that app. */
function aboutSameApp(app: string, alone: Judgement, { knowledge, on }: Pick<Around, "knowledge" | "on">): Judgement {
  const [first, ...rest] = alone.answers;
  const answer =
    first.kind === "entry" && first.entry.app ? findAnswer(knowledge, { entry: first.entry.id, app }, on) : undefined;
  return answer ? { ...alone, answers: [answer, ...rest] } : alone;
}

const PRONOUN = /\b(?:it|that|this|them|they)\b|它|这个|那个|這個|那個/i;

/** The question with what it leaves unsaid: the app in the pronoun's place, else the matter before it. */
function spellOut(question: string, { entry, app }: Label, { entries, apps }: Knowledge): string {
  const name = app === undefined ? "" : (apps[app]?.name ?? "");
  if (name !== "" && PRONOUN.test(question)) return question.replace(PRONOUN, ` ${name} `);
  const topic =
    entry === undefined ? `is ${name} banned` : `${entries[entry]?.question.replace(/\?$/, "") ?? ""} ${name}`;
  return `${topic} ${question}`;
}
