/** Finds the replies whose text an edit of the data changes. */
import type { Knowledge } from "../data/knowledge.js";
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
  const labels = uniqueBy([...labelsOf(after), ...labelsOf(before)], formatLabel);
  const groups = new Map<string, { labels: [string, ...string[]]; before: string[]; after: string[] }>();
  const [linesBefore, linesNow] = [linesIn(before, today), linesIn(after, today)];
  for (const label of labels) {
    const [old, now] = [linesBefore(label), linesNow(label)];
    const difference = JSON.stringify([old.filter((line) => !now.includes(line)), now.filter((l) => !old.includes(l))]);
    if (JSON.stringify(old) === JSON.stringify(now)) continue;
    const group = groups.get(difference);
    if (group) group.labels.push(formatLabel(label));
    else groups.set(difference, { labels: [formatLabel(label)], before: old, after: now });
  }
  return [...groups.values()];
}

function linesIn(knowledge: Knowledge, today: CalendarDate): (label: Label) => string[] {
  const [english, translated] = [writerFor(knowledge), writerFor(knowledge, "zh-CN")];
  return (label) => {
    const answer = findAnswer(knowledge, label, today);
    if (answer === undefined) return [];
    const question = label.entry === undefined ? undefined : knowledge.entries[label.entry]?.question;
    const { paragraphs, list } = describeAnswer(answer, translated);
    const chinese = [...paragraphs, ...list].filter((line) => CHINESE.test(line) && !ANNOUNCEMENTS.has(line));
    return [
      ...(question === undefined ? [] : [question]),
      ...plainLines(describeAnswer(answer, english)),
      ...(label.entry === undefined ? [] : chinese),
    ];
  };
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

/** Returns the label of every reply: entries, entries about an app, and where each app stands. */
const labelsOf = ({ entries, apps }: Knowledge): Label[] => [
  ...Object.values(entries).flatMap(({ id, app }) => [
    { entry: id },
    ...(app === undefined ? [] : Object.keys(apps).map((one) => ({ entry: id, app: one }))),
  ]),
  ...Object.keys(apps).map((app) => ({ app })),
];
