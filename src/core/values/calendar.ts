/** Calendar dates of law: the same for every reader, whatever their time zone. */
import { UTCDate } from "@date-fns/utc";
// The whole of date-fns is three hundred files, which every start would wait for.
import { addDays as addDaysTo } from "date-fns/addDays";
import { differenceInCalendarDays } from "date-fns/differenceInCalendarDays";
import { format } from "date-fns/format";
import { isValid } from "date-fns/isValid";
import { parse } from "date-fns/parse";
import type { Locale } from "./locale.js";

/** A day as `YYYY-MM-DD`, known to exist; two of them compare with `<`. */
export type CalendarDate = string & { readonly calendarDate: true };

/** The date that `text` writes as `YYYY-MM-DD` (years 1000 to 9999), or undefined when there is no such day. */
export function parseDate(text: string): CalendarDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < "1000") return undefined;
  return isValid(parse(text, "yyyy-MM-dd", new UTCDate(0))) ? (text as CalendarDate) : undefined;
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return format(addDaysTo(new UTCDate(date), days), "yyyy-MM-dd") as CalendarDate;
}

/** How many days lie between `from` and `to`: 1 from one day to the next. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return differenceInCalendarDays(new UTCDate(to), new UTCDate(from));
}

/**
 * `date` as a US reader writes it: "February 19, 2021"; a month alone ("2021-05") as "May 2021". For a reader of Chinese
 * "2021年2月19日" and "2021年5月". `Intl.DateTimeFormat` for a whole date would take 4 % of the bot's time under load.
 */
export function formatDate(date: string, locale: Locale = "en"): string {
  const [year = "", month, day] = date.split("-");
  if (locale !== "en") return [`${year}年`, month && `${Number(month)}月`, day && `${Number(day)}日`].join("");
  const monthAndDay = [month && MONTHS[Number(month) - 1], day && `${Number(day)},`];
  return [...monthAndDay, year].filter((part) => part !== undefined).join(" ");
}

const MONTH = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "long" });
export const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, month) => MONTH.format(Date.UTC(2021, month)));

/** The calendar date of the instant `now`, in UTC. */
export const dateOf = (now: Date): CalendarDate => now.toISOString().slice(0, 10) as CalendarDate;
