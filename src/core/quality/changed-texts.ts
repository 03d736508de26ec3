/** Finds the replies whose text an edit of the data changes. */
import type { Entry, Knowledge } from "../data/knowledge.js";
import { findAnswer } from "../decision/meaning.js";
import { wordsIn } from "../i18n/words.js";
import { describeAnswer, type Reply } from "../reply/reply.js";
import { writerFor } from "../reply/writer.js";
import type { CalendarDate } from "../values/calendar.js";
import { formatLabel, type Label } from "../values/label.js";
import { uniqueBy } from "./unique-by.js";

/** A reply whose text changes, line by line; `before` is empty for a new one, `after` for one that is gone. */
export interface ChangedText {
  /** The labels of all replies that change in just these lines. */
  readonly labels: readonly [string, ...string[]];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Returns the replies whose text changes; those that change in the same lines are one item. */
export function changedTexts(before: Knowledge, after: Knowledge, today: CalendarDate): ChangedText[] {
  const [textsBefore, textsNow] = [textsOf(before, today), textsOf(after, today)];
  const groups = new Map<string, { labels: [string, ...string[]]; before: string[]; after: string[] }>();
  for (const label of uniqueBy([...textsNow.keys(), ...textsBefore.keys()], (label) => label)) {
    const [old, now] = [textsBefore.get(label) ?? [], textsNow.get(label) ?? []];
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    const difference = JSON.stringify([old.filter((line) => !now.includes(line)), now.filter((l) => !old.includes(l))]);
    const group = groups.get(difference);
    if (group) group.labels.push(label);
    else groups.set(difference, { labels: [label], before: old, after: now });
  }
  return [...groups.values()];
}

/** Returns the lines of every reply, by its label: of entries, of entries about an app, and of where each app stands. */
function textsOf(knowledge: Knowledge, today: CalendarDate): ReadonlyMap<string, string[]> {
  const [english, translated] = [writerFor(knowledge), writerFor(knowledge, "zh-CN")];
  const apps = Object.keys(knowledge.apps);
  const linesOf = (label: Label, entry?: Entry): [label: string, lines: string[]] => {
    const answer = findAnswer(knowledge, label, today);
    if (answer === undefined) return [formatLabel(label), []];
    const lines = plainLines(describeAnswer(answer, english));
    if (entry === undefined) return [formatLabel(label), lines];
    const { paragraphs, list } = describeAnswer(answer, translated);
    const chinese = [...paragraphs, ...list].filter((line) => CHINESE.test(line) && !ANNOUNCEMENTS.has(line));
    return [formatLabel(label), [entry.question, ...lines, ...chinese]];
  };
  return new Map([
    ...Object.values(knowledge.entries).flatMap((entry) => [
      linesOf({ entry: entry.id }, entry),
      ...(entry.app === undefined ? [] : apps.map((app) => linesOf({ entry: entry.id, app }, entry))),
    ]),
    ...apps.map((app) => linesOf({ app })),
  ]);
}

/** Returns everything that a reader is shown, a line each, as plain text. */
const plainLines = ({ paragraphs, list, sources, notes, remarks, choices }: Reply): string[] => [
  ...paragraphs.flatMap((paragraph) => paragraph.split("\n")),
  ...list.map((item) => `• ${item}`),
  ...choices.map(({ text }) => `[${text}]`),
  ...sources.map(({ title, details, url }) => `Source: ${title}${details}${url === undefined ? "" : ` ${url}`}`),
  ...notes,
  ...remarks,
];

const CHINESE = /\p{Script=Han}/u;
/** Lines before a text that is not translated. */
const ANNOUNCEMENTS: ReadonlySet<string> = new Set(wordsIn("zh-CN").answerInEnglish);
