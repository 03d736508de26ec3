/** One YAML file read against its schema, remembering where everything stands in it. */
import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem.js";

export type Path = readonly PropertyKey[];

/** A file that was read: its value, and `problemAt` to complain about a place in it. */
export interface YamlFile<T> {
  readonly value: T;
  problemAt(path: Path, message: string): Problem;
}

/** Larger files are refused unread: 2 MB is thirty times the largest that a person has written. */
const MAX_BYTES = 2_000_000;

/** Reads `bytes` as strict UTF-8 and YAML 1.2 and parses the result with `schema`; gives every problem at once. */
export function readYamlFile<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
): YamlFile<z.output<S>> | readonly Problem[] {
  const whole = (message: string): Problem[] => [{ file, line: 1, column: 1, message }];
  if (bytes.length > MAX_BYTES) return whole(`the file is larger than ${MAX_BYTES / 1_000_000} MB`);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return whole("the file is not UTF-8 text");
  }
  if (text.trim() === "") return whole("the file is empty");

  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      ...placeOf(error.pos[0]),
      message: `not valid YAML: ${error.message}`,
    }));
  }

  const problemAt = (path: Path, message: string): Problem => {
    const [entry, field] = subjectOf(path);
    const base = { file, ...placeOf(offsetOf(document, path)), message };
    return { ...base, ...(entry === undefined ? {} : { entry }), ...(field === undefined ? {} : { field }) };
  };
  let raw: unknown;
  try {
    raw = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return whole(`not valid YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, problemAt };
  return parsed.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => problemAt([...issue.path, key], `unknown field "${key}"`))
      : [problemAt(issue.path, (issue.code === "invalid_key" && issue.issues[0]?.message) || issue.message)],
  );
}

/** The offset of the deepest node on `path` that exists: a missing field is reported at its parent. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/** The files hold `apps: {id: …}` and `sources: {id: …}` or ids at the top: the first two words that name something. */
function subjectOf(path: Path): (string | undefined)[] {
  const names = path.filter((part) => typeof part === "string");
  if (typeof path[0] === "number") return [undefined, ...names];
  return ["apps", "sources", "ambiguous", "near", "events"].includes(names[0] ?? "") ? names.slice(1) : names;
}
