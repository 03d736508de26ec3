/** A slip of the hand is one problem: with its place, in plain words, and with what to do. */
import { excerptOf, type Problem, subjectOf } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import { bytesOf, FILE, problemsOf, RECIPES, readRecipes } from "./recipes.js";

/** What people do to a text: something is put in the place of something else. */
type Slip = [what: string, from: string, to: string, at: string, says: RegExp];

const STEPS = "Cook the tomatoes for an hour,";

/** These words belong to the parsers. */
const PARSERS_WORDS =
  /mapping|scalar|implicit|token|sequence|compact|flow|node|invalid input|expected|received|regex|undefined|null|NaN|alias|anchor|parse/i;

function expectHelp(problem: Problem, text: string): void {
  const { file, message, fix = "" } = problem;
  expect(file).toBe(FILE);
  expect(message).toMatch(/^[A-Z`"2].*\.$/);
  expect(fix).toMatch(/^[A-Z].*[.?`"]$/s);
  expect(`${message} ${fix}`).not.toMatch(PARSERS_WORDS);
  if (problem.length !== undefined) expect(excerptOf(problem, bytesOf(text))).toMatch(/ \| .*\n *\| [ \u3000]*\^+$/);
}

function placeOf(text: string, marker: string): { readonly line: number; readonly column: number } {
  const at = text.indexOf(marker);
  expect(at, `"${marker}" is not in the text`).toBeGreaterThanOrEqual(0);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

const replaced = (from: string, to: string): string => {
  expect(RECIPES).toContain(from);
  return RECIPES.replace(from, () => to);
};

describe("a slip of the hand is reported with its place and a remedy", () => {
  test.each<Slip>([
    ["a tab", "  steps: >-", "\tsteps: >-", "\tsteps", /tab.*put spaces in its place/i],
    ["a tab inside a text", `    ${STEPS}`, `\t${STEPS}`, `\t${STEPS}`, /tab.*put spaces/i],
    ["a colon in a sentence", `>-\n    ${STEPS}`, "So: no.", ": no.", /colon.*into quotes/i],
    ["a colon in an item", "- good in", "- well: good in", "well: good", /colon.*into quotes/i],
    ["a quote missing at the end", 'and red"', "and red", '"hot', /no quote at its end.*behind the text/],
    ["a quote missing at the start", '"hot', "hot", 'hot and red"', /one end only.*both ends/],
    ["quotes inside quotes", "and red", 'and "red"', 'red""', /ends before this.*single quotes/i],
    ["an apostrophe in single quotes", '"hot and red"', "'hot's red'", "s red", /apostrophe.*twice/i],
    ["curly quotes", '"hot and red"', "“hot and red”", "“hot", /curly quotes.*straight/i],
    ["one curly quote", 'and red"', "and red”", '"hot', /no quote at its end.*straight quote/i],
    ["a curly quote that only opens", "title: How", "title: “How: ", "“How", /other than straight ones.*straight/],
    ["wide quotes", "How do I make tomato soup?", "＂Soup?＂", "＂Soup", /quotes.*straight/],
    ["Chinese quotes", "good in winter", "「good in」", "「good", /quotes.*straight/],
    ["a field indented too little", "  steps:", " steps:", "steps:", /column.*two spaces/i],
    ["a field indented too far", "  steps:", "   steps:", "steps:", /column.*two spaces/i],
    ["an id that is indented", "bean-salad:", " bean-salad:", "bean-salad:", /column.*indent/i],
    ["an id indented as its fields are", "bean-salad:", "  bean-salad:", "bean-salad:", /column.*indent/i],
    ["a bracket where the fields begin", "tomato-soup:", "tomato-soup: {", "{\n", /bracket \{ is not closed/],
    ["hard spaces as indent", "  steps:", "\u00a0\u00a0steps:", "\u00a0\u00a0steps", /another kind.*ordinary/],
    ["an unseen space", "  steps:", "  \u200bsteps:", "\u200bsteps", /cannot be seen.*delete it/i],
    ["a comma behind an item", 'and red"', 'and red",', ",\n    - good", /comma.*take it away/i],
    ["a comma left out in braces", "the-pot, page", "the-pot page", " page: 12", /comma is missing/],
    ["a comma left out behind quotes", "the-pot, page", '"the-pot" page', " page: 12", /comma is missing/],
    ["a comma too many", "[cold", "[,cold", ",cold", /nothing stands before/i],
    ["a dash that was put right", "- good in", "– good in", "– good", /no hyphen.*`- `/],
    ["a star for a dash", "- good in", "* good in", "* good", /hyphen.*`- `/],
    ["a missing dash before plain text", "- good in", "good in", "good in", /neither.*begin it with `- `/],
    ["two lines that become one", "winter\n", "winter\n      and snow\n", "good in", /one text.*dash/i],
    ["no space after a dash", '- "for', '-"for', '-"for', /space behind this dash/],
    ["no space after a colon", "title: How", "title:How", ":How", /no space behind this colon/i],
    ["a Chinese colon", "title: How", "title：How", "：How", /Chinese colon.*`: `/],
    ["a colon left out behind an id", "bean-salad:", "bean-salad", "bean-salad\n", /colon behind/],
    ["a bracket left open", "12 }", "12", "{ book: the-pot", /bracket \{ is not closed/],
    ["text behind >-", `>-\n    ${STEPS}`, `>- ${STEPS}`, ` ${STEPS}`, /next line/],
    ["text that is not indented", `    ${STEPS}`, STEPS, STEPS, /neither.*indent it as far/i],
    ["text that begins with an @", `>-\n    ${STEPS}`, "@all: no.", "@all", /cannot begin with @.*quotes/i],
    ["text that begins with a brace", `>-\n    ${STEPS}`, "{so} it was.", "{so", /quotes/i],
    ["text that begins with an &", `>-\n    ${STEPS}`, "&c. and so on", "and so on", /command.*quotes/i],
    ["text that begins with a !", `>-\n    ${STEPS}`, "!Never stir", "stir", /command.*quotes/i],
    ["text behind a #", "good in winter", "is it # 1 now", " # 1", /comment and is not read/],
    ["three dashes", "bean-salad:", "---\nbean-salad:", "---", /second document.*delete/i],
    ["the mark of a pasted block", "bean-salad:", "```\nbean-salad:", "```", /pasted.*delete/i],
    ["the mark of a new line", "  title: How", "+    title: How", "+    title", /pasted.*take the \+ away/i],
    ["an unfinished merge", "  kind: soup", "<<<<<<< HEAD\n  kind: soup", "<<<<<<<", /unfinished merge.*keep one/i],
    ["an id twice", "bean-salad:", "tomato-soup: #", "tomato-soup: #", /second time/i],
    ["an id in capitals", "tomato-soup:", "Tomato-Soup:", "Tomato-Soup", /no id.*`tomato-soup`/],
    ["an id with a space", "tomato-soup:", '"tomato-soup ":', '"tomato-soup "', /no id.*`tomato-soup`/],
    ["a Cyrillic letter in an id", "tomato-soup:", "tom\u0430to-soup:", "tom\u0430", /type \u0430 again.*a to z/i],
    ["an id in capitals as a value", "the-pot", "The Pot", "The Pot", /an id is.*`the-pot`/],
    ["an id that programs keep", "tomato-soup:", "constructor:", "constructor", /programs keep.*another/],
    ["a name that would be dropped", "  kind: soup", "  __proto__: 1\n  kind: soup", "__proto__", /programs keep/],
    ["a field that is misspelt", "  tags:", "  tabs:", "tabs", /no field `tabs`.*mean `tags`/i],
    ["a field that is left out", "  steps: Mix it all.\n", "", "bean-salad", /`steps` is missing.*add a/i],
    ["an empty text", "How do I make tomato soup?", '""', '""', /`title` is empty/],
    ["nothing where text belongs", "title: How do I make tomato soup?", "title:", "title", /nothing/i],
    ["a text that is too long", STEPS, "And stir. ".repeat(40), ">-", /characters.*shorter by/i],
    ["a number where text is due", "title: How do I make tomato soup?", "title: 45", "45", /"45"/],
    ["text where a number is due", "page: 12", "page: twelve", "twelve", /no whole number.*digits/],
    ["yes for true", "vegan: true", "vegan: yes", "yes", /neither true nor false.*`true`/],
    ["a word that is not in the list", "kind: soup", "kind: soop", "soop", /only be `soup` or `salad`.*mean `soup`/],
    ["a link that is not https", "  kind: soup", "  link: http://a.b\n  kind: soup", "http:", /line `link` out/],
    ["one text where a list is due", "[cold, fast]", "cold", "cold\n", /must be a list.*dash/],
    ["a list where one text is due", "Mix it all.", "[mix]", "[mix]", /must be one text.*keep one/i],
    ["text where fields are due", "{ book: the-pot, page: 12 }", "the pot", "the pot", /must be fields.*`name: text`/i],
  ])("%s", (_, from, to, at, says) => {
    const text = replaced(from, to);
    const problems = problemsOf(text);
    for (const problem of problems) expectHelp(problem, text);
    expect(
      problems.map(({ message, fix, line, column }) => ({ said: `${message} ${fix}`, line, column })),
    ).toContainEqual({ said: expect.stringMatching(says), ...placeOf(text, at) });
    expect(problems.length).toBeLessThanOrEqual(2);
  });

  test("a file without a slip is good", () => {
    expect(readRecipes(bytesOf(RECIPES))).toMatchObject({ value: { "bean-salad": { kind: "salad" } } });
  });

  test("a slip is reported alone, without a missing field or an indent that follow from it", () => {
    for (const [from, to] of [
      ["  steps: >-", "  stebs: >-"],
      ["tomato-soup:", "tomato-soup: {"],
      ["tomato-soup:", " tomato-soup:"],
    ] as const)
      expect(problemsOf(replaced(from, to))).toHaveLength(1);
  });

  test("slips in two entries are both reported", () => {
    const text = replaced(`>-\n    ${STEPS}`, "So: no.").replace("title: Is", 'title: "Is');
    expect(problemsOf(text).map(({ message }) => message)).toEqual([
      expect.stringMatching(/colon/),
      expect.stringMatching(/no quote at its end/),
    ]);
  });

  test("an entry that is indented too far is reported once, where it begins", () => {
    const text = RECIPES.replace(/^bean-salad:[\s\S]*/m, (entry) => entry.replace(/^(?=.)/gm, "  "));
    const place = placeOf(text, "bean-salad:");
    expect(problemsOf(text)).toMatchObject([{ ...place, message: expect.stringMatching(/indented too far/) }]);
  });

  test("a problem names its entry and its field", () => {
    expect(problemsOf(replaced("kind: soup", "kind: 1")).map(subjectOf)).toEqual(["tomato-soup, kind"]);
  });

  test("what is good in a broken file can be checked further, with its places", () => {
    const read = readRecipes(bytesOf(replaced("kind: soup", "kind: 1")));
    if (!("problems" in read)) throw new Error("the file is good");
    expect(Object.keys(read.rest?.value ?? {})).toEqual(["bean-salad"]);
    expect(read.rest?.problemAt(["bean-salad", "tags", 1], "No.", { fix: "Go." })).toEqual({
      file: FILE,
      line: 16,
      column: 16,
      length: 4,
      entry: "bean-salad",
      field: "tags",
      message: "No.",
      fix: "Go.",
    });
  });
});
