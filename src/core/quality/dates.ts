/** Finds dates in the texts that contradict the order's dates or the calendar. */
import type { ReadFiles } from "../data/data-files.js";
import { earliestDate, type Order } from "../data/knowledge.js";
import { addDays, daysBetween, formatDate, MONTHS } from "../values/calendar.js";
import { readDate } from "../values/written-date.js";
import { advise, type Finding } from "./finding.js";
import { sentencesIn } from "./texts.js";

const MONTH = MONTHS.join("|");
const WEEKDAYS = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday";
const WRITTEN = new RegExp(`(?:(${WEEKDAYS}),? )?\\b((?:${MONTH}) \\d{1,2}, \\d{4})\\b`, "g");

/** A sentence with one of these may be about another order, law or list. */
const OF_ANOTHER = /\b(?:13873|13942|13943|14034|14117|14166|PAFACA|TikTok|WeChat'?s? order|bill|act|rule|memo)\b/i;

type WrongDate = readonly [words: string, message: string, fix: string];

/** Advises on dates that cannot be right. Reports only what it can disprove, so it may miss some. */
export function* checkDates(files: ReadFiles): Generator<Finding> {
  const order = files.order.value;
  for (const { sentence, path, problemAt } of sentencesIn(files))
    for (const check of [wrongDays, wrongEvents, wrongCounts])
      for (const [words, message, fix] of check(sentence, order))
        yield advise("dates", problemAt(path, message, { fix, words }));
}

/** Finds days that do not exist, and wrong weekdays. */
function* wrongDays(sentence: string, { checked }: Order): Generator<WrongDate> {
  for (const [whole, weekday, written = ""] of sentence.matchAll(WRITTEN)) {
    const date = readDate(written, checked);
    const real = date && WEEKDAYS.split("|")[new Date(date).getUTCDay()];
    if (real === undefined) yield [whole, `There was no ${written}.`, "Look the day up in the source."];
    else if (weekday !== undefined && weekday !== real)
      yield [whole, `${written} was a ${real}.`, "Correct the weekday, or leave it out."];
  }
}

/** Finds wrong days in "signed on …" and "revoked on …" about this order. */
function* wrongEvents(sentence: string, { events, checked }: Order): Generator<WrongDate> {
  if (OF_ANOTHER.test(sentence.replace(/Executive Order 14034 revoked/g, ""))) return;
  for (const verb of ["signed", "revoked"] as const) {
    const { on } = events[verb];
    const pattern = new RegExp(
      `\\b(?:order|it|13971|14034) (?:was |had been )?${verb} (?:it )?on ((?:${MONTH}) \\d{1,2}, \\d{4})`,
      "i",
    );
    const written = pattern.exec(sentence)?.[1];
    if (written === undefined || readDate(written, checked) === on) continue;
    const message = `By order.yaml the order was ${verb} on ${formatDate(on)}, and not on ${written}.`;
    yield [written, message, `Write {date.${verb}}, or say which order is meant.`];
  }
}

/** Finds wrong counts of days: how long the order was on the books, and how long before anything could begin. */
function* wrongCounts(sentence: string, order: Order): Generator<WrongDate> {
  if (OF_ANOTHER.test(sentence)) return;
  const { signed, revoked, earliest } = order.events;
  const counts: [pattern: RegExp, days: number, fix: string][] = [
    [
      /\b(\d+) days on the books\b|\bon the books for (\d+) days\b/i,
      daysBetween(signed.on, revoked.on),
      "Write {days.on-the-books}.",
    ],
    [/\b(\d+) days after (?:it|the order) was signed\b/i, earliest["days-after-signed"], "Look it up in section 1(a)."],
  ];
  for (const [pattern, days, fix] of counts) {
    const [whole = "", first, second] = pattern.exec(sentence) ?? [];
    const said = first ?? second;
    const isRevocation = addDays(signed.on, Number(said ?? 0)) === revoked.on;
    if (said !== undefined && Number(said) !== days && !isRevocation)
      yield [whole, `By order.yaml it was ${days} days, and not ${said}.`, fix];
  }
  const first = earliestDate(order);
  const early = new RegExp(
    `\\b(?:at the earliest|no (?:sooner|earlier) than|before) ((?:${MONTH}) \\d{1,2}, 2021)`,
  ).exec(sentence)?.[1];
  if (early !== undefined && Math.abs(daysBetween(first, readDate(early, order.checked) ?? first)) === 1)
    yield [early, `The earliest day was ${formatDate(first)}.`, "Write {date.earliest}."];
}
