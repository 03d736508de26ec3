/** The pages that commands show beside answers: the apps, the timeline, the sources, and what this bot is. */
import { type Knowledge, namedApps } from "../data/knowledge.js";
import type { Page } from "../decision/decision.js";
import { memberWordsIn } from "../i18n/member-words.js";
import { wordsIn } from "../i18n/words.js";
import { formatDate } from "../values/calendar.js";
import type { Locale } from "../values/locale.js";
import { describeOrder } from "./order-facts.js";
import { type ShownSource, showSources } from "./sources.js";

export interface PageLine {
  /** Empty where the line is but a source. */
  readonly text: string;
  readonly sources: readonly ShownSource[];
}

export interface ShownPage {
  readonly title: string;
  readonly lines: readonly PageLine[];
  /** A paragraph below the lines. */
  readonly closing?: string;
  readonly sources: readonly ShownSource[];
  readonly page: number;
  readonly pages: number;
}

/** Lines on one page: as many of the longest as fit in one Discord message of 2000 characters. */
const LINES_PER_PAGE = 6;

const plain = (text: string): PageLine => ({ text, sources: [] });

/**
 * The page, in a frame of `locale`; what the data says stays in English. `isLastGood`: newer data has problems, which
 * whoever asks about the bot is told.
 */
export function describePage(
  { id, page }: Page,
  knowledge: Knowledge,
  version: string,
  locale: Locale = "en",
  isLastGood = false,
): ShownPage {
  const words = wordsIn(locale);
  const all: readonly (readonly PageLine[])[] = {
    apps: () => [listApps(knowledge)],
    timeline: () => pageTimeline(knowledge, locale),
    sources: () => paginate(listSources(knowledge, locale)),
    about: () => [aboutLines(knowledge, version, locale, isLastGood)],
    privacy: () => [memberWordsIn(locale).privacy.map(plain)],
  }[id]();
  const shown = Math.min(Math.max(1, page), all.length);
  const closing = {
    apps: words.closedList(words.nothingProhibited(describeOrder(knowledge, locale))),
    timeline: shown === 1 && all.length > 1 ? words.moreEvents : undefined,
    sources: shown === 1 && all.length > 1 ? words.moreSources : undefined,
    about: undefined,
    privacy: undefined,
  }[id];
  return {
    title: words.titles[id],
    lines: all[shown - 1] ?? [],
    ...(closing === undefined ? {} : { closing }),
    sources: id === "apps" ? showSources(knowledge.order.events.signed.cites, knowledge, locale) : [],
    page: shown,
    pages: all.length,
  };
}

function paginate(lines: readonly PageLine[]): PageLine[][] {
  const count = Math.max(1, Math.ceil(lines.length / LINES_PER_PAGE));
  return Array.from({ length: count }, (_, page) => lines.slice(page * LINES_PER_PAGE, (page + 1) * LINES_PER_PAGE));
}

const listApps = (knowledge: Knowledge): PageLine[] =>
  namedApps(knowledge).map(({ name, what }) => plain(what?.text ?? name));

/** The order's own events first, which the orders themselves are cited for; then everything by date. */
function pageTimeline(knowledge: Knowledge, locale: Locale): PageLine[][] {
  const { order, sources } = knowledge;
  const { signed, revoked } = order.events;
  const own = new Set(
    [...signed.cites, ...revoked.cites].flatMap(({ source }) => (sources[source]?.tier === "primary" ? [source] : [])),
  );
  const lineOf = ({ on, text, cites }: (typeof order.timeline)[number]): PageLine => ({
    text: wordsIn(locale).dated(formatDate(on, locale), text),
    sources: showSources(cites, knowledge, locale).slice(0, 1),
  });
  const ofTheOrder = order.timeline.filter(({ cites }) => cites.some(({ source }) => own.has(source)));
  return [ofTheOrder.slice(0, LINES_PER_PAGE).map(lineOf), ...paginate(order.timeline.map(lineOf))];
}

/** Those that most answers cite first. */
function listSources(knowledge: Knowledge, locale: Locale): PageLine[] {
  const counts = new Map<string, number>();
  for (const { cites } of Object.values(knowledge.entries))
    for (const source of new Set(cites.map((cite) => cite.source))) counts.set(source, (counts.get(source) ?? 0) + 1);
  return Object.entries(knowledge.sources)
    .sort(
      ([a, { title }], [b, other]) =>
        (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || title.localeCompare(other.title, "en"),
    )
    .flatMap(([source]) => showSources([{ source }], knowledge, locale))
    .map((source) => ({ text: "", sources: [source] }));
}

function aboutLines(knowledge: Knowledge, version: string, locale: Locale, isLastGood: boolean): PageLine[] {
  const { entries, sources, order } = knowledge;
  const { about } = wordsIn(locale);
  const facts = describeOrder(knowledge, locale);
  const [answers, documents] = [entries, sources].map((all) => String(Object.keys(all).length));
  return [
    about.what(facts.order, facts.signed, `${answers}`, `${documents}`),
    about.version(version, formatDate(order.checked, locale)),
    ...(isLastGood ? [about.lastGood] : []),
    about.keeps,
    about.notAdvice,
  ].map(plain);
}
