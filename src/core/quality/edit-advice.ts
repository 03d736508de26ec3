/** Advice after an edit: what a check advises, but only on what changed. */
import type { App, Entry, Knowledge } from "../data/knowledge.js";
import { APP_TEXTS } from "../data/schema.js";
import { formatDate } from "../values/calendar.js";
import { findBanClaim, isAnswerFirst } from "./house-style.js";
import { sentencesOf } from "./texts.js";
import { findMadeStale } from "./translations.js";

/** Returns one sentence for each piece of advice. */
export function adviseOnEdit(before: Knowledge, after: Knowledge): string[] {
  const changed = Object.values(after.entries).filter((entry) => textOf(entry) !== textOf(before.entries[entry.id]));
  const stale = findMadeStale(before, after);
  return [
    ...changed.flatMap((entry) => [
      ...adviseOnReview(entry, before.entries[entry.id]),
      ...(isAnswerFirst(entry.question, entry.answer)
        ? []
        : [`${entry.id}: the question asks for yes or no, and the answer begins with something else.`]),
      ...adviseOnClaims(entry.id, [entry.answer, entry["app-answer"] ?? ""]),
    ]),
    ...Object.values(after.apps).flatMap((app) => {
      const old = new Set(textsOf(before.apps[app.id]));
      return adviseOnClaims(
        app.id,
        textsOf(app).filter((text) => !old.has(text)),
      );
    }),
    ...(stale.length === 0
      ? []
      : [`Chinese readers get the English text until these translations are compared with it: ${stale.join(", ")}.`]),
  ];
}

const adviseOnClaims = (id: string, texts: readonly string[]): string[] =>
  texts.flatMap(sentencesOf).flatMap((sentence) => {
    const claim = findBanClaim(sentence);
    return claim === undefined
      ? []
      : [`${id}: "${claim}" is a statement of law that is true of none of the eight apps.`];
  });

/** What readers are shown of an app. */
const textsOf = (app: App | undefined): string[] =>
  app === undefined
    ? []
    : [...app["other-action"], ...APP_TEXTS.map((name) => app[name])].flatMap((told) => told?.text ?? []);

const textOf = (entry: Entry | undefined): string =>
  JSON.stringify([entry?.question, entry?.answer, entry?.["app-answer"]]);

function adviseOnReview({ id, reviewed }: Entry, before: Entry | undefined): string[] {
  if (before === undefined || before.reviewed !== reviewed) return [];
  return [`${id}: the answer changed, and its review date did not: ${formatDate(reviewed)}.`];
}
