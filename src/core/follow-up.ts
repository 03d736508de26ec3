/** Understands a question that leans on the answer before it: "and alipay?", "when was that?", "source?". */
import type { CalendarDate } from "./calendar.js";
import { isClear, type Judge, type Judgement } from "./judgement.js";
import { APP_STATUS, type Knowledge } from "./knowledge.js";
import type { Label } from "./label.js";
import type { Bands } from "./matching/bands.js";
import { APP_TOKEN } from "./matching/features.js";
import { findAnswer } from "./meaning.js";

interface Around {
  readonly knowledge: Knowledge;
  readonly bands: Bands;
  readonly on: CalendarDate;
  readonly judge: Judge["judge"];
}

/** Words that say nothing of their own: what is left decides what a follow-up asks. */
const FILLERS = new Set(
  "and what about how but so also ok okay then is it that this the a an for with of to was were did does do too well hm hmm um i mean one same 那 呢 还 有 也 吗 么 嘛 咧 而".split(
    " ",
  ),
);
const ASKS_SOURCE = new Set(
  "source sources proof link citation cite says evidence reference 来 源 出 处 证 据 链 接".split(" "),
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
    const entry = after.entry === undefined ? undefined : knowledge.entries[after.entry];
    const answer =
      (entry?.app && findAnswer(knowledge, { entry: entry.id, app }, on)) || findAnswer(knowledge, { app }, on);
    return answer ? { ...alone, answers: [answer], confidence: bands.answer } : alone;
  }
  if (said.every((word) => ASKS_SOURCE.has(word))) return { ...alone, answers: [same], confidence: bands.answer };

  const context = judge(question, on, `${topicOf(after, knowledge)} ${question}`);
  const standsAlone = said.length > 1 && isClear(alone);
  return standsAlone || context.confidence < alone.confidence ? alone : context;
}

function topicOf(after: Label, { entries, apps }: Knowledge): string {
  const name = after.app === undefined ? "" : (apps[after.app]?.name ?? "");
  if (after.entry === undefined || after.entry === APP_STATUS) return `is ${name} banned`;
  return `${entries[after.entry]?.question.replace(/\?$/, "") ?? ""} ${name}`;
}
