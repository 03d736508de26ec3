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

/** Lines on one page: as many of the longest as fit in one Discord message of 2000 characters. */
const LINES_PER_PAGE = 6;

const plain = (text: string): PageLine => ({ text, sources: [] });

/** `version` is the data's; `isLastGood`: newer data has problems, which the page about the bot says. */
export interface PageOptions {
  readonly version: string;
  readonly isLastGood?: boolean | undefined;
}

export function describePage({ id, page }: Page, writer: Writer, options: PageOptions) {
  const { words, knowledge } = writer;
  const pages = {
    apps: () => [listApps(writer)],
    timeline: () => pageTimeline(writer),
    sources: () => pageSources(writer),
    about: () => [aboutLines(writer, options)],
    privacy: () => [words.privacy.map(plain)],
  }[id]();
  const shown = Math.min(Math.max(1, page), pages.length);
  const lines = pages[shown - 1] ?? [];
  const closing: Partial<Record<Page["id"], string>> = {
    apps: words.closedList(words.nothingProhibited(writer.order)),
    ...(shown === 1 && pages.length > 1 && { timeline: words.moreEvents, sources: words.moreSources }),
  };
  return {
    title: words.titles[id],
    lines,
    closing: [...(lines.some(({ isForeign }) => isForeign) ? words.partlyEnglish : []), ...[closing[id] ?? []].flat()],
    sources: id === "apps" ? showSources(knowledge.order.events.signed.cites, writer) : [],
    page: shown,
    pages: pages.length,
  };
}

const paginate = (lines: readonly PageLine[]): PageLine[][] =>
  Array.from({ length: Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE)) }, (_, page) =>
    lines.slice(page * LINES_PER_PAGE, (page + 1) * LINES_PER_PAGE),
  );

const listApps = (writer: Writer): PageLine[] =>
  namedApps(writer.knowledge).map((app) =>
    app.what ? { ...writer.ofApp(app, "what", app.what.text), sources: [] } : plain(writer.nameOf(app)),
  );

/** The order's own events first, which the orders themselves are cited for; then everything by date. */
function pageTimeline(writer: Writer): PageLine[][] {
  const { order, sources } = writer.knowledge;
  const { signed, revoked } = order.events;
  const own = new Set([...signed.cites, ...revoked.cites].map(({ source }) => source));
  const lines = order.timeline.map(({ on, text, cites }) => {
    const event = writer.event(text);
    return {
      text: writer.words.dated(writer.date(on), event.text),
      isForeign: event.isForeign,
      sources: showSources(cites, writer).slice(0, 1),
      isOfOrder: cites.some(({ source }) => own.has(source) && sources[source]?.tier === "primary"),
    };
  });
  return [...paginate(lines.filter(({ isOfOrder }) => isOfOrder)).slice(0, 1), ...paginate(lines)];
}

/** Those that most answers cite first. */
function pageSources(writer: Writer): PageLine[][] {
  const { entries, sources } = writer.knowledge;
  const counts = new Map<string, number>();
  for (const { cites } of Object.values(entries))
    for (const source of new Set(cites.map((cite) => cite.source))) counts.set(source, (counts.get(source) ?? 0) + 1);
  const byCount = Object.keys(sources).sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  return paginate(byCount.map((source) => ({ text: "", sources: showSources([{ source }], writer) })));
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
