/** Checks that a translation has the dates, the figures and the apps of the text that it translates. */
import type { App } from "../data/knowledge.js";
import { MONTHS } from "../values/calendar.js";

const NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");

interface Notation {
  /** With the groups `year`, `month` and `day`. */
  readonly date: RegExp;
  /** With one group, which names a unit. */
  readonly unit: RegExp;
  readonly units: Readonly<Record<string, number>>;
}

const ENGLISH: Notation = {
  date: new RegExp(`\\b(?<month>${MONTHS.join("|")})(?: (?<day>\\d{1,2})\\b(?!\\d))?(?:,? (?<year>\\d{4}))?`, "g"),
  unit: / ?(thousand|million|billion|trillion)\b/,
  units: { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 },
};
const CHINESE: Notation = {
  date: /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?/g,
  unit: / ?(万亿|[千万亿])/,
  units: { 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 },
};

/**
 * Returns the dates, days as `2021-06-09` and months as `2021-06`, without a year if none is given, and all other figures.
 */
function readFacts(text: string, { date, unit, units }: Notation) {
  const dates = new Set<string>();
  const rest = text.replace(date, (...match) => {
    const { year, month, day } = match.at(-1) as Record<string, string | undefined>;
    if (day === undefined && year === undefined) return match[0];
    const number = String(MONTHS.indexOf(month ?? "") + 1 || month);
    dates.add([year, number, day].flatMap((part) => part?.padStart(2, "0") ?? []).join("-"));
    return " ";
  });
  const figure = new RegExp(`(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?:${unit.source})?`, "g");
  const figures = [...rest.replace(/\{[^{}]*\}/g, " ").matchAll(figure)].map(([, number = "", name = ""]) =>
    Number((Number(number.replaceAll(",", "")) * (units[name] ?? 1)).toPrecision(12)),
  );
  return { dates, figures: new Set(figures) };
}

/** Describes each fact that only one of the two texts has; `nameOf` returns what an app is called in Chinese. */
export function findDifferences(
  english: string,
  chinese: string,
  apps: readonly App[],
  nameOf: (app: App) => string,
): string[] {
  const [here, there] = [readFacts(english, ENGLISH), readFacts(chinese, CHINESE)];
  // A Chinese text may write these in figures; a month without a day is one as well.
  const inWords = new Set(
    [NUMBER_WORDS, MONTHS].flatMap((words) =>
      words.flatMap((word, index) => (new RegExp(`\\b${word}\\b`, "i").test(english) ? [index + 1] : [])),
    ),
  );
  const slots = (text: string): string => [...new Set(text.match(/\{[^{}]*\}/g))].sort().join(" ");
  // The longest names first: WeChat Pay is not WeChat.
  const names = apps.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).sort((a, b) => b.length - a.length);
  const named = new Set(english.match(new RegExp(`(?<!\\w)(?:${names.join("|")})(?!\\w)`, "g")));
  return [
    ...without(here.dates, there.dates).map((date) => `the date ${date} is missing`),
    ...without(there.dates, here.dates).map((date) => `the date ${date} is not in the English text`),
    ...without(here.figures, there.figures).map((figure) => `the figure ${figure} is missing`),
    ...without(there.figures, new Set([...here.figures, ...inWords])).map(
      (figure) => `the figure ${figure} is not in the English text`,
    ),
    ...(slots(english) === slots(chinese)
      ? []
      : [`the slots are ${slots(chinese) || "none"} instead of ${slots(english) || "none"}`]),
    ...apps
      .filter((app) => named.has(app.name) && ![nameOf(app), app.name, ...app.names].some((n) => chinese.includes(n)))
      .map((app) => `${app.name} is not named`),
  ];
}

const without = <T>(all: ReadonlySet<T>, others: ReadonlySet<T>): T[] => [...all].filter((one) => !others.has(one));
