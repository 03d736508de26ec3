/** The pages that commands show beside answers: the apps, the timeline, the sources, and what this bot is. */
import { namedApps } from "../data/knowledge.js";
import type { Page } from "../decision/decision.js";
import { type ShownSource, showSources } from "./sources.js";
import type { Writer } from "./writer.js";

export interface PageLine {
  /** Empty where the line is but a source. */
  readonly text: string;
  /** It is in English, and its reader reads another language. */
  readonly isForeign?: boolean;
  readonly sources: readonly ShownSource[];
}

export interface ShownPage {
  readonly title: string;
  readonly lines: readonly PageLine[];
  readonly closing: readonly string[];
  readonly sources: readonly ShownSource[];
  readonly page: number;
  readonly pages: number;
}

/** Lines on one page: as many of the longest as fit in one Discord message of 2000 characters. */
const LINES_PER_PAGE = 6;

const plain = (text: string): PageLine => ({ text, sources: [] });

/** `version` is the data's; `isLastGood`: newer data has problems, which the page about the bot says. */
export interface PageOptions {
  readonly version: string;
  readonly isLastGood?: boolean | undefined;
}

export function describePage({ id, page }: Page, writer: Writer, options: PageOptions): ShownPage {
  const { words, knowledge } = writer;
  const all: readonly (() => readonly PageLine[])[] = {
    apps: () => [() => listApps(writer)],
    timeline: () => pageTimeline(writer),
    sources: () => pageSources(writer),
    about: () => [() => aboutLines(writer, options)],
    privacy: () => [() => words.privacy.map(plain)],
  }[id]();
  const shown = Math.min(Math.max(1, page), all.length);
  const lines = all[shown - 1]?.() ?? [];
  const isFirstOfMany = shown === 1 && all.length > 1;
  const closing: Readonly<Record<Page["id"], readonly string[]>> = {
    apps: [words.closedList(words.nothingProhibited(writer.order))],
    timeline: isFirstOfMany ? [words.moreEvents] : [],
    sources: isFirstOfMany ? [words.moreSources] : [],
    about: [],
    privacy: [],
  };
  return {
    title: words.titles[id],
    lines,
    closing: [...(lines.some(({ isForeign }) => isForeign) ? words.partlyEnglish : []), ...closing[id]],
    sources: id === "apps" ? showSources(knowledge.order.events.signed.cites, writer) : [],
    page: shown,
    pages: all.length,
  };
}

/** Returns a function for each page, since only one of them is shown. */
function paginate<Item>(items: readonly Item[], lineOf: (item: Item) => PageLine): (() => PageLine[])[] {
  const count = Math.max(1, Math.ceil(items.length / LINES_PER_PAGE));
  const from = (page: number) => page * LINES_PER_PAGE;
  return Array.from({ length: count }, (_, page) => () => items.slice(from(page), from(page + 1)).map(lineOf));
}

const listApps = (writer: Writer): PageLine[] =>
  namedApps(writer.knowledge).map((app) =>
    app.what ? { ...writer.ofApp(app, "what", app.what.text), sources: [] } : plain(writer.nameOf(app)),
  );

/** The order's own events first, which the orders themselves are cited for; then everything by date. */
function pageTimeline(writer: Writer): (() => PageLine[])[] {
  const { order, sources } = writer.knowledge;
  const { signed, revoked } = order.events;
  const own = new Set(
    [...signed.cites, ...revoked.cites].flatMap(({ source }) => (sources[source]?.tier === "primary" ? [source] : [])),
  );
  const lineOf = ({ on, text, cites }: (typeof order.timeline)[number]): PageLine => {
    const event = writer.event(text);
    return {
      text: writer.words.dated(writer.date(on), event.text),
      isForeign: event.isForeign,
      sources: showSources(cites, writer).slice(0, 1),
    };
  };
  const ofTheOrder = order.timeline.filter(({ cites }) => cites.some(({ source }) => own.has(source)));
  return [...paginate(ofTheOrder, lineOf).slice(0, 1), ...paginate(order.timeline, lineOf)];
}

/** Those that most answers cite first. */
function pageSources(writer: Writer): (() => PageLine[])[] {
  const { entries, sources } = writer.knowledge;
  const counts = new Map<string, number>();
  for (const { cites } of Object.values(entries))
    for (const source of new Set(cites.map((cite) => cite.source))) counts.set(source, (counts.get(source) ?? 0) + 1);
  const byCount = Object.keys(sources).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return paginate(byCount, (source) => ({ text: "", sources: showSources([{ source }], writer) }));
}

function aboutLines({ knowledge, words, order, date }: Writer, { version, isLastGood }: PageOptions): PageLine[] {
  const { entries, sources } = knowledge;
  const { about } = words;
  const count = (all: object): string => String(Object.keys(all).length);
  return [
    about.what(order.order, order.signed, count(entries), count(sources)),
    about.version(version, date(knowledge.order.checked)),
    ...(isLastGood ? [about.lastGood] : []),
    about.keeps,
    about.notAdvice,
  ].map(plain);
}
