/** Whether a translation has the dates, the figures and the apps of the text that it translates. */
import type { App } from "../data/knowledge.js";

const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];
const ENGLISH_DATE = new RegExp(`\\b(${MONTHS.join("|")})(?: (\\d{1,2})\\b(?!\\d))?(?:,? (\\d{4}))?`, "g");
const CHINESE_DATE = /(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?/g;
const ENGLISH_UNITS: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };
const CHINESE_UNITS: Readonly<Record<string, number>> = { 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 };
const NUMBER_WORDS = [
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

interface Facts {
  /** Days as `2021-06-09`, months as `2021-06`; without a year where none is said. */
  readonly dates: ReadonlySet<string>;
  readonly figures: ReadonlySet<number>;
}

const isoOf = (...parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-");

function readEnglish(text: string): Facts {
  const dates = new Set<string>();
  const rest = text.replace(ENGLISH_DATE, (whole, month: string, day?: string, year?: string) => {
    if (day === undefined && year === undefined) return whole;
    dates.add(isoOf(year, String(MONTHS.indexOf(month) + 1), day));
    return " ";
  });
  return { dates, figures: readFigures(rest, / ?(thousand|million|billion|trillion)\b/, ENGLISH_UNITS) };
}

function readChinese(text: string): Facts {
  const dates = new Set<string>();
  const rest = text.replace(CHINESE_DATE, (whole, year?: string, month?: string, day?: string) => {
    if (day === undefined && year === undefined) return whole;
    dates.add(isoOf(year, month, day));
    return " ";
  });
  return { dates, figures: readFigures(rest, / ?(万亿|[千万亿])/, CHINESE_UNITS) };
}

function readFigures(text: string, unit: RegExp, units: Readonly<Record<string, number>>): Set<number> {
  const figure = new RegExp(`(\\d+(?:,\\d{3})*(?:\\.\\d+)?)(?:${unit.source})?`, "g");
  const found = [...text.replace(/\{[^{}]*\}/g, " ").matchAll(figure)].map(([, number = "", name = ""]) =>
    Number((Number(number.replaceAll(",", "")) * (units[name] ?? 1)).toPrecision(12)),
  );
  return new Set(found);
}

/** What of `english` is missing in `chinese`, or is only there, in words; `nameOf` is what an app is called in Chinese. */
export function findDifferences(
  english: string,
  chinese: string,
  apps: readonly App[],
  nameOf: (app: App) => string,
): string[] {
  const [here, there] = [readEnglish(english), readChinese(chinese)];
  // A Chinese text may write these in figures; a month without a day is one as well.
  const inWords = new Set(
    [NUMBER_WORDS, MONTHS].flatMap((words) =>
      words.flatMap((word, index) => (new RegExp(`\\b${word}\\b`, "i").test(english) ? [index + 1] : [])),
    ),
  );
  const slots = (text: string): string => [...new Set(text.match(/\{[^{}]*\}/g))].sort().join(" ");
  let rest = english;
  const named = [...apps]
    .sort((a, b) => b.name.length - a.name.length)
    .filter(({ name }) => {
      const word = new RegExp(`(?<![\\w])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w])`, "g");
      const isNamed = word.test(rest);
      rest = rest.replace(word, " ");
      return isNamed;
    });
  return [
    ...[...here.dates].filter((date) => !there.dates.has(date)).map((date) => `the date ${date} is missing`),
    ...[...there.dates]
      .filter((date) => !here.dates.has(date))
      .map((date) => `the date ${date} is not in the English text`),
    ...[...here.figures]
      .filter((figure) => !there.figures.has(figure))
      .map((figure) => `the figure ${figure} is missing`),
    ...[...there.figures]
      .filter((figure) => !here.figures.has(figure) && !inWords.has(figure))
      .map((figure) => `the figure ${figure} is not in the English text`),
    ...(slots(english) === slots(chinese)
      ? []
      : [`the slots are ${slots(chinese) || "none"} instead of ${slots(english) || "none"}`]),
    ...named
      .filter((app) => ![nameOf(app), app.name, ...app.names].some((name) => chinese.includes(name)))
      .map((app) => `${app.name} is not named`),
  ];
}
