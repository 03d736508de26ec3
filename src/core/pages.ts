/** The pages that commands show beside answers: the apps, the timeline, the sources, and what this bot is. */
import { formatDate } from "./calendar.js";
import type { Page } from "./decision.js";
import { type Knowledge, namedApps } from "./knowledge.js";
import { type ShownSource, showSources } from "./reply.js";

export interface PageLine {
  /** Empty where the line is but a source. */
  readonly text: string;
  readonly sources: readonly ShownSource[];
}

export interface ShownPage {
  readonly title: string;
  readonly lines: readonly PageLine[];
  readonly sources: readonly ShownSource[];
  readonly page: number;
  readonly pages: number;
}

/** Lines on one page: as many of the longest as fit in one Discord message of 2000 characters. */
const LINES_PER_PAGE = 6;

const plain = (text: string): PageLine => ({ text, sources: [] });

export function describePage({ id, page }: Page, knowledge: Knowledge, version: string): ShownPage {
  const all = {
    apps: listApps,
    timeline: listTimeline,
    sources: listSources,
    about: () => aboutLines(knowledge, version),
  }[id](knowledge);
  const pages = id === "timeline" || id === "sources" ? Math.max(1, Math.ceil(all.length / LINES_PER_PAGE)) : 1;
  const shown = Math.min(Math.max(1, page), pages);
  return {
    title: TITLES[id],
    lines: pages === 1 ? all : all.slice((shown - 1) * LINES_PER_PAGE, shown * LINES_PER_PAGE),
    sources: id === "apps" ? showSources(knowledge.order.events.signed.cites, knowledge) : [],
    page: shown,
    pages,
  };
}

const TITLES: Readonly<Record<Page["id"], string>> = {
  apps: "The eight apps named in Executive Order 13971",
  timeline: "Timeline",
  sources: "Sources",
  about: "About this bot",
};

function listApps(knowledge: Knowledge): PageLine[] {
  const { order } = knowledge;
  return [
    ...namedApps(knowledge).map(({ name, what }) => plain(what?.text ?? name)),
    plain(
      `The list is closed. Nothing was ever prohibited under the order, and ${order.events.revoked.by} revoked it on ${formatDate(order.events.revoked.on)}.`,
    ),
  ];
}

const listTimeline = (knowledge: Knowledge): PageLine[] =>
  knowledge.order.timeline.map(({ on, text, cites }) => ({
    text: `${formatDate(on)}: ${text}`,
    sources: showSources(cites, knowledge).slice(0, 1),
  }));

/** Primary documents first. */
function listSources(knowledge: Knowledge): PageLine[] {
  const cites = Object.entries(knowledge.sources)
    .sort(([, a], [, b]) => a.tier.localeCompare(b.tier, "en") || a.title.localeCompare(b.title, "en"))
    .map(([source]) => ({ source }));
  return showSources(cites, knowledge).map((source) => ({ text: "", sources: [source] }));
}

function aboutLines({ order, entries, sources }: Knowledge, version: string): PageLine[] {
  return [
    plain(
      `I answer questions about Executive Order ${order.number} (${formatDate(order.events.signed.on)}) from ${Object.keys(entries).length} curated answers and ${Object.keys(sources).length} sources. Where I have no cited answer I say so.`,
    ),
    plain(`Data version ${version}; sources checked ${formatDate(order.checked)}.`),
    plain("I keep nothing about people: no messages, no names, no history."),
    plain("What I say is general information, not legal advice."),
  ];
}
