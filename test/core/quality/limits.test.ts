import { describe, expect, test } from "vitest";
import { earliestDate } from "../../../src/core/data/knowledge.js";
import type { Answer, Page } from "../../../src/core/decision/decision.js";
import { lengthOfReply, lengthOfSource } from "../../../src/core/quality/limits.js";
import { describePage } from "../../../src/core/reply/pages.js";
import { describeAnswer } from "../../../src/core/reply/reply.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { addDays, type CalendarDate } from "../../../src/core/values/calendar.js";
import { knowledgeOf, leanFiles } from "../../data.js";

const MAX_MESSAGE = 2000;
const knowledge = knowledgeOf(leanFiles);
const { order, apps, entries } = knowledge;
const { signed, revoked } = order.events;

/** The days on which what is said of an app changes: each event and each action elsewhere, and the days around. */
const daysOf = (id: string): CalendarDate[] =>
  [
    signed.on,
    earliestDate(order),
    revoked.on,
    order.checked,
    ...(apps[id]?.["other-action"] ?? []).map(({ on }) => `${on}-28`.slice(0, 10) as CalendarDate),
  ].flatMap((on) => [addDays(on, -1), on, addDays(on, 31)]);

const sum = (lengths: number[]): number => lengths.reduce((all, length) => all + length, 0);

const appAnswers = Object.values(apps).flatMap((app) => daysOf(app.id).map((on): Answer => ({ kind: "app", app, on })));
const entryAnswers = Object.values(entries).flatMap((entry): Answer[] => {
  const on = order.checked;
  const withApps =
    entry.app === undefined ? [] : Object.values(apps).map((app): Answer => ({ kind: "entry", entry, app, on }));
  return entry.app === "required" ? withApps : [{ kind: "entry", entry, on }, ...withApps];
});
const isShown = (answer: Answer) =>
  answer.kind !== "entry" || !answer.app || !answer.entry.shows || answer.app[answer.entry.shows] !== undefined;
const answers = [...appAnswers, ...entryAnswers].filter(isShown);
const nameOf = (answer: Answer) =>
  answer.kind === "app"
    ? `${answer.app.id} on ${answer.on}`
    : answer.kind === "entry"
      ? `${answer.entry.id} ${answer.app?.id}`
      : "";
const replies = answers.map((answer) => ({
  name: nameOf(answer),
  reply: describeAnswer(answer, writerFor(knowledge)),
}));

const pages = (["apps", "timeline", "sources", "about"] as const).flatMap((id) => {
  const show = (page: number) =>
    describePage({ kind: "page", id, page }, writerFor(knowledge), { version: "0123456789ab" });
  return Array.from({ length: show(1).pages }, (_, index) => show(index + 1));
});

describe("one Discord message", () => {
  test("holds every entry and, for every date of interest, every app, with their sources", () => {
    const tooLong = replies
      .map(({ name, reply }) => ({ name, length: lengthOfReply(reply) }))
      .filter(({ length }) => length > MAX_MESSAGE);
    expect(tooLong).toEqual([]);
  });

  test("holds every page with its sources", () => {
    const tooLong = pages
      .map(({ title, page, lines, sources }) => ({
        page: `${title} ${page}`,
        length:
          title.length +
          sum(lines.map(({ text, sources: own }) => text.length + 5 + sum(own.map(lengthOfSource)))) +
          sum(sources.map(lengthOfSource)),
      }))
      .filter(({ length }) => length > MAX_MESSAGE);
    expect(tooLong).toEqual([]);
  });
});

describe("a reply", () => {
  test("never shows an empty slot", () => {
    const open = replies.filter(({ reply }) => /[{}]|undefined/.test([...reply.paragraphs, ...reply.list].join()));
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  test("never pings and holds no link of its own: links stand with their sources", () => {
    const shown = [
      ...replies.map(({ reply }) => [...reply.paragraphs, ...reply.list, ...reply.notes].join("\n")),
      ...pages.flatMap(({ lines }) => lines.map(({ text }) => text)),
    ];
    expect(shown.filter((text) => /@everyone|@here|<[@#:/]|https?:/.test(text))).toEqual([]);
  });

  test("that states where an app stands carries sources and the day on which they were checked", () => {
    const bare = replies.filter(
      ({ reply }) =>
        reply.status !== undefined && (reply.sources.length === 0 || !/^checked /.test(reply.remarks.join())),
    );
    expect(bare).toEqual([]);
  });

  test("shows a document once, however often it is cited", () => {
    const twice = replies.filter(({ reply }) => new Set(reply.sources.map(({ id }) => id)).size < reply.sources.length);
    expect(twice.map(({ name }) => name)).toEqual([]);
  });
});

describe("a page", () => {
  test.each<Page["id"]>(["timeline", "sources"])("of %s shows every line once, over all pages", (id) => {
    const show = (page: number) => describePage({ kind: "page", id, page }, writerFor(knowledge), { version: "v" });
    const shown = Array.from({ length: show(1).pages }, (_, index) => show(index + 1).lines.length);
    // The timeline's first page shows the order's own events, which stand among the others again.
    const [all, from] = id === "timeline" ? [order.timeline, 1] : [Object.keys(knowledge.sources), 0];
    expect(sum(shown.slice(from))).toBe(all.length);
  });

  test.each([0, -1, 999])("numbered %i is the nearest that there is", (page) => {
    const shown = describePage({ kind: "page", id: "timeline", page }, writerFor(knowledge), { version: "v" });
    expect(shown.page).toBe(page > 0 ? shown.pages : 1);
    expect(shown.lines.length).toBeGreaterThan(0);
  });
});
