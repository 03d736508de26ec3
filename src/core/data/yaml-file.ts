/** One YAML file read against its schema, remembering where everything stands in it. */
import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import type { z } from "zod";
import { readText } from "./file-text.js";
import { nearestName } from "./nearest-name.js";
import type { Problem } from "./problem.js";
import { withoutIssues } from "./salvage.js";
import { explainIssue, explainUnknownField, fieldsAt } from "./schema-words.js";
import { explainYamlErrors } from "./yaml-errors.js";
import { findLosses } from "./yaml-losses.js";

export type Path = readonly PropertyKey[];

/** What more a complaint may say. */
export interface Complaint {
  /** What to do. */
  readonly fix?: string;
  /** The words that are meant, where they are only a part of the value. Blanks in it stand for any blanks. */
  readonly words?: string;
  /** The name of the field is meant, and not its value. */
  readonly atName?: boolean;
}

/** A file that was read: its value, and `problemAt` to complain about a place in it. */
export interface YamlFile<T> {
  /** Its path in the data folder. */
  readonly file: string;
  readonly value: T;
  /** All that stands in it, unchecked, where `value` is only what is left of it. */
  readonly raw?: unknown;
  problemAt(path: Path, message: string, complaint?: Complaint): Problem;
}

/** A file with problems. What is left of it is looked at further, so that all mistakes are told at once. */
export interface BrokenFile<T> {
  readonly problems: readonly Problem[];
  /** The file without its broken fields and entries; missing where nothing can be made of it. */
  readonly rest?: YamlFile<T>;
}

/** Reads `bytes` as strict UTF-8 and YAML 1.2 and parses the result with `schema`; gives every problem at once. */
export function readYamlFile<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
): YamlFile<z.output<S>> | BrokenFile<z.output<S>> {
  const read = readText(file, bytes);
  if (!("text" in read)) return { problems: read };
  const { text } = read;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0) return { problems: explainYamlErrors(file, text, document.errors, lines) };
  const placeOf = (from: number, to: number) => {
    const { line, col } = lines.linePos(from);
    const endOfLine = text.indexOf("\n", from);
    const length = Math.min(to, endOfLine < 0 ? text.length : endOfLine) - from;
    return { line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, length) };
  };
  const losses = findLosses(document, text);
  if (losses.length > 0)
    return { problems: losses.map(({ from, to, ...said }) => ({ file, ...placeOf(from, to), ...said })) };

  const problemAt: YamlFile<unknown>["problemAt"] = (path, message, { fix, words, atName = false } = {}) => {
    const [entry, field] = subjectOf(path);
    const [from, to] = rangeOf(document, text, path, words, atName);
    const more = { ...(entry && { entry }), ...(field && { field }), ...(fix && { fix }) };
    return { file, ...placeOf(from, to), ...more, message };
  };
  const raw: unknown = document.toJS();
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { file, value: parsed.data, problemAt };
  const { issues } = parsed.error;
  const problems = issues.flatMap((issue) => {
    if (isMisspelt(issue, issues, raw)) return [];
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => {
        const { message, fix } = explainUnknownField(
          key,
          fieldsAt(schema, issue.path),
          valueAt(raw, [...issue.path, key]),
        );
        return problemAt([...issue.path, key], message, { fix, atName: true });
      });
    const name = issue.path.findLast((part) => typeof part === "string") ?? "this";
    const value = valueAt(raw, issue.path);
    const { message, fix } = explainIssue(issue, value, name);
    return [problemAt(issue.path, message, { fix, atName: issue.code === "invalid_key" || value === null })];
  });
  const rest = withoutIssues(raw, issues, schema);
  return { problems, ...(rest !== undefined && { rest: { file, value: rest, raw, problemAt } }) };
}

/** Whether `issue` is about a field that is there after all, with a slip in its name: that is told of the name. */
function isMisspelt({ path }: z.core.$ZodIssue, issues: readonly z.core.$ZodIssue[], raw: unknown): boolean {
  const field = path.at(-1);
  if (typeof field !== "string" || valueAt(raw, path) !== undefined) return false;
  return issues.some(
    (other) =>
      other.code === "unrecognized_keys" &&
      other.path.join("/") === path.slice(0, -1).join("/") &&
      other.keys.some((key) => nearestName(key, [field]) !== undefined),
  );
}

type Range = readonly [from: number, to: number];

/** Where the deepest node on `path` that exists stands: a missing field is reported at its parent. */
function rangeOf(document: Document, text: string, path: Path, words: string | undefined, atName: boolean): Range {
  for (let length = path.length; length > 0; length--) {
    const step = path.slice(0, length);
    const key = length < path.length || atName ? keyAt(document, step) : undefined;
    if (key !== undefined) return key;
    const node = document.getIn(step, true);
    if (!isNode(node) || !node.range) continue;
    const [from, to] = node.range;
    const at = words === undefined ? undefined : findWords(text.slice(from, to), words);
    return at === undefined ? [from, to] : [from + at[0], from + at[1]];
  }
  const from = document.contents?.range?.[0] ?? 0;
  return [from, from + 1];
}

/** Where the name of the field at `path` stands. */
function keyAt(document: Document, path: Path): Range | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const isMeant = ({ key }: Pair): boolean => isScalar(key) && key.value === path.at(-1);
  const key = parent.items.find(isMeant)?.key;
  return isScalar(key) && key.range ? [key.range[0], key.range[1]] : undefined;
}

/** A text may be broken over several lines wherever it holds a blank. */
function findWords(source: string, words: string): Range | undefined {
  const pattern = words.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const match = new RegExp(pattern.join("\\s+")).exec(source);
  return match ? [match.index, match.index + match[0].length] : undefined;
}

const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );

/** The files hold `apps: {id: …}` and `sources: {id: …}` or ids at the top: the first two words that name something. */
function subjectOf(path: Path): (string | undefined)[] {
  const names = path.filter((part) => typeof part === "string");
  if (typeof path[0] === "number") return [undefined, ...names];
  return ["apps", "sources", "ambiguous", "near", "events"].includes(names[0] ?? "") ? names.slice(1) : names;
}
