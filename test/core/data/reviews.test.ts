/** What time may make wrong says so once its review is overdue, and steps down to its sources long after. */
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../src/core/data/knowledge.js";
import { dueReviews, freshnessOf, GRACE_DAYS } from "../../../src/core/data/reviews.js";
import { describeAnswer } from "../../../src/core/reply/reply.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { addDays } from "../../../src/core/values/calendar.js";
import { LOCALES } from "../../../src/core/values/locale.js";
import { edited, knowledgeOf, smallFiles } from "../../data.js";
import { dayOf } from "../../days.js";
import { problemsOf, withEntry } from "../../edits.js";

const BY = dayOf("2027-05-31");
const timely = knowledgeOf(
  edited(
    "answers/dates.yaml",
    (text) => text.replace(/reviewed: .*\n/, (line) => `${line}  review-by: ${BY}\n`),
    smallFiles,
  ),
);
const entry = timely.entries["start-date"] as Entry;
const answerOn = (days: number, locale?: (typeof LOCALES)[number]) =>
  describeAnswer({ kind: "entry", entry, on: addDays(BY, days) }, writerFor(timely, locale));

describe("an answer with a day for its next review", () => {
  it.each([
    [-31, "fresh"],
    [-30, "due-soon"],
    [0, "due-soon"],
    [1, "overdue"],
    [GRACE_DAYS, "overdue"],
    [GRACE_DAYS + 1, "out-of-date"],
  ])("is, %i days after it, %s", (days, freshness) => {
    expect(freshnessOf(entry, addDays(BY, days))).toBe(freshness);
  });

  it("says nothing of it until the day has passed, and then says so below the answer", () => {
    expect(answerOn(0).notes.join()).not.toContain("due for review");
    expect(answerOn(1).notes).toContainEqual(expect.stringContaining("due for review on May 31, 2027"));
    expect(answerOn(1).paragraphs).toEqual(answerOn(0).paragraphs);
  });

  it("gives, long after it, nothing but its sources, and when it was last reviewed", () => {
    const { paragraphs, sources, remarks } = answerOn(GRACE_DAYS + 1);
    expect(paragraphs).toEqual([expect.stringMatching(/out of date: .* May 31, 2027\. Here are its sources\./)]);
    expect(sources).toEqual(answerOn(0).sources);
    expect(remarks).toContain("checked November 23, 2026");
  });

  it("says both in the reader's language", () => {
    const said = LOCALES.map((locale) => [answerOn(1, locale).notes, answerOn(100, locale).paragraphs].flat().join());
    expect(new Set(said).size).toBe(LOCALES.length);
    for (const text of said.filter((_, index) => LOCALES[index] !== "en")) expect(text).toContain("2027年5月31日");
  });

  it("must have sources to fall back on, and a day later than its last review", () => {
    const uncited = problemsOf(withEntry("reviewed:", "review-by: 2027-01-01\n  reviewed:"));
    expect(uncited).toMatchObject([
      { entry: "new-entry", field: "review-by", message: expect.stringMatching(/cites/) },
    ]);
    const early = problemsOf(withEntry("cites: []", "cites: [{ source: eo-13971 }]\n  review-by: 2026-11-23"));
    expect(early).toMatchObject([{ field: "review-by", message: expect.stringMatching(/not after/) }]);
  });
});

describe("an answer without one", () => {
  it("states what was so, and is as good in a hundred years", () => {
    const lasting = knowledgeOf(smallFiles).entries["start-date"] as Entry;
    expect(freshnessOf(lasting, dayOf("2126-11-23"))).toBe("fresh");
  });
});

describe("the moderators' list", () => {
  it("has what is due within a month and what is overdue, and nothing else", () => {
    expect(dueReviews(timely, addDays(BY, -31))).toEqual([]);
    expect(dueReviews(timely, addDays(BY, -30))).toEqual([{ entry: "start-date", by: BY, freshness: "due-soon" }]);
    expect(dueReviews(timely, addDays(BY, 91))).toEqual([{ entry: "start-date", by: BY, freshness: "out-of-date" }]);
  });
});
