/** The pages that commands show beside answers: the apps, the timeline, the sources, and what this bot is. */
import { type Knowledge, namedApps } from "../data/knowledge.js";
import type { Page } from "../decision/decision.js";
import { memberWordsIn } from "../i18n/member-words.js";
import { wordsIn } from "../i18n/words.js";
import { formatDate } from "../values/calendar.js";
import type { Locale } from "../values/locale.js";
import { oncePer } from "./once-per.js";
import { describeOrder } from "./order-facts.js";
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
  const all = {
    apps: listApps,
    timeline: listTimeline,
    sources: listSources,
    about: () => aboutLines(knowledge, version, locale, isLastGood),
    privacy: () => memberWordsIn(locale).privacy.map(plain),
  }[id](knowledge, locale);
  const pages = id === "timeline" || id === "sources" ? Math.max(1, Math.ceil(all.length / LINES_PER_PAGE)) : 1;
  const shown = Math.min(Math.max(1, page), pages);
  return {
    title: wordsIn(locale).titles[id],
    lines: pages === 1 ? all : all.slice((shown - 1) * LINES_PER_PAGE, shown * LINES_PER_PAGE),
    sources: id === "apps" ? showSources(knowledge.order.events.signed.cites, knowledge) : [],
    page: shown,
    pages,
  };
}

const listApps = oncePer((knowledge: Knowledge, locale): PageLine[] => {
  const words = wordsIn(locale);
  return [
    ...namedApps(knowledge).map(({ name, what }) => plain(what?.text ?? name)),
    plain(words.closedList(words.nothingProhibited(describeOrder(knowledge, locale)))),
  ];
});

const listTimeline = oncePer((knowledge: Knowledge, locale): PageLine[] =>
  knowledge.order.timeline.map(({ on, text, cites }) => ({
    text: wordsIn(locale).dated(formatDate(on, locale), text),
    sources: showSources(cites, knowledge).slice(0, 1),
  })),
);

/** Primary documents first. */
const listSources = oncePer((knowledge: Knowledge): PageLine[] => {
  const cites = Object.entries(knowledge.sources)
    .sort(([, a], [, b]) => a.tier.localeCompare(b.tier, "en") || a.title.localeCompare(b.title, "en"))
    .map(([source]) => ({ source }));
  return showSources(cites, knowledge).map((source) => ({ text: "", sources: [source] }));
});

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
