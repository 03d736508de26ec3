/** What an edit of the data moves: which questions get another answer, and which answers read differently. */
import type { Answerer, AskOptions } from "../answerer.js";
import { type Knowledge, namedApps } from "../data/knowledge.js";
import { learningInput } from "../matching/learn.js";
import type { CalendarDate } from "../values/calendar.js";
import { type Label, parseLabel } from "../values/label.js";
import { type ChangedText, changedTexts } from "./changed-texts.js";
import { adviseOnEdit } from "./edit-advice.js";
import { type Given, givenBy, nameGiven } from "./given.js";
import { askGolden, keepsGolden } from "./golden.js";
import { uniqueBy } from "./unique-by.js";

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
 * `other`: another answer. `lost`: no answer any more. `found`: an answer where there was none. `offered`: no answer before
 * or after, but another choice. `beside`: the same answer, but one beside it comes or goes.
 */
export type MoveKind = "other" | "lost" | "found" | "offered" | "beside";

export interface MovedPhrasing extends Moved {
  readonly kind: MoveKind;
  /** The entry that has the phrasing, or `app-status`; the one after the edit, if there is one. */
  readonly of: string;
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

/** Compares two sets of data. Pure, but too slow for the event loop: asks all phrasings twice. */
export function compareAnswers(before: Answerer, after: Answerer, today: CalendarDate): Moves {
  const golden = uniqueBy(
    [...after.knowledge.golden, ...before.knowledge.golden],
    (one) => `${one.ask}\n${one.in}\n${one.after}`,
  );
  const lines = [
    ...phrasingsToAsk(before.knowledge, after.knowledge),
    ...followUpsToAsk(before.knowledge, after.knowledge),
  ];
  return {
    golden: golden.flatMap((one) => {
      const [old, now] = [askGolden(before, one, today), askGolden(after, one, today)];
      const { ask, expect } = one;
      return changeOf(old, now).map((change) => ({ question: ask, expect, fails: !keepsGolden(one, now), ...change }));
    }),
    phrasings: lines.flatMap(({ question, of, heading, after: label }) => {
      const options: AskOptions = { on: today, ...(label && { after: label }) };
      const [old, now] = [givenBy(before.answer(question, options)), givenBy(after.answer(question, options))];
      const shown = heading === undefined ? question : `${heading} > ${question}`;
      return changeOf(old, now).map((change) => ({ question: shown, of, kind: kindOf(old, now), ...change }));
    }),
    texts: changedTexts(before.knowledge, after.knowledge, today),
    advice: adviseOnEdit(before.knowledge, after.knowledge),
    asked: { golden: golden.length, phrasings: lines.length },
  };
}

function changeOf(before: Given, after: Given): Pick<Moved, "from" | "to">[] {
  const [from, to] = [nameGiven(before), nameGiven(after)];
  return from === to ? [] : [{ from, to }];
}

function kindOf(before: Given, after: Given): MoveKind {
  if (before.kind !== "answer") return after.kind === "answer" ? "found" : "offered";
  if (after.kind !== "answer") return "lost";
  return before.labels.some((label) => after.labels.includes(label)) ? "beside" : "other";
}

interface Phrasing {
  readonly question: string;
  readonly of: string;
  /** Of a follow-up, the first half of its heading, and an answer that this stands for. */
  readonly heading?: string;
  readonly after?: Label;
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

/** Returns all curated follow-ups, old and new, behind each answer whose lists the edit changes. */
function followUpsToAsk(before: Knowledge, after: Knowledge): Phrasing[] {
  const listsBehind = (heading: string, { followUpQuestions }: Knowledge) =>
    followUpQuestions.filter((list) => list.after === heading);
  const lists = [...after.followUpQuestions, ...before.followUpQuestions];
  const lines = [...new Set(lists.map((list) => list.after))].flatMap((heading) => {
    const [now, old] = [listsBehind(heading, after), listsBehind(heading, before)];
    const label = labelBehind(heading, after);
    if (label === undefined || JSON.stringify(now) === JSON.stringify(old)) return [];
    return [...now, ...old].flatMap(({ next, lines }) =>
      lines.map((question): Phrasing => ({ question, of: next, heading, after: label })),
    );
  });
  return uniqueBy(lines, ({ question, heading }) => `${heading} ${question}`);
}

/** An answer that a heading of follow-ups stands for. */
function labelBehind(heading: string, { apps, entries }: Knowledge): Label | undefined {
  const appOf = (standing: string) => Object.values(apps).find((app) => app.standing === standing)?.id;
  const app = appOf(heading);
  if (app !== undefined) return { app };
  const named = entries[heading]?.app === "required" ? appOf("named") : undefined;
  return parseLabel(named === undefined ? heading : `${heading}+${named}`);
}

/**
 * Returns nearly everything that decides which label a question gets. Leaves out the apps and orders that the texts of
 * answers and makers name: with them, every edit of a text would ask all phrasings.
 */
function routingInput(knowledge: Knowledge): string {
  const shows = Object.values(knowledge.entries).map((entry) => [entry.id, entry.shows]);
  const facts = Object.values(knowledge.apps).map((app) => [app.id, Object.keys(app).sort()]);
  return JSON.stringify([learningInput(knowledge), shows, facts]);
}
