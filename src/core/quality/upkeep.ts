/** Finds what needs upkeep: sources that are not cited, reviews that are due, entries with few phrasings. */
import { walk } from "friendly-yaml";
import type { ReadFiles } from "../data/data-files.js";
import type { Knowledge } from "../data/knowledge.js";
import { dueReviews } from "../data/reviews.js";
import { CALIBRATION } from "../matching/calibrated.js";
import { type Calibration, countLines } from "../matching/calibration.js";
import { type CalendarDate, daysBetween, formatDate } from "../values/calendar.js";
import { advise, type Finding } from "./finding.js";

/** Days after which a review is due again. */
const REVIEW_DAYS = 365;
/** Policy: an entry with fewer phrasings is found less surely. */
const FEW_PHRASINGS = 60;
/** Policy: when the data has more lines than this added or removed since the calibration, calibrate again. */
const MOST_NEW_LINES = 600;

export const checkUpkeep = (files: ReadFiles, knowledge: Knowledge, today: CalendarDate): Finding[] => [
  ...checkUncited(files),
  ...checkReviews(files, knowledge, today),
  ...checkFewPhrasings(files),
  ...checkCalibration(files, knowledge, CALIBRATION),
];

export function checkCalibration({ negatives }: ReadFiles, knowledge: Knowledge, { measured }: Calibration): Finding[] {
  const difference = Math.abs(countLines(knowledge) - measured.lines);
  if (difference <= MOST_NEW_LINES) return [];
  const message = `The lists of questions have ${difference.toLocaleString("en")} lines more or fewer than on ${measured.on}, when the bot's confidence was calibrated.`;
  const fix = "Run `npm run calibrate`, and commit the files that it writes.";
  return [advise("calibration", negatives.problemAt([], message, { fix }))];
}

function checkUncited({ order, apps, answers, sources }: ReadFiles): Finding[] {
  const parts = [order, apps, ...answers].flatMap(({ value }) => [...walk(value)]);
  const cited = new Set(parts.flatMap(({ name, value }) => (name === "source" ? [value] : [])));
  return Object.keys(sources.value.sources).flatMap((id) => {
    if (cited.has(id)) return [];
    const fix = "Cite it where it is used, or delete it.";
    return [advise("cites", sources.problemAt(["sources", id], `Nothing cites \`${id}\`.`, { fix, atName: true }))];
  });
}

function checkReviews({ answers, order }: ReadFiles, knowledge: Knowledge, today: CalendarDate): Finding[] {
  const due = new Map(dueReviews(knowledge, today).map((review) => [review.entry, review]));
  const findings = answers.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, { reviewed }]) => {
      const adviseOn = (field: string, message: string, fix: string) => [
        advise("reviews", problemAt([id, field], message, { fix })),
      ];
      const again = "Compare the answer with its sources again, and set `reviewed`.";
      const review = due.get(id);
      if (review !== undefined) {
        const when = review.freshness === "due-soon" ? "is due by" : "was due by";
        return adviseOn(
          "review-by",
          `A review ${when} ${formatDate(review.by)}.`,
          `${again.slice(0, -1)} and \`review-by\`.`,
        );
      }
      if (reviewed > today)
        return adviseOn("reviewed", `${formatDate(reviewed)} is still to come.`, "Write the day of the review itself.");
      if (daysBetween(reviewed, today) > REVIEW_DAYS)
        return adviseOn("reviewed", `Last reviewed on ${formatDate(reviewed)}, more than a year ago.`, again);
      return [];
    }),
  );
  const { checked } = order.value;
  if (daysBetween(checked, today) <= REVIEW_DAYS) return findings;
  const message = `The sources were last looked at on ${formatDate(checked)}, more than a year ago.`;
  const fix = "Look for what happened since, then set the day.";
  return [...findings, advise("reviews", order.problemAt(["checked"], message, { fix }))];
}

function checkFewPhrasings({ answers, phrasings }: ReadFiles): Finding[] {
  const counts = new Map(phrasings.flatMap(({ value }) => Object.entries(value).map(([id, all]) => [id, all.length])));
  const fix = `Add other ways to ask, as people type: from about ${FEW_PHRASINGS} on an answer is found surely.`;
  const message = (count: number): string =>
    count === 0
      ? "No phrasing leads here."
      : `Only ${count} ${count === 1 ? "phrasing leads" : "phrasings lead"} here.`;
  const few = phrasings.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, all]) =>
      all.length >= FEW_PHRASINGS ? [] : [problemAt([id], message(all.length), { fix, atName: true })],
    ),
  );
  const none = answers.flatMap(({ value, problemAt }) =>
    Object.keys(value).flatMap((id) => (counts.has(id) ? [] : [problemAt([id], message(0), { fix, atName: true })])),
  );
  return [...none, ...few].map((problem) => advise("few", problem));
}
