import { excerptOf, type Problem } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import type { DataFiles } from "../../../src/core/data/data-files.js";
import { bytesOf, edited, filesOf, placeOf, shortFiles, textOf } from "../../data.js";
import { problemsOf } from "../../edits.js";

const PHRASINGS = "phrasings/dates.txt";
const FOLLOW_UPS = "follow-up-questions/order.txt";
/** Its names are a list in YAML. */
const NAMES = "order.yaml";
const DATES = "answers/dates.yaml";
const NAME_LIST = `names:
  - "when does it start"
  - which day is day one
  - "from what day on?"
`;
const PHRASING_LIST = `# Ways to ask.

[start-date]
when does it start
which day is day one

[ever-enforced]
was it ever enforced
`;
const files: DataFiles = new Map([
  ...edited(NAMES, (text) => text.replace(/^names:\n( .*\n)+/m, NAME_LIST)),
  ...filesOf({ [PHRASINGS]: PHRASING_LIST }),
]);

/** What people do to a text: something is put in the place of something else. */
type Slip = [what: string, file: string, from: string, to: string, at: string, says: RegExp];

const BOM = "\ufeff";
const [REVIEWED = "", DAY = ""] = /reviewed: (\S+)/.exec(textOf(files, DATES)) ?? [];
const [answer = ""] = /The ban would have started on \{date.earliest\}[^\n]*/.exec(textOf(files, DATES)) ?? [];
const replaced = (file: string, from: string, to: string) =>
  edited(file, (text) => text.replace(from, () => to), files);

/** No moderator knows these words, which belong to the parsers. */
const PARSERS_WORDS =
  /mapping|scalar|implicit|token|sequence|compact|flow|node|invalid input|expected|received|regex|undefined|null|NaN|alias|anchor|parse/i;

function expectHelp(problem: Problem | undefined, changed: DataFiles): asserts problem is Problem {
  expect(problem).toBeDefined();
  const { message = "", fix = "" } = problem ?? {};
  expect(message).toMatch(/^[A-Z`"2].*\.$/);
  expect(fix).toMatch(/^[A-Z].*[.?`"]$/s);
  expect(`${message} ${fix}`).not.toMatch(PARSERS_WORDS);
  if (problem && problem.length !== undefined)
    expect(excerptOf(problem, changed.get(problem.file))).toMatch(/ \| .*\n *\| [ \u3000]*\^+$/);
}

describe("a slip of the hand is told with its place and with what to do", () => {
  test.each<Slip>([
    ["a tab", DATES, "  answer: >-", "\tanswer: >-", "\tanswer", /tab.*put spaces in its place/i],
    ["a colon in a sentence", DATES, `>-\n    ${answer}`, "So: no.", ": no.", /colon.*into quotes/i],
    ["a quote missing at the end", NAMES, 'it start"', "it start", '"when', /no quote at its end.*behind the text/],
    ["a link for a source", DATES, "source: sidley-2021", "source: https://a.b/", "https://a.b", /no source.*add it/i],
    [
      "a Cyrillic letter in a source",
      DATES,
      "source: sidley-2021",
      "source: sidl\u0435y-2021",
      "sidl\u0435y",
      /mean `sidley-2021`/,
    ],
    [
      "a source without its word",
      DATES,
      "- source: sidley-2021",
      "- sidley-2021",
      "sidley-2021",
      /`- source: sidley-2021`/,
    ],
    [
      "a source cited twice",
      DATES,
      "sidley-2021",
      "reuters-2021-06-21",
      "source: reuters-2021-06-21\n    - source: dorsey",
      /second time.*delete/i,
    ],
    ["no word on the review", DATES, `  ${REVIEWED}\n`, "", "start-date", /`reviewed: \d/],
    ["a review with a name in it", DATES, REVIEWED, "reviewed: { by: Ann, on: 2026-11-23 }", "{ by", /`reviewed: \d/],
    ["an answer whose field is misspelt", DATES, "  answer:", "  anwser:", "anwser", /mean `answer`/],
    ["no space after a colon", DATES, "question: When", "question:When", ":When", /no space behind this colon/i],
    ["text that begins with a slot", DATES, `>-\n    ${answer}`, "{date.signed} it was.", "{date", /quotes/i],
    ["a field that is misspelt", DATES, "  cites:", "  cities:", "cities", /no field `cities`.*mean `cites`/i],
    ["an answer that is too long", DATES, answer, "So it was. ".repeat(120), ">-", /characters.*shorter by/i],
    ["a day that never was", DATES, DAY, "2021-02-30", "2021-02-30", /no such day.*calendar/],
    ["a day as Americans write it", DATES, DAY, "11/23/2026", "11/23", /YYYY-MM-DD.*like 2021-06-09/],
    ["a source that is not there", DATES, "sidley-2021", "sidley-2012", "sidley-2012", /mean `sidley-2021`/],
    ["an unknown slot", DATES, "{date.earliest}", "{date.earlyest}", "{date.earlyest}", /mean \{date.earliest\}/],
    ["a slot not closed", DATES, "{date.signed}", "{date.signed", "{date.signed (", /brace.*one that is missing/],
    ["a slot not opened", DATES, "{date.signed}", "date.signed}", "on\n    date.signed}", /brace.*one that is missing/],
    ["a slot in two pairs of braces", DATES, "{date.signed}", "{{date.signed}}", "{{date", /brace.*take this one out/],
    ["an app's place misspelt", PHRASINGS, "which day", "which {ap} day", "{ap}", /only \{app\}.*name of any app/i],
    ["an app's place not closed", PHRASINGS, "which day", "which {app day", "{app day", /only \{app\}.*any app/i],
    [
      "a related answer that is not there",
      DATES,
      "immediate-effect, ever",
      "immediate-efect, ever",
      "immediate-efect",
      /mean `immediate-effect`/,
    ],
    [
      "a golden reply that is not there",
      "golden.yaml",
      "expect: order-summary",
      "expect: order-sumary",
      "order-sumary",
      /mean `order-summary`/,
    ],
    [
      "a host that may not be linked to",
      "sources.yaml",
      "https://www.federalregister.gov/",
      "https://example.org/",
      "https://example",
      /example.org are not allowed.*hosts/,
    ],
    [
      "a link that is not https",
      "sources.yaml",
      "https://www.federalregister.gov/",
      "http://www.federalregister.gov/",
      "http://",
      /https:\/\//,
    ],
    [
      "one wording for two answers",
      PHRASINGS,
      "was it ever enforced",
      "When does it START?",
      "When does it START",
      /also a phrasing of `start-date`/,
    ],
    [
      "a wording that is also a negative",
      "negatives.txt",
      "[chatter]\n",
      "[chatter]\nwhen does it start\n",
      "when does",
      /must not be answered.*delete one/i,
    ],
    ["a heading not closed", PHRASINGS, "[ever-enforced]", "[ever-enforced", "[ever-enforced", /no bracket at its end/],
    ["a question behind a heading", PHRASINGS, "enforced]\n", "enforced] ", "[ever-enforced]", /alone on its line/],
    ["a heading of YAML", PHRASINGS, "[ever-enforced]", "ever-enforced:", "ever-enforced:", /without its brackets/],
    [
      "a heading twice",
      PHRASINGS,
      "[ever-enforced]",
      "[start-date]\nso\n[start-date]",
      "[start-date]\nso",
      /second time/,
    ],
    ["a heading misspelt", PHRASINGS, "[ever-enforced]", "[ever-enforcd]", "[ever-enforcd]", /mean `ever-enforced`/],
    ["a heading in capitals", PHRASINGS, "[start-date]", "[Start Date]", "[Start Date]", /no id.*`start-date`/],
    [
      "a group of negatives misspelt",
      "negatives.txt",
      "[chatter]",
      "[chater]",
      "[chater]",
      /no heading.*mean `chatter`/i,
    ],
    ...["[congress-told]", "[order-signer >]", "[order-signer > congress-told > none]"].map(
      (heading): Slip => [
        `follow-ups below ${heading}`,
        FOLLOW_UPS,
        "[order-signer > congress-told]",
        heading,
        heading,
        /names two answers.*`\[order-signer > congress-told\]`/,
      ],
    ),
    [
      "a heading of follow-ups twice",
      FOLLOW_UPS,
      "[order-signer > congress-told]",
      "[order-signer>congress-told]\nso\n[order-signer > congress-told]",
      "[order-signer > congress-told]",
      /second time/,
    ],
    ["a heading of phrasings with two", PHRASINGS, "[ever-enforced]", "[a > b]", "[a > b]", /no id|no entry/i],
    ["a negative near nothing", "negatives.txt", "[chatter]", "[near start-dat]", "[near start", /mean `start-date`/],
    ["a question above all headings", PHRASINGS, "# Ways", "Ways", "Ways", /no heading stands above.*write one/i],
    ["a dash before a question", PHRASINGS, "which day", "- which day", "- which", /no dash.*take the dash away/i],
    [
      "quotes around a question",
      PHRASINGS,
      "which day is day one",
      '"which day?"',
      '"which',
      /no quotes.*take them away/i,
    ],
    ["a question that is too long", PHRASINGS, "which day", "which day ".repeat(40), "which", /characters.*shorter by/],
    [
      "another app's name",
      "apps.yaml",
      "    names: [",
      "    names: [tencent qq, ",
      "tencent qq, ",
      /already belongs to `.*`.*`ambiguous`/,
    ],
  ])("%s", (_, file, from, to, at, says) => {
    const changed = replaced(file, from, to);
    const problems = problemsOf(changed);
    for (const problem of problems) expectHelp(problem, changed);
    const text = textOf(changed, file);
    expect(
      problems.map(({ message, fix, line, column }) => ({ said: `${message} ${fix}`, line, column })),
    ).toContainEqual({ said: expect.stringMatching(says), ...placeOf(text, at) });
    // One slip is one problem: where others must follow from it, they are about what is now missing elsewhere.
    expect(problems.filter((problem) => problem.file === file).length).toBeLessThanOrEqual(2);
  });

  test("a source that was renamed: every place that still has the old name is told, with the new one", () => {
    const old = "commerce-rescission-2021";
    const changed = replaced("sources.yaml", `  ${old}:`, "  commerce-rescission-june-2021:");
    const problems = problemsOf(changed);
    expect(problems.length).toBeGreaterThan(5);
    for (const problem of problems) {
      expectHelp(problem, changed);
      expect(problem.fix).toBe("Did you mean `commerce-rescission-june-2021`?");
      expect(excerptOf(problem, changed.get(problem.file))).toContain(old);
    }
  });
});

describe("a file that is gone or cannot be used is told once, and not again wherever it is named", () => {
  const without = (file: string) => new Map([...shortFiles].filter(([name]) => name !== file));
  const BACK = expect.stringMatching(/bring it back: on GitHub .*Revert.*`git restore`/i);

  test.each([DATES, "answers/about.yaml", "order.yaml", "sources.yaml", "apps.yaml"])("%s was deleted", (file) => {
    expect(problemsOf(without(file))).toEqual([
      { file, line: 1, column: 1, message: expect.stringMatching(/missing/), fix: BACK },
    ]);
  });

  test("one that was moved or renamed is told at its new name, with the right one", () => {
    for (const name of ["answers/dates.yml", "answers/Dates.yaml", "dates.yaml"]) {
      const changed = new Map([...without(DATES), [name, shortFiles.get(DATES) ?? bytesOf("")]]);
      expect(problemsOf(changed)).toMatchObject([{ file: name, fix: expect.stringContaining("answers/") }]);
    }
  });

  test.each([
    ["answers/extra.yml", /^Rename it to `answers\/extra.yaml`\.$/],
    ["answers/Extra page.yaml", /^Rename it to `answers\/extra-page.yaml`\.$/],
    ["answers/dates.yml", /^`answers\/dates.yaml` is there as well: .*delete this one/],
    ["anwsers/extra.yml", /^Did you mean `answers\/extra.yaml`/],
    ["notes.yaml", /^Move it out/],
  ])("the name %s is put right", (file, fix) => {
    const changed = new Map(files).set(file, bytesOf("{}\n"));
    expect(problemsOf(changed)).toEqual([expect.objectContaining({ file, fix: expect.stringMatching(fix) })]);
  });

  test.each([
    ["cannot be read", (text: string) => text.replace("question: When", "question: When: say")],
    ["is empty", () => ""],
    ["holds a bad day", (text: string) => text.replace(DAY, "2021-02-30")],
    ["holds an id in capitals", (text: string) => text.replace("start-date:", "Start-Date:")],
  ])("one that %s makes nothing else wrong", (_, edit) => {
    const problems = problemsOf(edited(DATES, edit, shortFiles));
    expect(problems).toMatchObject([{ file: DATES }]);
  });
});

describe("mistakes of several kinds are told at once", () => {
  const messages = (changed: DataFiles) => problemsOf(changed).map(({ message }) => message);

  test.each(["start-date", "immediate-effect"])("a bad day and, in %s of the same file, an unknown source", (id) => {
    const changed = edited(
      DATES,
      (text) =>
        text
          .replace(DAY, "2021-02-30")
          .replace(new RegExp(`^${id}:[\\s\\S]*?- source: eo-`, "m"), (entry) => `${entry.slice(0, -3)}oe-`),
      shortFiles,
    );
    expect(messages(changed).sort()).toEqual([
      "No source with id `oe-13971` is in sources.yaml.",
      expect.stringMatching(/no such day/),
    ]);
  });

  test("a file that cannot be read, and an unknown label in another", () => {
    const unread = edited(DATES, (text) => text.replace("question: When", "question: When: say"), shortFiles);
    const changed = edited("most-asked.yaml", (text) => `${text}- nowhere-at-all\n`, unread);
    expect(messages(changed)).toEqual([expect.stringMatching(/colon/), "`nowhere-at-all` names no answer and no app."]);
  });

  test("a source with a bad link, and a wording that two answers have", () => {
    const linked = replaced("sources.yaml", "https://www.federalregister.gov/", "http://www.federalregister.gov/");
    const changed = edited(PHRASINGS, (text) => text.replace("was it ever enforced", "when does it start"), linked);
    expect(problemsOf(changed).map(({ file }) => file)).toEqual([PHRASINGS, "sources.yaml"]);
  });
});

test.each<[string, (text: string) => string]>([
  ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
  ["with the line ends of old Macs", (text) => text.replaceAll("\n", "\r")],
  ["with a byte-order mark", (text) => `${BOM}${text}`],
  ["with blanks at the ends of its lines", (text) => text.replaceAll("e\n", "e  \n")],
  ["without a line end at its end", (text) => text.trimEnd()],
])("a file %s is as good as any", (_, edit) => {
  expect(problemsOf(edited(PHRASINGS, edit, files))).toEqual([]);
  expect(problemsOf(edited(DATES, edit, files))).toEqual([]);
});
