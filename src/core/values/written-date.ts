/** Reads calendar dates as people write them, as long as they can mean only one day. */
import { UTCDate } from "@date-fns/utc";
import { format } from "date-fns/format";
import { isValid } from "date-fns/isValid";
import { lastDayOfMonth } from "date-fns/lastDayOfMonth";
import { lastDayOfYear } from "date-fns/lastDayOfYear";
import { parse } from "date-fns/parse";
import { addDays, type CalendarDate, dateOf, parseDate } from "./calendar.js";
import { ownValue } from "./own-value.js";

/** "3/1/2021" is missing: it is March 1 in the United States and January 3 elsewhere. */
const FORMATS = [
  "yyyy-M-d",
  "yyyy/M/d",
  "yyyy.M.d",
  "yyyy'年'M'月'd'日'",
  ...["MMMM d yyyy", "MMM d yyyy", "d MMMM yyyy", "d MMM yyyy", "yyyy MMMM d"],
];

const DAYS_AGO: Readonly<Record<string, number>> = { today: 0, now: 0, 今天: 0, yesterday: 1, 昨天: 1 };

/** Returns the day that `text` names, such as "2021-3-1", "March 1st, 2021" or "yesterday"; undefined if none or several. */
export function readDate(text: string, today: CalendarDate): CalendarDate | undefined {
  const written = text.trim().toLowerCase();
  const daysAgo = ownValue(DAYS_AGO, written);
  return daysAgo === undefined ? parseAs(FORMATS, written) : addDays(today, -daysAgo);
}

const PERIODS = [
  { formats: ["yyyy-M", "yyyy'年'M'月'", "MMMM yyyy", "MMM yyyy"], lastDayOf: lastDayOfMonth },
  { formats: ["yyyy", "yyyy'年'"], lastDayOf: lastDayOfYear },
];

/** Returns the day that `text` names, or the last one of its month or year, none after `today`; undefined if none. */
export function readLastDay(text: string, today: CalendarDate): CalendarDate | undefined {
  const [last] = PERIODS.flatMap(({ formats, lastDayOf }) => {
    const first = parseAs(formats, text.trim().toLowerCase());
    return first === undefined ? [] : dateOf(lastDayOf(new UTCDate(first)));
  });
  const day = readDate(text, today) ?? last;
  return day !== undefined && day > today ? today : day;
}

function parseAs(formats: readonly string[], written: string): CalendarDate | undefined {
  const plain = written
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, "")
    .replace(/(?<=[a-z])\.|,/g, " ")
    .replace(/\bsept\b/g, "sep")
    .replace(/\bof\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  for (const pattern of formats) {
    const day = parse(plain, pattern, new UTCDate(0));
    if (isValid(day)) return parseDate(format(day, "yyyy-MM-dd"));
  }
  return undefined;
}
