/** What an edit of the data moves: which questions get another answer, and which answers read differently. */
import type { Answerer } from "../answerer.js";
import { type Golden, type Knowledge, namedApps } from "../data/knowledge.js";
import { findAnswer } from "../decision/meaning.js";
import { wordsIn } from "../i18n/words.js";
import { fittingInput } from "../matching/fit.js";
import { describeAnswer, type Reply } from "../reply/reply.js";
import { createWriter } from "../reply/writer.js";
import type { CalendarDate } from "../values/calendar.js";
import { formatLabel, type Label } from "../values/label.js";
import { adviseOnEdit } from "./edit-advice.js";
import { askGolden, keepsGolden } from "./golden.js";
import { type Given, givenBy } from "./score.js";

/** A question whose answer changes. `from` and `to` are labels, or words such as "no answer". */
export interface Moved {
  readonly question: string;
  readonly from: string;
  readonly to: string;
}

export interface MovedGolden extends Moved {
  readonly expect: readonly string[];
  /** Whether the reply after the edit is not what the question expects. */
  readonly fails: boolean;
}

/**
 * `other`: another answer. `lost`: no answer any more. `found`: an answer at last. `offered`: none, before or after, and
 * another choice. `beside`: the same answer, and of those beside it one comes or goes.
 */
export type MoveKind = "other" | "lost" | "found" | "offered" | "beside";

export interface MovedPhrasing extends Moved {
  readonly kind: MoveKind;
  /** The entry that has the phrasing, or `app-status`; after the edit, where it has one then. */
  readonly of: string;
}

/** A reply that reads differently, line by line; `before` is empty for a new one, `after` for one that is gone. */
export interface ChangedText {
  /** The labels of all replies that change in just these lines. */
  readonly labels: readonly [string, ...string[]];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Plain values, so that one process can send them to another. */
export interface Moves {
  readonly golden: readonly MovedGolden[];
  readonly phrasings: readonly MovedPhrasing[];
  readonly texts: readonly ChangedText[];
  /** What a person should look at, a sentence each. */
  readonly advice: readonly string[];
  /** How many golden questions and phrasings were asked of both. */
  readonly asked: { readonly golden: number; readonly phrasings: number };
}

/** What moves between two sets of data. Pure, and slow enough to belong off the event loop: it asks all phrasings, twice. */
export function compareAnswers(before: Answerer, after: Answerer, today: CalendarDate): Moves {
  const golden = uniqueBy(
    [...after.knowledge.golden, ...before.knowledge.golden],
    (one) => `${one.ask}\n${one.in}\n${one.after}`,
  );
  const lines = phrasingsToAsk(before.knowledge, after.knowledge);
  return {
    golden: golden.flatMap((one) => movedGolden(one, before, after, today)),
    phrasings: lines.flatMap(({ question, of }) => {
      const give = (answerer: Answerer): Given => givenBy(answerer.answer(question, { on: today }));
      const [old, now] = [give(before), give(after)];
      return moveOf(old, now, (change) => ({ question, of, kind: kindOf(old, now), ...change }));
    }),
    texts: changedTexts(before.knowledge, after.knowledge, today),
    advice: adviseOnEdit(before.knowledge, after.knowledge),
    asked: { golden: golden.length, phrasings: lines.length },
  };
}

/** Whether anything differs at all. */
export const movesNothing = ({ golden, phrasings, texts }: Moves): boolean =>
  golden.length + phrasings.length + texts.length === 0;

function movedGolden(golden: Golden, before: Answerer, after: Answerer, today: CalendarDate): MovedGolden[] {
  const given = askGolden(after, golden, today);
  return moveOf(askGolden(before, golden, today), given, (change) => ({
    question: golden.ask,
    expect: golden.expect,
    fails: !keepsGolden(golden, given),
    ...change,
  }));
}

function moveOf<T>(before: Given, after: Given, make: (change: { from: string; to: string }) => T): T[] {
  const [from, to] = [nameGiven(before), nameGiven(after)];
  return from === to ? [] : [make({ from, to })];
}

function kindOf(before: Given, after: Given): MoveKind {
  if (before.kind !== "answer") return after.kind === "answer" ? "found" : "offered";
  if (after.kind !== "answer") return "lost";
  return before.labels.some((label) => after.labels.includes(label)) ? "beside" : "other";
}

/** Names what was given. Of a choice only the first is named: the others change with every edit. */
export function nameGiven({ kind, labels }: Given): string {
  switch (kind) {
    case "answer":
      return labels.join(" & ");
    case "choose":
      return `choice (${labels[0]}${labels.length > 1 ? ", …" : ""})`;
    case "unknown":
      return "no answer";
    case "silence":
      return "silence";
  }
}

interface Phrasing {
  readonly question: string;
  readonly of: string;
}

function phrasingsToAsk(before: Knowledge, after: Knowledge): Phrasing[] {
  if (routingInput(before) === routingInput(after)) return [];
  const [app] = [...namedApps(after), ...namedApps(before)];
  const linesOf = ({ phrasings, entries }: Knowledge): Phrasing[] => {
    const canonical = Object.values(entries).flatMap(({ id, question, app: takes }) =>
      takes === "required" ? [] : [{ question, of: id }],
    );
    const lines = Object.entries(phrasings).flatMap(([of, all]) =>
      all.map((line) => ({ question: line.replaceAll("{app}", app?.name ?? ""), of })),
    );
    return [...canonical, ...lines];
  };
  return uniqueBy([...linesOf(after), ...linesOf(before)], ({ question }) => question);
}

/**
 * Nearly all that decides which label a question gets. The apps and orders that an answer's or a maker's text names are
 * left out: for them, every edit of a text would ask all phrasings.
 */
function routingInput(knowledge: Knowledge): string {
  const shows = Object.values(knowledge.entries).map((entry) => [entry.id, entry.shows]);
  const facts = Object.values(knowledge.apps).map((app) => [app.id, Object.keys(app).sort()]);
  return JSON.stringify([fittingInput(knowledge), shows, facts]);
}

function changedTexts(before: Knowledge, after: Knowledge, today: CalendarDate): ChangedText[] {
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

/** Returns what gives the lines of a label's reply. */
function linesIn(knowledge: Knowledge, today: CalendarDate): (label: Label) => string[] {
  const [english, translated] = [createWriter(knowledge), createWriter(knowledge, "zh-CN")];
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

/** Everything that a reader is shown, a line each, without any platform's marks. */
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

/** Every reply that the data holds: entries, entries about an app, and where each app stands. */
function labelsOf({ entries, apps }: Knowledge): Label[] {
  const ofApps = Object.keys(apps).map((app): Label => ({ app }));
  const ofEntries = Object.values(entries).flatMap(({ id, app }): Label[] => [
    { entry: id },
    ...(app === undefined ? [] : Object.keys(apps).map((one): Label => ({ entry: id, app: one }))),
  ]);
  return [...ofEntries, ...ofApps];
}

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
