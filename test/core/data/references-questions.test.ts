import { describe, test } from "vitest";
import { edited, knowledgeOf, leanFiles } from "../../data.js";
import { expectProblem, type Wrong, withMore, withPhrasings } from "../../edits.js";

const [one = "", two = ""] = Object.values(knowledgeOf(leanFiles).entries).flatMap(({ id, app }) => (app ? [] : [id]));
const withNegative = edited("negatives.txt", (text) => `${text}WHEN?\n`, withPhrasings(`[${one}]\nwhen\n`));
const withGolden = (fields: string, files = leanFiles) => withMore("golden.yaml", `- { ${fields} }\n`, files);

describe("a question in the data that leads nowhere, or to two answers, names file, line, column, entry and field", () => {
  test.each<Wrong>([
    [
      "a golden question with an unknown label",
      "golden.yaml",
      withGolden("ask: new one, expect: nowhere"),
      "nowhere",
      "expect",
      /no answer/,
    ],
    [
      "a golden follow-up to an unknown label",
      "golden.yaml",
      withGolden("ask: new one, expect: none, after: nowhere"),
      "nowhere",
      "after",
      /no answer/,
    ],
    [
      "a golden question that is also taught",
      "golden.yaml",
      withGolden("ask: New one, expect: none", withPhrasings(`[${one}]\nnew ONE?\n`)),
      "New one",
      "ask",
      /would test nothing/,
    ],
    [
      "an unknown label among the most asked",
      "most-asked.yaml",
      withMore("most-asked.yaml", "- app:nowhere\n"),
      "app:nowhere",
      "",
      /no answer/,
    ],
    [
      "no answer at all among the most asked",
      "most-asked.yaml",
      withMore("most-asked.yaml", "- none\n"),
      "none",
      "",
      /no answer.*Write an answer's id/,
    ],
    [
      "phrasings of no entry",
      "phrasings/dates.txt",
      edited("phrasings/dates.txt", () => "[nowhere]\none\n"),
      "[nowhere]",
      "nowhere",
      /no entry/,
    ],
    [
      "one wording for two answers",
      "phrasings/1.txt",
      withPhrasings(`[${one}]\nwhat day?\n`, `[${two}]\nWhat DAY\n`),
      "What DAY",
      two,
      /one wording has one answer/,
    ],
    [
      "one entry's phrasings in two files",
      "phrasings/1.txt",
      withPhrasings(`[${one}]\nwhen\n`, `[${one}]\nwhat day\n`),
      `[${one}]`,
      one,
      /another file/,
    ],
    [
      "a wording that lacks its app",
      "phrasings/0.txt",
      withPhrasings("[app-status]\nis it on\n"),
      "is it",
      "app-status",
      /write \{app\}/,
    ],
    [
      "a wording with an app too many",
      "phrasings/0.txt",
      withPhrasings(`[${one}]\nwhen {app}\n`),
      "when",
      one,
      /takes no app/,
    ],
    ["a negative that is also a wording", "negatives.txt", withNegative, "WHEN?", "chatter", /also a phrasing of/],
  ])("%s", expectProblem);
});
