/** Sources as readers see them: a short name in a reply's last line, the full title where they ask for it. */
import type { Cite } from "../data/knowledge.js";
import type { Writer } from "./writer.js";

/** A source as a reader needs it. `url` is there only where a link is allowed. */
export interface ShownSource {
  readonly id: string;
  readonly title: string;
  /** What stands behind the title: the place in the document, who published it, and when. */
  readonly details: string;
  /** What the last line of a reply calls it: its short name, and the place in it or the day it appeared. */
  readonly short: string;
  readonly publisher: string;
  readonly date: string | undefined;
  /** As the data has it, in every language: programs read it. */
  readonly locator: string | undefined;
  readonly url: string | undefined;
}

/** Each document once, with all its locators: the primary ones first, else in the order of `cites`. */
export function showSources(cites: readonly Cite[], writer: Writer): ShownSource[] {
  const { sources } = writer.knowledge;
  const byId = new Map<string, Set<string>>();
  for (const { source, at } of cites) {
    const locators = byId.get(source) ?? new Set();
    if (at !== undefined) locators.add(at);
    byId.set(source, locators);
  }
  const isSecondary = (id: string): number => Number(sources[id]?.tier === "secondary");
  const primaryFirst = [...byId].sort(([a], [b]) => isSecondary(a) - isSecondary(b));
  return primaryFirst.flatMap(([id, locators]): ShownSource[] => {
    const source = sources[id];
    if (source === undefined) return [];
    const { short, publisher, date, tier, url } = source;
    const told = [...locators].filter((at) => ![...locators].some((other) => other !== at && other.includes(at)));
    const locator = told.length > 0 ? told.join("; ") : undefined;
    const where = locator === undefined ? undefined : writer.locator(locator);
    const day = tier === "secondary" && date !== undefined ? writer.date(date) : undefined;
    const published = date !== undefined && writer.locale !== "en" ? writer.date(date) : date;
    // A document may be called by its place, such as 86 FR 1249.
    const place = locator !== undefined && short.includes(locator) ? undefined : where;
    return [
      {
        id,
        title: writer.title(id, source),
        details: writer.words.inBrackets([where, publisher, published].filter((part) => part !== undefined)),
        short: [writer.source(id, short), place, day]
          .filter((part) => part !== undefined)
          .join(writer.locale === "en" ? ", " : "，"),
        publisher,
        date,
        locator,
        url,
      },
    ];
  });
}

/** The most sources that a reply names; "Why this answer?" has all of them. */
const MOST_SOURCES = 4;
/** A line with long links leaves room for what is said. */
const MAX_LINE = 900;

/**
 * The last line of a reply: its best sources, each as `name` writes it, then `remarks` such as the day they were checked.
 * Empty where there is nothing to say.
 */
export function joinSources(
  sources: readonly ShownSource[],
  remarks: readonly string[],
  name: (source: ShownSource) => string = ({ short }) => short,
): string {
  const lineOf = (count: number): string => [...sources.slice(0, count).map(name), ...remarks].join(" · ");
  for (let count = Math.min(MOST_SOURCES, sources.length); count > 1; count--)
    if (lineOf(count).length <= MAX_LINE) return lineOf(count);
  return lineOf(1);
}
