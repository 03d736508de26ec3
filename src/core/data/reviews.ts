/** Which answers time may have made wrong: due for a review soon, overdue, or too old to be given. */
import { addDays, type CalendarDate } from "../values/calendar.js";
import type { Entry, Knowledge } from "./knowledge.js";

/** Days before a review is due from which moderators are reminded of it. */
const NOTICE_DAYS = 30;
/** Days after a review was due from which an answer is replaced by its sources. */
export const GRACE_DAYS = 90;

/**
 * `due-soon`: within `NOTICE_DAYS`. `overdue`: the day has passed, and the reply says so. `out-of-date`: it passed more
 * than `GRACE_DAYS` ago. An answer without `review-by` states what was so, and stays fresh.
 */
export type Freshness = "fresh" | "due-soon" | "overdue" | "out-of-date";

export function freshnessOf({ "review-by": by }: Pick<Entry, "review-by">, on: CalendarDate): Freshness {
  if (by === undefined || addDays(on, NOTICE_DAYS) < by) return "fresh";
  if (on <= by) return "due-soon";
  return on <= addDays(by, GRACE_DAYS) ? "overdue" : "out-of-date";
}

/** Every answer whose review is due within `NOTICE_DAYS` of `today` or was due before, the longest due first. */
export const dueReviews = ({ entries }: Knowledge, today: CalendarDate) =>
  Object.values(entries)
    .flatMap((entry) => {
      const freshness = freshnessOf(entry, today);
      const by = entry["review-by"];
      return freshness === "fresh" || by === undefined ? [] : [{ entry: entry.id, by, freshness }];
    })
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.entry.localeCompare(b.entry, "en")));
