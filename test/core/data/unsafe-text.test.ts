/** What no data file may hold: text that misleads its reader, pings, links elsewhere, or is dropped in silence. */
import { excerptOf, type Problem } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/core/data/parse.js";
import { bytesOf, edited, filesOf, placeOf, smallFiles, textOf } from "../../data.js";

const DATES = "answers/dates.yaml";
const CHINESE = "zh-CN/answers/dates.yaml";
const files = new Map([
  ...smallFiles,
  ...filesOf({ [CHINESE]: "start-date: { of: abcdefg, question: 何时？, answer: 二月。 }\n" }),
]);

const problemsOf = (changed: typeof files): readonly Problem[] => {
  const parsed = parse(changed);
  return parsed.kind === "bad" ? parsed.problems : [];
};

/** Expects that `to` in the place of `from` is one problem, at `marker`, which says what to do. */
function expectOne(file: string, from: string, to: string, marker: string, says: RegExp): void {
  const changed = edited(file, (text) => text.replace(from, () => to), files) as typeof files;
  const problems = problemsOf(changed);
  expect(problems).toEqual([
    expect.objectContaining({
      file,
      ...placeOf(textOf(changed, file), marker),
      message: expect.stringMatching(says),
      fix: expect.stringMatching(/^[A-Z].*[.?`]$/),
    }),
  ]);
  const shown = excerptOf(problems[0] as Problem, changed.get(file)) ?? "";
  expect(shown).toMatch(/^\d+ \| .*\n *\| [ \u3000]*\^+$/);
  expect(shown.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
}

test("a character that cannot be seen is a problem in every kind of file, wherever it stands", () => {
  const UNSEEN = /U\+[0-9A-F]{4}.*cannot be seen/;
  expectOne(DATES, "days after", "days\u202e after", "\u202e after", UNSEEN);
  expectOne("phrasings/dates.txt", "does it", "does\u200b it", "\u200b it", UNSEEN);
  expectOne(CHINESE, "二月", "二\u3164月", "\u3164月", UNSEEN);
  expectOne(DATES, "start-date:", "# \u202e\nstart-date:", "\u202e", UNSEEN);
  expectOne("apps.yaml", "name: Red", "name: \u200bRed", "\u200bRed", UNSEEN);
  expectOne("golden.yaml", "when did", "when\u2060 did", "\u2060 did", UNSEEN);
});

describe("a text that readers see", () => {
  const NOT_ALLOWED = /not allowed/;
  test.each([
    ["a link in Markdown", "[the order](https://evil.example/a)", "https://evil.example/a", NOT_ALLOWED],
    ["a bare link", "https://evil.example", "https://evil.example", NOT_ALLOWED],
    ["a link in capitals", "HTTPS://EVIL.EXAMPLE/a", "HTTPS://EVIL", NOT_ALLOWED],
    ["a link whose host hides behind an @", "https://www.federalregister.gov@evil.example", "https://www", NOT_ALLOWED],
    ["a link that is not https", "http://www.federalregister.gov/d/1", "http://www", /https/],
    ["a link into an app", "discord://-/channels/1", "discord://", /https/],
    ["a link without its beginning", "www.evil.example", "www.evil", NOT_ALLOWED],
    ["an invite", "discord.gg/abc", "discord.gg/abc", NOT_ALLOWED],
    ["a ping of everyone", "@everyone", "@everyone", /ping/],
    ["a ping of those who are here", "@here", "@here", /ping/],
    ["a ping of a member", "<@80351110224678912>", "<@80351110224678912>", /ping/],
    ["a ping of a role", "<@&80351110224678912>", "<@&80351110224678912>", /ping/],
    ["a link to a channel", "<#80351110224678912>", "<#80351110224678912>", /ping/],
  ])("may not hold %s", (_, text, marker, says) => {
    expectOne(DATES, "45 days after", `${text} 45 days after`, marker, says);
    expectOne("order.yaml", "text: It is signed.", `text: It is ${text} signed.`, marker, says);
    expectOne(CHINESE, "二月。", `"二月 ${text} 。"`, marker, says);
  });

  test("may link to an allowed host, and name a host or an address with an @", () => {
    const link =
      "[it](https://www.federalregister.gov/d/2021-00305), https://www.federalregister.gov/. Or me@here.example.";
    expect(
      problemsOf(edited(DATES, (text) => text.replace("45 days", `${link} 45 days`), files) as typeof files),
    ).toEqual([]);
  });

  test("is not what people ask, which may hold anything", () => {
    const asked = edited("negatives.txt", (text) => `${text}@everyone see https://evil.example\n`, files);
    const golden = edited(
      "golden.yaml",
      (text) => `${text}- { ask: "@here https://evil.example", expect: none }\n`,
      asked,
    );
    expect(problemsOf(golden as typeof files)).toEqual([]);
  });
});

describe("an id that JavaScript has other plans for is a problem, and not dropped", () => {
  const ENTRY = "  question: What?\n  answer: It.\n  cites: []\n  reviewed: 2026-11-23\n";
  test.each(["__proto__", "constructor"])("%s", (id) => {
    const NO_ID = /programs keep/;
    expectOne(DATES, "start-date:", `${id}:\n${ENTRY}start-date:`, `${id}:`, NO_ID);
    expectOne("apps.yaml", "apps:\n", `apps:\n  ${id}: { name: A, standing: look-alike }\n`, `${id}:`, NO_ID);
    expectOne(
      "sources.yaml",
      "sources:\n",
      `sources:\n  ${id}: { title: A, short: A, publisher: A, tier: primary }\n`,
      `${id}:`,
      NO_ID,
    );
    expectOne("phrasings/dates.txt", "[start-date]", `[${id}]\nwhat is it\n[start-date]`, `[${id}]`, NO_ID);
    expectOne("negatives.txt", "[chatter]", `[near ${id}]\nwhat is it\n[chatter]`, `[near ${id}]`, NO_ID);
    expectOne(
      CHINESE,
      "start-date:",
      `${id}: { of: abcdefg, question: 何？, answer: 二。 }\nstart-date:`,
      `${id}:`,
      NO_ID,
    );
  });

  test("nor is a name or a field of that kind", () => {
    const names = "ambiguous:\n  __proto__: { means: [red-pay, blue-pay] }\n";
    expectOne("apps.yaml", "ambiguous:\n", names, "__proto__", /__proto__/);
    expectOne("order.yaml", "sections: { ", "sections: { __proto__: Nothing., ", "__proto__", /__proto__/);
    expectOne("negatives.txt", "[chatter]", "[__proto__]\na\n[chatter]", "[__proto__]", /__proto__/);
    expectOne(DATES, "  related:", "  __proto__: 1\n  related:", "__proto__", /__proto__/);
  });
});

test.each([
  [DATES, "  answer: On"],
  ["phrasings/dates.txt", "when does"],
  ["negatives.txt", "hello"],
])("a mark of an unfinished merge is a problem in %s", (file, from) => {
  expectOne(file, from, `  <<<<<<< HEAD\n${from}`, "<<<<<<< HEAD", /unfinished merge/);
});

describe("a file whose name only looks like a data file's is told of, with the right name", () => {
  test.each([
    ["answers/dates.yaml.txt", "`answers/dates.yaml` is there as well"],
    ["answers/dates.txt.yaml", "`answers/dates.yaml` is there as well"],
    ["answers/dates.YAML", "`answers/dates.yaml` is there as well"],
    ["answers/dates copy.yaml", "`answers/dates.yaml` is there as well"],
    ["answers/dates - Copy.yaml", "`answers/dates.yaml` is there as well"],
    ["answers/dates (1).yaml", "`answers/dates.yaml` is there as well"],
    ["answers/Copy of dates.yaml", "`answers/dates.yaml` is there as well"],
    ["answers/dates.yaml copy", "`answers/dates.yaml` is there as well"],
    ["answers/extra.yaml.txt", "Rename it to `answers/extra.yaml`."],
    ["phrasings/extra.TXT", "Rename it to `phrasings/extra.txt`."],
    ["zh-CN/answers/extra.yml.txt", "Rename it to `zh-CN/answers/extra.yaml`."],
    ["zh-CN/answers/dates copy.yaml", "`zh-CN/answers/dates.yaml` is there as well"],
    ["order.Yml", "`order.yaml` is there as well"],
    ["constructor.yaml", "Move it out"],
    ["constructor/extra.yaml", "Move it out"],
  ])("%s", (file, fix) => {
    expect(problemsOf(new Map(files).set(file, bytesOf("{}\n")))).toEqual([
      { file, line: 1, column: 1, message: expect.stringMatching(/^No data file/), fix: expect.stringContaining(fix) },
    ]);
  });
});
