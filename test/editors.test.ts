/** What editors are told about the data files is what the parser takes. */
import { readdirSync, readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { parse as parseYaml } from "yaml";
import { describeFiles } from "../tools/common/json-schemas.js";
import { edited, knowledgeOf, realFiles, textOf } from "./data.js";

const schemas = describeFiles();
const files = [...realFiles.keys()].filter((file) => file.endsWith(".yaml"));

/** `answers/dates.yaml` is of the kind `answers`, `order.yaml` of the kind `order`, `zh-CN/apps.yaml` of `zh-CN-apps`. */
const kindOf = (file: string): string => (/^(?:zh-(?:CN|TW)\/)?[\w-]+/.exec(file)?.[0] ?? "").replace("/", "-");

describe("a JSON Schema", () => {
  it.each(Object.entries(schemas))("of %s is the one that the parser's own makes (npm run schemas)", (name, schema) => {
    expect(JSON.parse(readFileSync(`schemas/${name}.json`, "utf8"))).toEqual(schema);
  });

  it("is there for each kind of YAML file, and for nothing else", () => {
    const kinds = readdirSync("schemas").map((file) => file.replace(/\.json$/, ""));
    expect(kinds.sort()).toEqual([...new Set(files.map(kindOf))].sort());
  });

  it.each(files)("takes %s, whose first line names it", (file) => {
    const [first] = textOf(realFiles, file).split("\n");
    const up = "../".repeat(file.split("/").length);
    expect(first).toBe(`# yaml-language-server: $schema=${up}schemas/${kindOf(file)}.json`);
    const validate = compile(kindOf(file));
    expect([validate(parseYaml(textOf(realFiles, file))), validate.errors]).toEqual([true, null]);
  });

  it.each([
    ["answers", { "an-id": { question: "What?", answer: "That.", cites: [] } }],
    ["answers", { "an-id": { question: "What?", answer: "That.", cites: [], reviewed: "soon" } }],
    ["sources", { hosts: {}, sources: { "an-id": { title: "T", short: "T", publisher: "P", tier: "third" } } }],
    ["golden", [{ ask: "what?", expects: "an-id" }]],
  ])("underlines in %s what the parser would refuse: %j", (name, value) => {
    expect(compile(name)(value)).toBe(false);
  });

  it("says something about each field of an answer, a source and a golden question", () => {
    const silent = Object.entries({ answers: fieldsOf("answers"), golden: fieldsOf("golden") }).flatMap(
      ([name, fields]) =>
        Object.entries(fields).flatMap(([field, { description }]) => (description ? [] : [name, field])),
    );
    expect(silent).toEqual([]);
  });
});

function compile(name: string): ValidateFunction {
  return new Ajv({ strict: false, validateFormats: false }).compile(schemas[name] ?? {});
}

interface Node {
  readonly description?: string;
  readonly properties?: Record<string, Node>;
  readonly additionalProperties?: Node;
  readonly items?: Node;
}

function fieldsOf(name: string): Record<string, Node> {
  const { additionalProperties, items } = (schemas[name] ?? {}) as Node;
  return (additionalProperties ?? items)?.properties ?? {};
}

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly body: readonly string[];
}

const snippets = Object.values(
  JSON.parse(readFileSync(".vscode/data.code-snippets", "utf8")) as Record<string, Snippet>,
);

/** As VS Code inserts it: with `values` typed over what stands in the fields, in their order. */
function expand(prefix: string, values: readonly string[] = []): string {
  const body = snippets.find((snippet) => snippet.prefix === prefix)?.body.join("\n") ?? "";
  const clock: Record<string, string> = { CURRENT_YEAR: "2026", CURRENT_MONTH: "11", CURRENT_DATE: "23" };
  return body
    .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => clock[name] ?? "")
    .replace(/\$\{(\d+)\|([^,|]+)[^}]*\|\}/g, (_, field: string, first: string) => values[Number(field) - 1] ?? first)
    .replace(/\$\{(\d+):([^}]*)\}/g, (_, field: string, usual: string) => values[Number(field) - 1] ?? usual)
    .replace("$0", "");
}

const appended = (file: string, text: string, from = realFiles) => edited(file, (before) => `${before}${text}`, from);
const below = (file: string, heading: string, text: string, from = realFiles) =>
  edited(file, (before) => before.replace(`\n${heading}:\n`, (line) => `${line}${text}`), from);

describe("a snippet", () => {
  it("is there for an answer with its phrasings, an app, a source and a golden question, each in its kind of file", () => {
    expect(snippets.map(({ prefix, scope }) => [prefix, scope])).toEqual([
      ["answer", "yaml"],
      ["phrasings", "plaintext"],
      ["app", "yaml"],
      ["source", "yaml"],
      ["golden", "yaml"],
    ]);
  });

  it("makes an answer that is good as it stands, with its phrasings and its golden question", () => {
    const withAnswer = appended("answers/order.yaml", expand("answer"));
    const withPhrasings = appended("phrasings/order.txt", expand("phrasings"), withAnswer);
    const golden = expand("golden", ["what on earth is it", "its-id"]);
    const { entries, phrasings, golden: questions } = knowledgeOf(appended("golden.yaml", golden, withPhrasings));
    expect(entries["its-id"]).toMatchObject({ question: "What is asked?", reviewed: "2026-11-23" });
    expect(phrasings["its-id"]).toEqual(["one way to ask", "another way"]);
    expect(questions.at(-1)).toEqual({ ask: "what on earth is it", expect: ["its-id"] });
  });

  it("makes a source and an app that cites it", () => {
    const hosted = below("sources.yaml", "hosts", '  www.example.org: "Who wrote it"\n');
    const withSource = below("sources.yaml", "sources", expand("source"), hosted);
    const withApp = below("apps.yaml", "apps", expand("app", ["its-id", "Its Name", "its other name"]), withSource);
    expect(() => knowledgeOf(withApp)).toThrow("a-source-id");
    const cited = ["its-id", "Its Name", "its other name", "It is made by somebody.", "publisher-2021-01-06"];
    const { apps, sources } = knowledgeOf(below("apps.yaml", "apps", expand("app", cited), withSource));
    expect(sources["publisher-2021-01-06"]).toMatchObject({ tier: "secondary", publisher: "Who wrote it" });
    expect(apps["its-id"]).toMatchObject({ standing: "look-alike", names: ["its other name"] });
  });
});

describe("the workspace", () => {
  it("recommends what reads the schemas", () => {
    const { recommendations } = JSON.parse(readFileSync(".vscode/extensions.json", "utf8"));
    expect(recommendations).toEqual(["redhat.vscode-yaml"]);
  });
});
