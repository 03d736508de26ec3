/** Days for the tests. */
import fc from "fast-check";
import { addDays, type CalendarDate, parseDate } from "../src/core/values/calendar.js";

/** The day that a test writes out; throws where there is none. */
export function dayOf(text: string): CalendarDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`${text} is not a day`);
  return date;
}

/** Any day of three centuries around the order's. */
export const day: fc.Arbitrary<CalendarDate> = fc
  .integer({ min: -55_000, max: 55_000 })
  .map((days) => addDays(dayOf("2021-01-05"), days));
