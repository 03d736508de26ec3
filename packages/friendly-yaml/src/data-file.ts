/** Checks the content of a data file, YAML or a list, against its schema, and finds the place of each part of it. */
import type { z } from "zod";
import type { Hints } from "./hints.js";
import { nearestName } from "./nearest-name.js";
import { partialParse } from "./partial-parse.js";
import type { Problem } from "./problem.js";
import { explainIssue, explainUnknown, fieldsAt } from "./schema-words.js";
import { type Path, walk } from "./walk.js";

export interface Complaint {
  readonly fix?: string;
  /** The words that are wrong if they are only a part of the value. A blank in them matches any blanks. */
  readonly words?: string;
  /** The name of the field is wrong, not its value. */
  readonly atName?: boolean;
}

/** A file that was read: its value, and `problemAt` to complain about a place in it. */
export interface DataFile<T> {
  readonly file: string;
  readonly value: T;
  /** The whole content, unchecked, if `value` holds only the good part of it. */
  readonly raw?: unknown;
  problemAt(path: Path, message: string, complaint?: Complaint): Problem;
}

/** A file with problems. The good part of it is checked further, so that all mistakes are reported at once. */
interface BrokenFile<T> {
  readonly problems: readonly Problem[];
  /** The file without its broken fields and entries; missing if no part can be used. */
  readonly rest?: DataFile<T>;
}

export type ReadResult<T> = DataFile<T> | BrokenFile<T>;

/** The content of a file, unchecked, with the place of each part of it. */
export interface UncheckedFile {
  readonly file: string;
  readonly raw: unknown;
  /** The name for its parts: a field in YAML, a heading in a list of questions. */
  readonly part: "field" | "heading";
  /** Returns the place of the value at `path`, or of `words` in it; the place of its parent if it is missing. */
  placeOf(path: Path, words: string | undefined, atName: boolean): Pick<Problem, "line" | "column" | "length">;
}

export function checkAgainst<S extends z.ZodType>(
  { file, raw, part, placeOf }: UncheckedFile,
  schema: S,
  { groups = [], explain }: Hints = {},
): ReadResult<z.output<S>> {
  const problemAt: DataFile<unknown>["problemAt"] = (path, message, { fix, words, atName = false } = {}) => {
    const [entry, field] = subjectOf(path, groups);
    const more = { ...(entry && { entry }), ...(field && { field }), ...(fix && { fix }) };
    return { file, ...placeOf(path, words, atName), ...more, message };
  };
  const parsed = schema.safeParse(raw);
  const reserved = [...walk(raw)].flatMap(({ path, name }) =>
    name === RESERVED.name ? [problemAt(path, RESERVED.message, { fix: RESERVED.fix, atName: true })] : [],
  );
  if (parsed.success) {
    const whole = { file, value: parsed.data, problemAt };
    return reserved.length === 0 ? whole : { problems: reserved, rest: { ...whole, raw } };
  }
  const { issues } = parsed.error;
  const problems = issues.flatMap((issue) => {
    if (isMisspelt(issue, issues, raw)) return [];
    if (issue.code === "unrecognized_keys")
      return issue.keys
        .filter((key) => key !== RESERVED.name)
        .map((key) => {
          const value = valueAt(raw, [...issue.path, key]);
          const { message, fix } = explainUnknown(part, key, fieldsAt(schema, issue.path), value);
          return problemAt([...issue.path, key], message, { fix, atName: true });
        });
    const name = issue.path.findLast((part) => typeof part === "string") ?? "this";
    const value = valueAt(raw, issue.path);
    const { message, fix } = explain?.(issue, value, name) ?? explainIssue(issue, value, name);
    return [problemAt(issue.path, message, { fix, atName: issue.code === "invalid_key" || value === null })];
  });
  const rest = partialParse(raw, issues, schema);
  return {
    problems: [...reserved, ...problems],
    ...(rest !== undefined && { rest: { file, value: rest, raw, problemAt } }),
  };
}

/** The one name that no object can hold as a field: the parser would drop it silently. */
const RESERVED = {
  name: "__proto__",
  message: "`__proto__` cannot be a name here: programs keep it for themselves.",
  fix: "Write another one.",
};

/** Returns whether `issue` is about a field with a misspelt name, which is reported separately. */
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

const valueAt = (raw: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    raw,
  );

/** Returns the entry and the field: ids are at the top of the file, or one step further in, below one of `groups`. */
function subjectOf(path: Path, groups: readonly string[]): (string | undefined)[] {
  const names = path.filter((part) => typeof part === "string");
  if (typeof path[0] === "number") return [undefined, ...names];
  return groups.includes(names[0] ?? "") ? names.slice(1) : names;
}
