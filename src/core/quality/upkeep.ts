/** Finds what needs upkeep: sources that are not cited, reviews that are due, entries with few phrasings. */
import { walk } from "friendly-yaml";
import { entriesOf, type ReadFiles } from "../data/data-files.js";
import type { Knowledge } from "../data/knowledge.js";
import { freshnessOf } from "../data/reviews.js";
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
  ...checkReviews(files, today),
  ...checkFewPhrasings(files, knowledge),
  ...checkCalibration(files, knowledge, CALIBRATION),
];

export function checkCalibration({ negatives }: ReadFiles, knowledge: Knowledge, { measured }: Calibration): Finding[] {
  const difference = Math.abs(countLines(knowledge) - measured.lines);
  if (difference <= MOST_NEW_LINES) return [];
  const message = `The lists of questions have ${difference.toLocaleString("en")} lines more or fewer than on ${measured.on}, when the bot's confidence was calibrated.`;
  const fix = "Run `npm run calibrate`, and commit the files that it writes.";
  return [advise("calibration", negatives.problemAt([], message, { fix }))];
}

function* checkUncited({ order, apps, answers, sources }: ReadFiles): Generator<Finding> {
  const parts = [order, apps, ...answers].flatMap(({ value }) => [...walk(value)]);
  const cited = new Set(parts.flatMap(({ name, value }) => (name === "source" ? [value] : [])));
  const fix = "Cite it where it is used, or delete it.";
  for (const id of Object.keys(sources.value.sources))
    if (!cited.has(id))
      yield advise("cites", sources.problemAt(["sources", id], `Nothing cites \`${id}\`.`, { fix, atName: true }));
}

function* checkReviews({ answers, order }: ReadFiles, today: CalendarDate): Generator<Finding> {
  for (const { id, entry, problemAt } of entriesOf(answers)) {
    const adviseOn = (field: string, message: string, fix: string) =>
      advise("reviews", problemAt([id, field], message, { fix }));
    const { reviewed, "review-by": reviewBy } = entry;
    const again = "Compare the answer with its sources again, and set `reviewed`";
    const freshness = freshnessOf(entry, today);
    if (reviewBy !== undefined && freshness !== "fresh") {
      const when = freshness === "due-soon" ? "is due by" : "was due by";
      yield adviseOn("review-by", `A review ${when} ${formatDate(reviewBy)}.`, `${again} and \`review-by\`.`);
    } else if (reviewed > today)
      yield adviseOn("reviewed", `${formatDate(reviewed)} is still to come.`, "Write the day of the review itself.");
    else if (daysBetween(reviewed, today) > REVIEW_DAYS)
      yield adviseOn("reviewed", `Last reviewed on ${formatDate(reviewed)}, more than a year ago.`, `${again}.`);
  }
  const { checked } = order.value;
  if (daysBetween(checked, today) <= REVIEW_DAYS) return;
  const message = `The sources were last looked at on ${formatDate(checked)}, more than a year ago.`;
  const fix = "Look for what happened since, then set the day.";
  yield advise("reviews", order.problemAt(["checked"], message, { fix }));
}

function* checkFewPhrasings({ answers, phrasings }: ReadFiles, knowledge: Knowledge): Generator<Finding> {
  const fix = `Add other ways to ask, as people type: from about ${FEW_PHRASINGS} on an answer is found surely.`;
  for (const { id, problemAt } of entriesOf(answers))
    if (!Object.hasOwn(knowledge.phrasings, id))
      yield advise("few", problemAt([id], "No phrasing leads here.", { fix, atName: true }));
  for (const { id, entry, problemAt } of entriesOf(phrasings)) {
    const message =
      entry.length === 0
        ? "No phrasing leads here."
        : `Only ${entry.length} ${entry.length === 1 ? "phrasing leads" : "phrasings lead"} here.`;
    if (entry.length < FEW_PHRASINGS) yield advise("few", problemAt([id], message, { fix, atName: true }));
  }
}
