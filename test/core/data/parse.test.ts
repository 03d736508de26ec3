import { describe, expect, test } from "vitest";
import { parse } from "../../../src/core/data/parse.js";
import { bytesOf, edited, knowledgeOf, leanFiles, realFiles } from "../../data.js";
import {
  expectProblem,
  NEW_ENTRY,
  NEW_FILE,
  problemsOf,
  type Wrong,
  withEntry,
  withFile,
  withMore,
  withOrder,
  withSource,
} from "../../edits.js";

const LONG = "It is. ".repeat(200);
const AGAIN = NEW_ENTRY.replace("new-entry:", "new-entry: # again");

describe("a mistake of form names file, line, column, entry and field", () => {
  test.each<Wrong>([
    [
      "an id in the wrong form",
      NEW_FILE,
      withEntry("new-entry", "New_Entry"),
      "New_Entry",
      "New_Entry",
      /lower-case.*`new-entry`/,
    ],
    [
      "an unknown field",
      NEW_FILE,
      withEntry("  cites", "  colour: red\n  cites"),
      "colour",
      "new-entry, colour",
      /no field `colour`.*there are: question, answer/,
    ],
    [
      "a missing field",
      NEW_FILE,
      withEntry("  answer: It is.\n", ""),
      "new-entry",
      "new-entry, answer",
      /`answer` is missing/,
    ],
    [
      "a text that is too long",
      NEW_FILE,
      withEntry("It is.", `So ${LONG}`),
      "So It",
      "new-entry, answer",
      /1,200.*shorter by/,
    ],
    ["an empty text", NEW_FILE, withEntry("It is.", '"  "'), '"  "', "new-entry, answer", /empty/],
    [
      "a question without its mark",
      NEW_FILE,
      withEntry("new?", "new."),
      "Is it",
      "new-entry, question",
      /question mark/,
    ],
    [
      "a day that never was",
      NEW_FILE,
      withEntry("2026-11-23", "2026-02-30"),
      "2026-02-30",
      "new-entry, reviewed",
      /no such day.*calendar/,
    ],
    ["a month that never was", "sources.yaml", withSource("date: 2021-13"), "2021-13", "new-source, date", /date/],
    [
      "a link that is not https",
      "sources.yaml",
      withSource("url: http://a.b/"),
      "http://a.b/",
      "new-source, url",
      /URL/,
    ],
    [
      "a link that runs code",
      "sources.yaml",
      withSource("url: 'javascript:1'"),
      "'javascript",
      "new-source, url",
      /URL/,
    ],
    [
      "a key given twice",
      NEW_FILE,
      withFile(`${NEW_ENTRY}${AGAIN}`),
      "new-entry: # again",
      "",
      /`new-entry`.*second time/,
    ],
    ["indentation with a tab", NEW_FILE, withEntry("  answer", "\tanswer"), "\tanswer", "", /tab/i],
    [
      "a bracket left open",
      NEW_FILE,
      withFile(`${NEW_ENTRY.replace("[]", "[")}next: {}\n`),
      "[\n",
      "",
      /bracket \[ is not closed/,
    ],
    [
      "a golden question with no text",
      "golden.yaml",
      withMore("golden.yaml", "- { ask: '', expect: none }"),
      "''",
      "ask",
      /empty/,
    ],
  ])("%s", expectProblem);

  test.each([
    ["a file that is missing", "order.yaml", undefined, /missing/],
    ["a file that is empty", "words.yaml", "", /empty/],
    ["a file of blanks", "words.yaml", " \n\n", /empty/],
    ["a file that is not UTF-8", "golden.yaml", new Uint8Array([0xff, 0x2d, 0x20]), /not UTF-8/],
    ["a file that is cut inside a letter", "words.yaml", bytesOf("ä").subarray(0, -1), /not UTF-8/],
    ["a file that is far too large", "words.yaml", `#${" ".repeat(2_000_000)}`, /larger than/],
    ["a file of unknown name", "anwsers/dates.yaml", "{}", /No data file of this name/],
    ["a file too deep in its folder", "answers/more/dates.yaml", "{}", /No data file of this name/],
  ])("%s", (_, file, content, message) => {
    const files = new Map(leanFiles);
    if (content === undefined) files.delete(file);
    else files.set(file, typeof content === "string" ? bytesOf(content) : content);
    expect(problemsOf(files)).toEqual([
      { file, line: 1, column: 1, message: expect.stringMatching(message), fix: expect.stringMatching(/\.$|\?$/) },
    ]);
  });
});

describe("the data", () => {
  test("as it is published is good", () => {
    expect(problemsOf(realFiles)).toEqual([]);
  });

  test("gives all its broken references at once, over all files and all places of a file", () => {
    let files = withEntry("It is.", "So {one} and {two}.");
    files = withMore(NEW_FILE, "  related: [nowhere]\n", files);
    files = withMore("most-asked.yaml", "- three\n- four\n", files);
    files = edited("order.yaml", (text) => text.replace(/^checked: .*/m, "checked: 2021-01-09"), files);
    const expected = [NEW_FILE, NEW_FILE, NEW_FILE, "most-asked.yaml", "most-asked.yaml", "order.yaml"];
    expect(
      problemsOf(files)
        .map(({ file }) => file)
        .sort(),
    ).toEqual(expected.sort());
  });

  test("gives all its mistakes of form at once", () => {
    const files = new Map(withMore(NEW_FILE, "  one: 1\n  two: 2\n", withFile(NEW_ENTRY)));
    files.set("words.yaml", bytesOf("same: [[alone]]\n"));
    files.set("ambient.txt", bytesOf("[speak]\n[speek]\n[speak]\n"));
    files.delete("golden.yaml");
    const expected = [NEW_FILE, NEW_FILE, "ambient.txt", "ambient.txt", "golden.yaml", "words.yaml"];
    expect(new Set(problemsOf(files).map(({ file }) => file))).toEqual(new Set(expected));
    expect(problemsOf(files).filter(({ file }) => file === NEW_FILE)).toHaveLength(2);
  });

  test("is bad as a whole where one file is bad: nothing of it is taken over", () => {
    expect(parse(withOrder(/^checked: .*/m, "checked: soon"))).toEqual({ kind: "bad", problems: [expect.anything()] });
  });

  test("means the same in whatever order its files are read", () => {
    expect(knowledgeOf(new Map([...leanFiles].reverse()))).toEqual(knowledgeOf(leanFiles));
  });

  test("gives each entry its id and the topic that its file is about", () => {
    expect(knowledgeOf(withFile(NEW_ENTRY)).entries["new-entry"]).toMatchObject({ id: "new-entry", topic: "zz-new" });
  });
});
