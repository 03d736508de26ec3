import { beforeAll, describe, expect, test } from "vitest";
import { type Answerer, createAnswerer } from "../../../src/core/answerer.js";
import { parse } from "../../../src/core/data/parse.js";
import { collectExamples } from "../../../src/core/matching/examples.js";
import { collectWords, createReaderFor, type Learned, synonymsOf } from "../../../src/core/matching/learn.js";
import { findAdvice, findProblems } from "../../../src/core/quality/check.js";
import type { Finding } from "../../../src/core/quality/finding.js";
import { findMisfiled } from "../../../src/core/quality/misfiled.js";
import { openDataFolder } from "../../../src/store/data-folder.js";
import { readEnglishWords } from "../../../src/store/english.js";
import { learn } from "../../../tools/common/learn.js";
import { edited, fileMemory, knowledgeOf, realFiles, smallFiles, textOf } from "../../data.js";
import { dayOf } from "../../days.js";

const today = dayOf("2026-11-28");
let answerer: Answerer;
let learned: Learned;
beforeAll(() => {
  const opened = openDataFolder("data");
  if (opened.kind === "bad") throw new Error("the data is bad");
  ({ answerer, learned } = opened);
});

describe("a phrasing nearer to another entry than to its own", () => {
  test("is the one that was put to the wrong entry", () => {
    const days = ["first day", "starting day", "day it starts", "day it begins", "day of the start", "begin day"];
    const makers = ["who makes {app}", "who built {app}", "what firm makes {app}", "maker of {app}", "who owns {app}"];
    const list = ["[start-date]", ...days, "which firm owns red pay", "[app-maker]", ...makers, "what firm owns {app}"];
    const knowledge = knowledgeOf(edited("phrasings/dates.txt", () => list.join("\n"), smallFiles));
    const words = collectWords(knowledge, readEnglishWords());
    const model = learn(collectExamples(knowledge, createReaderFor(knowledge, words)), synonymsOf(knowledge));
    const misfiled = findMisfiled(knowledge, { words, model });
    expect(misfiled).toEqual([
      {
        line: "which firm owns red pay",
        of: "start-date",
        nearer: "app-maker",
        like: "what firm owns {app}",
        by: expect.any(Number),
      },
    ]);
    expect(misfiled[0]?.by).toBeGreaterThan(0);
  });
});

describe("the whole check of the published data", () => {
  let advice: readonly Finding[];
  let problems: readonly Finding[];
  beforeAll(() => {
    const parsed = parse(realFiles, fileMemory);
    if (parsed.kind === "bad") throw new Error("the data is bad");
    problems = findProblems(parsed.read, answerer, today);
    advice = findAdvice(parsed.read, answerer, learned, today);
  });

  test("finds no problem but golden questions, and points each at its line", () => {
    for (const { about, line } of problems) {
      expect(about).toBe("golden");
      expect(textOf(realFiles, "golden.yaml").split("\n")[line - 1]).toContain("ask:");
    }
  });

  test("advises on fewer than three phrasings in a thousand, and each piece of advice says what to do", () => {
    const phrasings = Object.values(answerer.knowledge.phrasings).flat().length;
    expect(advice.filter(({ about }) => about === "phrasings").length).toBeLessThan(0.003 * phrasings);
    for (const { level, message, fix } of advice) {
      expect(level).toBe("advice");
      expect(message).toMatch(/[.?]$/);
      expect(fix).toMatch(/[.?]$/);
    }
  });

  test("points a misfiled phrasing at its own line", () => {
    const misfiled = advice.find(({ about }) => about === "phrasings");
    expect(misfiled).toBeDefined();
    const { file = "", line = 0, message = "" } = misfiled ?? {};
    expect(message).toMatch(/^This reads more like a phrasing of `[a-z0-9-]+`: "/);
    expect(textOf(realFiles, file).split("\n")[line - 1]).toMatch(/^[^#[]/);
  });
});

test("a golden question that fails is a problem with its line, what it got, and how to see why", () => {
  const parsed = parse(realFiles, fileMemory);
  if (parsed.kind === "bad") throw new Error("the data is bad");
  const knowledge = structuredClone(answerer.knowledge);
  (knowledge.golden as unknown[])[0] = { ask: "why 45 days?", expect: ["none"] };
  const [first] = findProblems(parsed.read, createAnswerer(knowledge, learned), today);
  expect(first).toMatchObject({ about: "golden", level: "problem", file: "golden.yaml" });
  expect(first?.message).toBe("This golden question must get `none`, and it gets why-45-days.");
  expect(first?.fix).toContain('npm run ask -- --why "why 45 days?"');
});
