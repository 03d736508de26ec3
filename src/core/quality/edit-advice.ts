/** Advice after an edit: what a check advises, but only on what changed. */
import type { App, Entry, Knowledge } from "../data/knowledge.js";
import { APP_TEXTS } from "../data/schema.js";
import { formatDate } from "../values/calendar.js";
import { findBanClaim, isAnswerFirst } from "./house-style.js";
import { sentencesOf } from "./texts.js";
import { findMadeStale } from "./translations.js";

/** Returns one sentence for each piece of advice. */
export function adviseOnEdit(before: Knowledge, after: Knowledge): string[] {
  const stale = findMadeStale(before, after);
  return [
    ...Object.values(after.entries).flatMap((entry) => [...adviseOnEntry(entry, before.entries[entry.id])]),
    ...Object.values(after.apps).flatMap((app) => {
      const old = textsOf(before.apps[app.id]);
      const changed = textsOf(app).filter((text) => !old.includes(text));
      return adviseOnClaims(app.id, changed);
    }),
    ...(stale.length === 0
      ? []
      : [`Chinese readers get the English text until these translations are compared with it: ${stale.join(", ")}.`]),
  ];
}

function* adviseOnEntry(entry: Entry, before: Entry | undefined): Generator<string> {
  const { id, question, answer, "app-answer": appAnswer = "", reviewed } = entry;
  if (textOf(entry) === textOf(before)) return;
  if (before?.reviewed === reviewed)
    yield `${id}: the answer changed, and its review date did not: ${formatDate(reviewed)}.`;
  if (!isAnswerFirst(question, answer))
    yield `${id}: the question asks for yes or no, and the answer begins with something else.`;
  yield* adviseOnClaims(id, [answer, appAnswer]);
}

const adviseOnClaims = (id: string, texts: readonly string[]): string[] =>
  texts
    .flatMap(sentencesOf)
    .flatMap((sentence) => findBanClaim(sentence) ?? [])
    .map((claim) => `${id}: "${claim}" is a statement of law that is true of none of the eight apps.`);

/** What readers are shown of an app. */
const textsOf = (app: App | undefined): string[] =>
  app === undefined
    ? []
    : [...app["other-action"], ...APP_TEXTS.map((name) => app[name])].flatMap((told) => told?.text ?? []);

const textOf = (entry: Entry | undefined): string =>
  JSON.stringify([entry?.question, entry?.answer, entry?.["app-answer"]]);
