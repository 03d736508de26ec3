import { describe, expect, test } from "vitest";
import type { DataFiles } from "../../../src/core/data/data-files.js";
import { parse } from "../../../src/core/data/parse.js";
import type { Finding } from "../../../src/core/quality/finding.js";
import { adviseOnFollowUps } from "../../../src/core/quality/follow-ups.js";
import { checkLimits } from "../../../src/core/quality/limits.js";
import { checkUpkeep } from "../../../src/core/quality/upkeep.js";
import { edited, fileMemory, filesOf, leanFiles, placeOf, smallFiles, textOf } from "../../data.js";
import { dayOf } from "../../days.js";

const inSmall = (file: string, from: string, to: string) =>
  edited(file, (text) => text.replace(from, () => to), smallFiles);

function findings(files: DataFiles, today = "2026-11-24"): Finding[] {
  const parsed = parse(files, fileMemory);
  if (parsed.kind === "bad") throw new Error(JSON.stringify(parsed.problems));
  return [...checkUpkeep(parsed.read, parsed.knowledge, dayOf(today)), ...checkLimits(parsed.read, parsed.knowledge)];
}
const about = (files: DataFiles, subject: Finding["about"], today?: string) =>
  findings(files, today)
    .filter((finding) => finding.about === subject)
    .map(({ level, file, line, column, message }) => ({ level, file, line, column, message }));

describe("the check advises on", () => {
  test("a source that nothing cites, at its id", () => {
    const files = inSmall(
      "sources.yaml",
      "sources:\n",
      "sources:\n  old-one: { title: Old, short: Old, publisher: A, tier: primary }\n",
    );
    const place = placeOf(textOf(files, "sources.yaml"), "old-one");
    expect(about(files, "cites")).toEqual([
      { level: "advice", file: "sources.yaml", ...place, message: "Nothing cites `old-one`." },
    ]);
    expect(about(smallFiles, "cites")).toEqual([]);
  });

  test("an answer that few phrasings lead to, with their number", () => {
    expect(about(smallFiles, "few").map(({ message }) => message)).toEqual([
      "Only 2 phrasings lead here.",
      "Only 1 phrasing leads here.",
    ]);
    const none = inSmall("phrasings/dates.txt", "[app-maker]\nwho makes {app}\n", "");
    const place = placeOf(textOf(none, "answers/dates.yaml"), "app-maker:");
    expect(about(none, "few")).toContainEqual({
      level: "advice",
      file: "answers/dates.yaml",
      ...place,
      message: "No phrasing leads here.",
    });
  });

  test("a review that is a year old, still to come, or past its day", () => {
    const messages = (files: DataFiles, today?: string) => about(files, "reviews", today).map(({ message }) => message);
    expect(messages(smallFiles)).toEqual([]);
    expect(messages(smallFiles, "2026-11-22")).toHaveLength(2);
    expect(messages(smallFiles, "2026-11-22")[0]).toMatch(/November 23, 2026 is still to come/);
    expect(messages(smallFiles, "2027-11-24").slice(0, 2)).toEqual(
      Array(2).fill("Last reviewed on November 23, 2026, more than a year ago."),
    );
    expect(messages(smallFiles, "2027-11-24")[2]).toMatch(/sources were last looked at/);
    const due = inSmall("answers/dates.yaml", "  related: [app-maker]", "  review-by: 2027-01-01");
    expect(messages(due)).toEqual([]);
    expect(messages(due, "2026-12-20")).toEqual(["A review is due by January 1, 2027."]);
    expect(messages(due, "2027-01-02")).toEqual(["A review was due by January 1, 2027."]);
  });

  test("a question that a button would cut", () => {
    const files = inSmall("answers/dates.yaml", "When would it have started?", `${"When ".repeat(20)}?`);
    expect(about(files, "limits")).toEqual([
      expect.objectContaining({ level: "advice", message: "The question has 101 characters, and a button shows 80." }),
    ]);
  });
});

describe("of lists of follow-ups", () => {
  const adviceOn = (text: string) => {
    const files = new Map([...smallFiles, ...filesOf({ "follow-up-questions/dates.txt": text })]);
    const parsed = parse(files);
    if (parsed.kind === "bad") throw new Error(JSON.stringify(parsed.problems));
    return [...adviseOnFollowUps(parsed.read, parsed.knowledge)].map(
      ({ file, line, column, message, fix }) => `${file}:${line}:${column} ${message} ${fix}`,
    );
  };

  test.each([
    ["[start-date > app-maker]\nand who makes it\n\n[app:red-pay > none]\nlol", []],
    [
      "[start-dat > app-maker]\nwho makes it",
      [/^follow-up-questions\/dates\.txt:1:2 `start-dat` is no answer.*mean `start-date`/],
    ],
    [
      "[named > app-makr]\nwho makes it",
      [/^follow-up-questions\/dates\.txt:1:10 `app-makr` is no answer.*mean `app-maker`/],
    ],
    ["[named > named]\nwho", [/`named` is no answer.*(?:Delete|mean)/]],
    [
      "[start-date > app-maker]\nand who?\n[start-date > app-status]\nAnd who",
      [/dates\.txt:4:1 Behind the same answer this asks for `app-maker` too/],
    ],
  ])("it is advice, and no problem, that one teaches nothing or two things: %j", (text, expected) => {
    const advice = adviceOn(text);
    expect(advice).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(advice[index]).toMatch(pattern);
  });
});

describe("Discord's limits are a problem", () => {
  test("where an app's reply outgrows a message on some day", () => {
    const action = (on: string) =>
      `{ on: ${on}, text: "${"A state acted on it. ".repeat(45)}", cites: [{ source: a-paper }] }`;
    const files = inSmall(
      "apps.yaml",
      "other-action: [{ on: 2022-12, text: A state acted., cites: [{ source: a-paper }] }]",
      `other-action: [${["2021-12", "2022-01", "2022-03-04"].map(action).join(", ")}]`,
    );
    expect(about(files, "limits")).toEqual([
      expect.objectContaining({
        level: "problem",
        file: "apps.yaml",
        message: expect.stringMatching(/longer than the 2,000/),
      }),
    ]);
  });

  test("where an answer outgrows a message once its review is overdue, which it says in a line more", () => {
    const titled = inSmall("order.yaml", "A title", "x".repeat(86));
    const long = edited(
      "answers/dates.yaml",
      (text) => text.replace("45", `$& ${"{order.title} ".repeat(20)}`),
      titled,
    );
    expect(about(long, "limits")).toEqual([]);
    const due = edited("answers/dates.yaml", (text) => text.replace("  related:", "  review-by: 2027-01-01\n$&"), long);
    expect(about(due, "limits")).toMatchObject([{ level: "problem", message: expect.stringMatching(/longer than/) }]);
  });

  test("and the data as it is published keeps to them", () => {
    expect(about(leanFiles, "limits")).toEqual([]);
  });
});
