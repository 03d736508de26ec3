/** Finds dates in the texts that contradict the order's dates or the calendar. */
import type { ReadFiles } from "../data/data-files.js";
import { earliestDate, type Order } from "../data/knowledge.js";
import { addDays, type CalendarDate, daysBetween, formatDate } from "../values/calendar.js";
import { readDate } from "../values/written-date.js";
import { advise, type Finding } from "./finding.js";
import { collectTexts, MONTHS, sentencesOf } from "./texts.js";

const MONTH = MONTHS.join("|");
const WEEKDAYS = "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday";
const WRITTEN = new RegExp(`(?:(${WEEKDAYS}),? )?\\b((?:${MONTH}) \\d{1,2}, \\d{4})\\b`, "g");

/** A sentence with one of these may be about another order, law or list. */
const OF_ANOTHER = /\b(?:13873|13942|13943|14034|14117|14166|PAFACA|TikTok|WeChat'?s? order|bill|act|rule|memo)\b/i;

/** Advises on dates that cannot be right. Reports only what it can disprove, so it may miss some. */
export function checkDates(files: ReadFiles): Finding[] {
  const order = files.order.value;
  return collectTexts(files).flatMap(({ text, path, problemAt }) =>
    sentencesOf(text).flatMap((sentence) => {
      const complain: Complain = (words, message, fix) => advise("dates", problemAt(path, message, { fix, words }));
      return [
        ...wrongDays(sentence, order, complain),
        ...wrongEvents(sentence, order, complain),
        ...wrongCounts(sentence, order, complain),
      ];
    }),
  );
}

type Complain = (words: string, message: string, fix: string) => Finding;

/** Finds days that do not exist, and wrong weekdays. */
function wrongDays(sentence: string, order: Order, complain: Complain): Finding[] {
  return [...sentence.matchAll(WRITTEN)].flatMap(([whole, weekday, written = ""]) => {
    const date = readDate(written, order.checked);
    if (date === undefined) return [complain(whole, `There was no ${written}.`, "Look the day up in the source.")];
    const real = WEEKDAYS.split("|")[new Date(date).getUTCDay()];
    if (weekday === undefined || weekday === real) return [];
    return [complain(whole, `${written} was a ${real}.`, "Correct the weekday, or leave it out.")];
  });
}

/** Finds wrong days in "signed on …" and "revoked on …" about this order. */
function wrongEvents(sentence: string, order: Order, complain: Complain): Finding[] {
  if (OF_ANOTHER.test(sentence.replace(/Executive Order 14034 revoked/g, ""))) return [];
  const { signed, revoked } = order.events;
  const events: [verb: string, on: CalendarDate, slot: string][] = [
    ["signed", signed.on, "{date.signed}"],
    ["revoked", revoked.on, "{date.revoked}"],
  ];
  return events.flatMap(([verb, on, slot]) => {
    const pattern = new RegExp(
      `\\b(?:order|it|13971|14034) (?:was |had been )?${verb} (?:it )?on ((?:${MONTH}) \\d{1,2}, \\d{4})`,
      "i",
    );
    const written = pattern.exec(sentence)?.[1];
    if (written === undefined || readDate(written, order.checked) === on) return [];
    const message = `By order.yaml the order was ${verb} on ${formatDate(on)}, and not on ${written}.`;
    return [complain(written, message, `Write ${slot}, or say which order is meant.`)];
  });
}

/** Finds wrong counts of days: how long the order was on the books, and how long before anything could begin. */
function wrongCounts(sentence: string, order: Order, complain: Complain): Finding[] {
  if (OF_ANOTHER.test(sentence)) return [];
  const { signed, revoked, earliest } = order.events;
  const counts: [pattern: RegExp, days: number, fix: string][] = [
    [
      /\b(\d+) days on the books\b|\bon the books for (\d+) days\b/i,
      daysBetween(signed.on, revoked.on),
      "Write {days.on-the-books}.",
    ],
    [/\b(\d+) days after (?:it|the order) was signed\b/i, earliest["days-after-signed"], "Look it up in section 1(a)."],
  ];
  const wrong = counts.flatMap(([pattern, days, fix]) => {
    const match = pattern.exec(sentence);
    const said = match?.[1] ?? match?.[2];
    const isRevocation = addDays(signed.on, Number(said ?? 0)) === revoked.on;
    if (match === null || said === undefined || Number(said) === days || isRevocation) return [];
    return [complain(match[0], `By order.yaml it was ${days} days, and not ${said}.`, fix)];
  });
  const first = earliestDate(order);
  const early = new RegExp(
    `\\b(?:at the earliest|no (?:sooner|earlier) than|before) ((?:${MONTH}) \\d{1,2}, 2021)`,
  ).exec(sentence)?.[1];
  if (early === undefined || Math.abs(daysBetween(first, readDate(early, order.checked) ?? first)) !== 1) return wrong;
  return [...wrong, complain(early, `The earliest day was ${formatDate(first)}.`, "Write {date.earliest}.")];
}
