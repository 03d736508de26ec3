/** Every recipe of the moderators' page works as it is written there. */
import { readFileSync } from "node:fs";
import { excerptOf, formatProblem } from "friendly-yaml";
import { describe, expect, it } from "vitest";
import { createAnswerer } from "../src/core/answerer.js";
import type { DataFiles } from "../src/core/data/data-files.js";
import { learnAll } from "../src/core/matching/learn.js";
import { failedGolden } from "../src/core/quality/golden.js";
import { readEnglishWords } from "../src/store/english.js";
import { edited, knowledgeOf, realFiles, textOf } from "./data.js";
import { problemsOf } from "./edits.js";

const page = readFileSync("data/README.md", "utf8");
const recipes = new Map(
  (/\n## Recipes\n([\s\S]*?)\n## /.exec(page)?.[1] ?? "")
    .split("\n### ")
    .slice(1)
    .map((text): [string, string] => [text.slice(0, text.indexOf("\n")), text]),
);

/** Does what the blocks of a recipe say, from top to bottom. */
function follow(name: string, files: DataFiles = realFiles): DataFiles {
  const blocks = [...(recipes.get(name) ?? "").matchAll(/```(yaml|text|diff)\n([\s\S]*?)```/g)];
  if (blocks.length === 0) throw new Error(`The recipe "${name}" has no block`);
  return blocks.reduce((all, [, kind, text = ""]) => (kind === "diff" ? change(text, all) : paste(text, all)), files);
}

function paste(block: string, files: DataFiles): DataFiles {
  const [, place = "", lines = ""] = /^# (.*)\n([\s\S]*)$/.exec(block) ?? [];
  const [, atEnd] = /^at the end of ([\w/-]+\.\w+)$/.exec(place) ?? [];
  if (atEnd !== undefined) return edited(atEnd, (text) => `${text}${lines}`, files);
  const [, heading, file = ""] = /^below (\w+): in ([\w/-]+\.yaml)$/.exec(place) ?? [];
  return edited(file, (text) => text.replace(new RegExp(`^${heading}:\n`, "m"), (line) => `${line}${lines}`), files);
}

function change(block: string, files: DataFiles): DataFiles {
  const [head = "", ...lines] = block.trimEnd().split("\n");
  const [, file = ""] = /^@@ (\S+) @@$/.exec(head) ?? [];
  const side = (mark: string) => `${lines.flatMap((line) => (line[0] === mark ? [] : [line.slice(1)])).join("\n")}\n`;
  return edited(file, (text) => text.replace(side("+"), () => side("-")), files);
}

const withoutEntry = (id: string) => (text: string) => text.replace(new RegExp(`^${id}:\n(?: .*\n|\n)*`, "m"), "");

describe("a recipe", () => {
  it.each([...recipes.keys()].filter((name) => !["Retire an answer", "Undo"].includes(name)))(
    "works as written: %s",
    (name) => {
      expect(problemsOf(follow(name))).toEqual([]);
    },
  );

  it("moves no golden question: not even all of them together", { timeout: 300_000 }, () => {
    const names = [...recipes.keys()].filter((name) => !["Retire an answer", "Undo"].includes(name));
    const knowledge = knowledgeOf(names.reduce((files, name) => follow(name, files), realFiles));
    const answerer = createAnswerer(knowledge, learnAll(knowledge, readEnglishWords()));
    const failed = failedGolden(answerer, knowledge.order.checked);
    expect(failed.map(({ golden, given }) => [golden.ask, given])).toEqual([]);
  });

  it("for an answer makes it, with its phrasings and its golden questions", () => {
    const { entries, phrasings, golden } = knowledgeOf(follow("Add an answer"));
    expect(entries["order-weekday"]).toMatchObject({ topic: "order", related: ["order-signer"] });
    expect(phrasings["order-weekday"]).toHaveLength(8);
    expect(golden.slice(-2).map(({ expect: labels }) => labels)).toEqual([["order-weekday"], ["none"]]);
  });

  it("for an old answer gives it a day for its review", () => {
    expect(knowledgeOf(follow("Let an answer grow old")).entries["start-date"]?.["review-by"]).toBe("2027-05-31");
  });

  it("for retiring an answer leads from what the check lists to good data", () => {
    const id = "what-happened-feb-19";
    const text = (file: string) => textOf(realFiles, file);
    const own = new RegExp(`^\\[(?:near )?${id}\\]\n((?:[^\\[\n].*\n)+)`, "gm");
    const moved = ["phrasings/dates.txt", "negatives.txt"].flatMap((file) =>
      [...text(file).matchAll(own)].flatMap(([, lines = ""]) => lines.trimEnd().split("\n")),
    );
    const kept = moved.filter((line) => !line.includes("{app}"));

    const deleted = edited("answers/dates.yaml", withoutEntry(id), realFiles);
    const listed = new Set(problemsOf(deleted).map(({ file }) => file));
    // Translations of what is gone are not shown, and follow-ups to it teach nothing: that is advice.
    const named = [...realFiles.keys()].filter(
      (file) =>
        !/^(?:zh-CN|follow-up-questions)\//.test(file) && new RegExp(`\\b${id}\\b(?!-)`).test(textOf(deleted, file)),
    );
    expect([...listed].sort()).toEqual(named.sort());

    const retired = new Map(
      [...deleted].map(([file, bytes]) => {
        const mended = new TextDecoder()
          .decode(bytes)
          .replace(new RegExp(`^(  related: \\[.*?)(?:, ${id}|${id}, |${id})(.*\\])$`, "gm"), "$1$2")
          .replace(own, "")
          .replaceAll(`expect: ${id} }`, "expect: none }")
          .replace(/\n\[other-questions\]\n/, (line) => `${line}${kept.join("\n")}\n`);
        return [file, new TextEncoder().encode(mended)];
      }),
    );
    expect(problemsOf(retired)).toEqual([]);
    expect(kept.length).toBeGreaterThan(8);
  });

  it("is there for each kind of edit", () => {
    expect([...recipes.keys()]).toEqual([
      "Fix a wording",
      "Add a phrasing",
      "Teach it a follow-up",
      "Add an answer",
      "Add an app",
      "Add a source, and its host",
      "Add a negative",
      "Add a golden question",
      "Let an answer grow old",
      "Retire an answer",
      "Undo",
    ]);
  });
});

describe("the page's examples of messages", () => {
  const examples = [...page.matchAll(/```diff\n([^`]*)```\n\n```\n([\s\S]*?)```/g)].map(([, edit = "", said = ""]) => ({
    edit,
    said,
  }));

  it("are some", () => {
    expect(examples).toHaveLength(2);
  });

  it.each(examples)("are what is said: $said", ({ edit, said }) => {
    const files = change(edit, realFiles);
    const [problem] = problemsOf(files);
    expect(problem && `${formatProblem(problem)}\n${excerptOf(problem, files.get(problem.file))}\n`).toBe(said);
  });
});
