/** Which app a follow-up is about: another one than before, a variant of it, or the same. */
import type { Knowledge } from "../data/knowledge.js";
import { APP_TOKEN } from "../matching/features.js";
import type { CalendarDate } from "../values/calendar.js";
import { type Label, uniqueLabels } from "../values/label.js";
import { labelOf } from "./decision.js";
import type { FindExpectations } from "./expectations.js";
import type { Judge, Judgement } from "./judgement.js";
import { findAnswer, findLabels } from "./meaning.js";

export interface FollowUpContext {
  readonly knowledge: Knowledge;
  /** The app of earlier answers. */
  readonly earlierApp: string | undefined;
  readonly on: CalendarDate;
  readonly judge: Judge["judge"];
  readonly expect: FindExpectations;
}

/** Names of apps have no more words than that. */
const MAX_NAME_WORDS = 3;

/** The app that is spoken of: by the label of the answer before, by its question, as where TikTok stands today, or earlier. */
export function subjectOf(
  { app, entry }: Label,
  { knowledge, earlierApp, on, judge }: FollowUpContext,
): string | undefined {
  if (app !== undefined) return app;
  const [named = earlierApp, another] = new Set(judge(knowledge.entries[entry ?? ""]?.question ?? "", on).reading.apps);
  return another === undefined ? named : undefined;
}

/** The same question as that of `after`, asked of `app`; where it takes no app, where that app stands. */
export function sameOf(after: Label, app: string, knowledge: Knowledge): Label {
  const [label = { app }] = after.entry === undefined ? [] : findLabels(knowledge, after.entry, [app]);
  const takesApp = label.app !== undefined || knowledge.entries[label.entry ?? ""]?.app !== undefined;
  return takesApp ? label : { app };
}

/** The app that `content` is the name of, alone or behind a name of the app before it: "the hong kong version". */
export function appOf(
  after: Label,
  content: readonly string[],
  { knowledge, on, judge }: FollowUpContext,
): string | undefined {
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
function namesOf(id: string | undefined, { apps, ambiguous }: Knowledge): string[] {
  const app = id === undefined ? undefined : apps[id];
  if (app === undefined) return [];
  return [app.name, ...app.names, ...Object.keys(ambiguous).filter((name) => ambiguous[name]?.means.includes(app.id))];
}

/**
 * The answer that is about `app`: the one before, if its question names the app, or a related one, best one whose question
 * names no other app: how Kingsoft reacted after how Tencent did.
 */
export function answerNaming(app: string, after: Label, { knowledge, on, judge }: FollowUpContext): Label | undefined {
  const { entries } = knowledge;
  const asked = (id: string) => new Set(judge(entries[id]?.question ?? "", on).reading.apps);
  const { id = "", related = [] } = entries[after.entry ?? ""] ?? {};
  const naming = [id, ...related].filter((other) => asked(other).has(app));
  const entry = naming.find((other) => other === id || asked(other).size === 1) ?? naming[0];
  return entry === undefined ? undefined : { entry };
}

/** "Can I use it?" after an answer about an app asks about that app, as do the choices that are offered then. */
export function keepApp(after: Label, judgement: Judgement, { knowledge, on }: FollowUpContext): Judgement {
  const [first, ...rest] = judgement.answers;
  const { app } = after;
  if (app === undefined) return judgement;
  const withApp = (label: Label): Label =>
    label.entry === undefined || label.app !== undefined
      ? label
      : (findLabels(knowledge, label.entry, [app])[0] ?? label);
  if (first.kind === "choose") {
    const [choice = first.from[0], ...others] = uniqueLabels(first.from.map(withApp));
    return { ...judgement, answers: [{ ...first, from: [choice, ...others] }, ...rest] };
  }
  const label = labelOf(first);
  const answer = label && findAnswer(knowledge, withApp(label), on);
  return answer ? { ...judgement, answers: [answer, ...rest] } : judgement;
}
