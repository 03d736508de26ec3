import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "../../../src/core/data/parse.js";
import { digestOf, findChinese } from "../../../src/core/data/translations.js";
import { listTranslatable, printForms } from "../../../src/core/quality/translatable.js";
import { checkTranslations, findMadeStale } from "../../../src/core/quality/translations.js";
import { edited, filesOf, knowledgeOf, smallFiles, textOf } from "../../data.js";

const english = knowledgeOf(smallFiles);
const digestNamed = (name: string) => listTranslatable(english).find((one) => one.name === name)?.digest;
const translations = {
  "zh-CN/answers/dates.yaml": `start-date:
  of: ${digestNamed("start-date")}
  question: 何时开始？
  answer: "{date.earliest}。"
`,
  "zh-CN/apps.yaml": `red-pay:
  name: 红支付
  maker: { of: ${digestNamed("red-pay maker")}, text: 红支付由红公司开发。 }
  other-action: [{ of: ${digestNamed("red-pay other-action 2022-12")}, text: 某州采取了行动。 }]
`,
};
const files = new Map([...smallFiles, ...filesOf(translations)]);
const stateOf = (name: string, knowledge = knowledgeOf(files)) =>
  listTranslatable(knowledge).find((one) => one.name === name)?.state;

test("a digest is seven letters, which YAML reads as text, and does not see line breaks", () => {
  fc.assert(fc.property(fc.string(), (text) => /^[a-z]{7}$/.test(digestOf(text))));
  expect(digestOf("one  two\nthree")).toBe(digestOf("one two three"));
  expect(digestOf("one", "two")).not.toBe(digestOf("one two"));
  expect(digestOf("one", undefined)).not.toBe(digestOf("one"));
});

describe("a translation", () => {
  test("is found while it names the English text as it stands", () => {
    expect(
      ["start-date", "red-pay maker", "red-pay other-action 2022-12", "app-maker"].map((name) => stateOf(name)),
    ).toEqual(["translated", "translated", "translated", "missing"]);
  });

  test("falls back, alone, when its English text is edited", () => {
    const before = knowledgeOf(files);
    const after = knowledgeOf(
      edited("answers/dates.yaml", (text) => text.replace("45 days", "forty-five days"), files),
    );
    expect(findMadeStale(before, after)).toEqual(["start-date"]);
    expect(stateOf("start-date", after)).toBe("stale");
    const entry = after.entries["start-date"];
    expect(entry && findChinese(after, entry)).toBeUndefined();
  });

  test("is asked for by a form that parses once it is filled in", () => {
    const form = printForms(english)
      .split("### data/")
      .find((part) => part.startsWith("zh-CN/answers/dates.yaml"));
    const filled = (form ?? "")
      .split("\n")
      .slice(1)
      .join("\n")
      .replace(/question:$/gm, "question: 什么？")
      .replace(/answer:$/gm, 'answer: "一。"');
    expect(
      stateOf("app-maker", knowledgeOf(new Map([...smallFiles, ...filesOf({ "zh-CN/answers/dates.yaml": filled })]))),
    ).toBe("translated");
  });

  test("that is missing is reported in the file of its English text, even if an answer has the id of a field there", () => {
    const files = edited(
      "answers/dates.yaml",
      (text) => `${text}timeline:\n  question: When was what?\n  answer: Then.\n  cites: []\n  reviewed: 2026-11-23\n`,
      smallFiles,
    );
    const parsed = parse(files);
    const told = parsed.kind === "good" ? checkTranslations(parsed.read, parsed.knowledge) : [];
    const placeOfName = (name: string) => {
      const { file, line } = told.find(({ message }) => message.startsWith(`\`${name}\``)) ?? {};
      return [file, textOf(files, file ?? "").split("\n")[(line ?? 0) - 1]];
    };
    expect(["timeline", "timeline 2021-01-05", "title", "red-pay maker"].map(placeOfName)).toEqual([
      ["answers/dates.yaml", "timeline:"],
      ["order.yaml", "timeline:"],
      ["order.yaml", "title: A title"],
      ["apps.yaml", "  red-pay:"],
    ]);
  });

  test("has only slots that there are", () => {
    const bad = parse(
      edited("zh-CN/answers/dates.yaml", (text) => text.replace("date.earliest", "date.erliest"), files),
    );
    expect(bad.kind === "bad" && bad.problems).toMatchObject([
      { file: "zh-CN/answers/dates.yaml", entry: "start-date", field: "answer", line: 4 },
    ]);
  });
});
