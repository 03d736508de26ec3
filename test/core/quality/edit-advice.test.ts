import { describe, expect, test } from "vitest";
import { digestOfEntry } from "../../../src/core/data/translations.js";
import { adviseOnEdit } from "../../../src/core/quality/edit-advice.js";
import { findBanClaim, isAnswerFirst } from "../../../src/core/quality/house-style.js";
import { edited, filesOf, knowledgeOf, realFiles, smallFiles } from "../../data.js";

const before = knowledgeOf(smallFiles);
const adviseOn = (edit: (text: string) => string) =>
  adviseOnEdit(before, knowledgeOf(edited("answers/dates.yaml", edit, smallFiles)));
const ANSWER = "On {date.earliest}, 45 days after {date.signed}.";

describe("the advice on an edit", () => {
  test("is none on what did not change, and none on a changed answer that was reviewed", () => {
    expect(adviseOnEdit(before, before)).toEqual([]);
    expect(
      adviseOn((text) => text.replace(ANSWER, "Never.").replace("reviewed: 2026-11-23", "reviewed: 2026-11-28")),
    ).toEqual([]);
  });

  test("names an answer that changed while its review date did not", () => {
    expect(adviseOn((text) => text.replace(ANSWER, "Never."))).toEqual([
      "start-date: the answer changed, and its review date did not: November 23, 2026.",
    ]);
  });

  test("names an answer that doesn't begin with an answer, and one that says that the apps were banned", () => {
    const told = adviseOn((text) =>
      text
        .replace("When would it have started?", "Were they banned?")
        .replace(ANSWER, "Officials said that the apps were banned and that you should stop using them.")
        .replace("reviewed: 2026-11-23", "reviewed: 2026-11-28"),
    );
    expect(told).toEqual([
      expect.stringMatching(/^start-date: the question asks for yes or no/),
      expect.stringMatching(/^start-date: "were banned" is a statement of law that is true of none/),
    ]);
  });

  test("names a changed text of an app that says that one was banned", () => {
    const files = edited(
      "apps.yaml",
      (text) => text.replace("India blocked", "WeChat Pay was banned, as India blocked"),
      realFiles,
    );
    const told = adviseOnEdit(knowledgeOf(realFiles), knowledgeOf(files));
    expect(told).toContainEqual(expect.stringMatching(/: "was banned" is a statement of law that is true of none/));
  });

  test("names the translations that an edit made stale", () => {
    const entry = before.entries["start-date"];
    if (entry === undefined) throw new Error("there is no such answer");
    const chinese = `start-date: { of: ${digestOfEntry(entry)}, question: 何时？, answer: 很早。 }\n`;
    const files = new Map([...smallFiles, ...filesOf({ "zh-CN/answers/dates.yaml": chinese })]);
    const after = edited("answers/dates.yaml", (text) => text.replace("45 days", "just 45 days"), files);
    expect(adviseOnEdit(knowledgeOf(files), knowledgeOf(after)).at(-1)).toContain("start-date");
  });
});

test.each([
  ["Was it enforced?", "No. It was not.", true],
  ["Was it enforced?", "Partly, by states.", true],
  ["Was it enforced?", "The article says otherwise.", false],
  ["Was it enforced?", "It was never enforced.", true],
  ["Did Biden cancel it?", "President Biden revoked it.", true],
  ["Did this order cancel it?", "This order was signed in 2021.", false],
  ["When was it enforced?", "The article says otherwise.", true],
])("%s %s", (question, answer, isFirst) => expect(isAnswerFirst(question, answer)).toBe(isFirst));

test.each([
  ["The order banned WeChat Pay.", "banned WeChat Pay"],
  ["The apps were banned in February and no court stopped that.", "were banned"],
  ["No court said that the apps were banned.", undefined],
  ["No app was banned; Alipay was banned.", "was banned"],
  ["It hasn’t been banned.", undefined],
  ["From that day the order was in force.", "was in force"],
  ["The apps were not banned.", undefined],
  ['He said "the apps are banned" then.', undefined],
  ["India banned TikTok.", undefined],
])("%s", (sentence, claim) => expect(findBanClaim(sentence)).toBe(claim));
