import { excerptOf } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import type { DataFiles, ReadFiles } from "../../../src/core/data/data-files.js";
import { parse } from "../../../src/core/data/parse.js";
import { checkDates } from "../../../src/core/quality/dates.js";
import type { Finding } from "../../../src/core/quality/finding.js";
import { checkCited, checkHouseStyle } from "../../../src/core/quality/house-style.js";
import { fileMemory, leanFiles } from "../../data.js";
import { NEW_FILE, withEntry } from "../../edits.js";

function readOf(files: DataFiles): ReadFiles {
  const parsed = parse(files, fileMemory);
  if (parsed.kind === "bad") throw new Error(JSON.stringify(parsed.problems));
  return parsed.read;
}

const withAnswer = (answer: string) => withEntry("answer: It is.", `answer: >-\n    ${answer}`);

/** What is found in an answer, with the words that are pointed at. */
function findIn(check: (files: ReadFiles) => Iterable<Finding>, answer: string): { message: string; words: string }[] {
  const files = withAnswer(answer);
  return [...check(readOf(files))]
    .filter(({ file }) => file === NEW_FILE)
    .map((finding) => {
      const [line = "", marks = ""] = excerptOf(finding, files.get(finding.file))?.split("\n") ?? [];
      return { message: finding.message, words: line.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1) };
    });
}

describe("the house style advises against", () => {
  test.each<[string, string, RegExp]>([
    ["You should delete the app.", "should", /tells the reader what to do/],
    ["Merchants must stop. It was so.", "must", /tells the reader/],
    ["We recommend a lawyer.", "We recommend", /advice/],
    ["It ended. Make sure to read it.", "Make sure", /advice/],
    ["You can still use it.", "You can still", /advice/],
    ["It ended. Avoid the app.", "Avoid", /begins with "Avoid"/],
    ["It was revoked recently.", "recently", /another day to everyone/],
    ["Nothing has happened so far.", "so far", /another day/],
    ["It was signed last year by the President.", "last year", /another day/],
    ["WeChat Pay is banned in the U.S. by it.", "is banned", /statement of law/],
    ["It was in force for months.", "was in force", /statement of law/],
    ["Fortunately it was revoked.", "Fortunately", /takes a side/],
    ["It is over!", "!", /takes a side/],
  ])("%s", (answer, words, message) => {
    expect(findIn(checkHouseStyle, answer)).toEqual([{ message: expect.stringMatching(message), words }]);
  });

  test.each([
    "The order would have applied to transactions by any person.",
    'Reuters quoted an official: "You should stop using it now!"',
    "This bot cannot say whether the app is safe today.",
    "Nothing was ever banned under it; it was never in force against anyone.",
    "As of {date.checked} my sources show no new order so far.",
    "Never used, the power lapsed on {date.revoked}.",
  ])("and lets stand: %s", (answer) => {
    expect(findIn(checkHouseStyle, answer)).toEqual([]);
  });

  test("an answer without a source, unless the bot speaks of itself", () => {
    const found = (answer: string) => [...checkCited(readOf(withAnswer(answer)))].map(({ entry }) => entry);
    expect(found("It was signed.")).toEqual(["new-entry"]);
    expect(found("Ask me about the order.")).toEqual([]);
  });

  test("nothing in the data as it is published, in its style and in its dates", () => {
    const read = readOf(leanFiles);
    expect([...checkHouseStyle(read), ...checkDates(read), ...checkCited(read)]).toEqual([]);
  });
});

describe("a date is doubted", () => {
  test.each<[string, string, RegExp]>([
    ["The order was signed on January 6, 2021.", "January 6, 2021", /signed on January 5, 2021, and not on/],
    ["President Biden acted, and Executive Order 14034 revoked it on June 11, 2021.", "June 11, 2021", /June 9, 2021/],
    ["It could begin at the earliest February 18, 2021.", "February 18, 2021", /earliest day was February 19/],
    ["It stayed on the books for 150 days.", "on the books for 150 days", /155 days, and not 150/],
    ["It was signed on Monday, January 5, 2021.", "Monday, January 5, 2021", /was a Tuesday/],
    ["It was due on February 30, 2021.", "February 30, 2021", /There was no February 30/],
  ])("where it disagrees with the order's events or the calendar: %s", (answer, words, message) => {
    expect(findIn(checkDates, answer)).toEqual([{ message: expect.stringMatching(message), words }]);
  });

  test.each([
    "The order was signed on January 5, 2021, a Tuesday.",
    "Executive Order 13942, on TikTok, was signed on August 6, 2020.",
    "The order was signed on {date.signed} and published on January 8, 2021.",
    "It was revoked 155 days after it was signed.",
    "The bill was signed on December 29, 2022.",
  ])("and not where it is right, or is another's: %s", (answer) => {
    expect(findIn(checkDates, answer)).toEqual([]);
  });
});
