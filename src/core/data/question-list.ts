/** Reads a list of questions: plain text, one question a line below its `[heading]`, and comments behind `#`. */
import { checkAgainst, type Path, type Problem, type ReadResult, readText } from "friendly-yaml";
import type { z } from "zod";
import { HINTS } from "./hints.js";

/** A line of the file, counted from 1, and the text that stands in it from `column` on. */
interface PlacedLine {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

interface ListSection {
  readonly heading: PlacedLine;
  /** The path of the lines in the file's value: `["chatter"]`, `["near", "start-date"]`; of `[a > b]` it is `["a", "b"]`. */
  readonly path: readonly string[];
  readonly lines: PlacedLine[];
}

const ESCAPE = "Put a backslash, \\, before a question that begins with `[`.";

/** What people write who have another format in mind. */
const SLIPS: readonly { readonly pattern: RegExp; readonly message: string; readonly fix: string }[] = [
  {
    pattern: /^\[[^\]]*$/,
    message: "This heading has no bracket at its end.",
    fix: `Write it like \`[start-date]\`. ${ESCAPE}`,
  },
  {
    pattern: /^\[[^\]]*\].+$/,
    message: "A heading stands alone on its line, and more stands behind this one.",
    fix: `Begin a new line behind the bracket. ${ESCAPE}`,
  },
  {
    pattern: /^[-*–—•] .*$/,
    message: "A question needs no dash before it.",
    fix: "Take the dash away.",
  },
  {
    pattern: /^(?:"[^"]*"|“[^”]*”),?$/,
    message: "A question needs no quotes around it, and these would be part of it.",
    fix: "Take them away, or put a backslash, \\, before them if they belong to the question.",
  },
  {
    pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*:$/,
    message: "This looks like a heading without its brackets.",
    fix: "Write it in square brackets and without the colon, like `[start-date]`.",
  },
];

/** Puts a backslash before a line whose first character has a meaning, which takes the meaning from it. */
export const escapeQuestion = (question: string): string =>
  /^[#[\\]/.test(question) || SLIPS.some(({ pattern }) => pattern.test(question)) ? `\\${question}` : question;

/** `isPaired`: each heading names two answers, the one before and the one that is asked for. */
export function readQuestionList<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
  isPaired = false,
): ReadResult<z.output<S>> {
  const decoded = readText(file, bytes);
  if ("problems" in decoded) return decoded;
  const { sections, problems } = divide(file, decoded.text, isPaired);
  const found = checkAgainst(
    {
      file,
      part: "heading",
      raw: nest(sections),
      placeOf: (path, words, atName) => placeOf(sections, path, words, atName),
    },
    schema,
    HINTS,
  );
  if (problems.length === 0) return found;
  const rest = "value" in found ? found : found.rest;
  return { problems: [...problems, ...("problems" in found ? found.problems : [])], ...(rest && { rest }) };
}

function divide(file: string, text: string, isPaired: boolean) {
  const sections: ListSection[] = [];
  const problems: Problem[] = [];
  const complain = ({ line, column, text }: PlacedLine, message: string, fix: string) =>
    problems.push({ file, line, column, length: text.length, message, fix });
  const known = new Set<string>();
  for (const [index, whole] of text.split("\n").entries()) {
    const trimmed = whole.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const placed = { line: index + 1, column: whole.indexOf(trimmed) + 1, text: trimmed };
    const slip = SLIPS.find(({ pattern }) => pattern.test(trimmed));
    if (slip !== undefined) complain(placed, slip.message, slip.fix);
    else if (trimmed.startsWith("[")) {
      const name = trimmed.slice(1, -1).trim().replace(/\s+/g, " ");
      const path = pathOf(name, isPaired);
      if (path === undefined)
        complain(placed, "A heading here names two answers.", "Write it like `[order-signer > congress-told]`.");
      const key = (path ?? [name]).join(" > ");
      if (known.has(key))
        complain(placed, `The heading \`[${name}]\` is there a second time.`, "Move its lines below the first one.");
      known.add(key);
      sections.push({ heading: placed, path: path ?? [], lines: [] });
    } else if (sections.length > 0) {
      const unescaped = { ...placed, column: placed.column + 1, text: trimmed.slice(1).trim() };
      sections.at(-1)?.lines.push(trimmed.startsWith("\\") ? unescaped : placed);
    } else if (problems.length === 0)
      complain(placed, "No heading stands above this line.", "Write one, like `[start-date]`, on a line before it.");
  }
  if (sections.length === 0 && problems.length === 0)
    complain({ line: 1, column: 1, text: " " }, "The file holds no questions.", "Go back to the version before.");
  return { sections, problems };
}

/** The path of the lines below a heading; undefined if it should name two answers and does not. */
function pathOf(name: string, isPaired: boolean): readonly string[] | undefined {
  const [, ...both] = (isPaired ? /^([^>]+?) *> *([^>]+)$/ : /^(near)\b *(.*)$/).exec(name) ?? [];
  return both.length > 0 ? both : isPaired ? undefined : [name];
}

/** Returns `{ chatter: […], near: { "start-date": […] } }`. The lines of a heading that is there twice come together. */
function nest(sections: readonly ListSection[]): Readonly<Record<string, unknown>> {
  const value = new Map<string, Map<string | undefined, string[]>>();
  for (const { path, lines } of sections) {
    const [first, id] = path;
    if (first === undefined) continue;
    const below = value.get(first) ?? new Map<string | undefined, string[]>();
    value.set(first, below.set(id, [...(below.get(id) ?? []), ...lines.map(({ text }) => text)]));
  }
  return Object.fromEntries(
    [...value].map(([name, below]) => [name, below.get(undefined) ?? Object.fromEntries(below)]),
  );
}

function placeOf(sections: readonly ListSection[], path: Path, words: string | undefined, atName: boolean) {
  const index = path.find((step) => typeof step === "number");
  const names = path.filter((step) => typeof step === "string");
  const own = sections.filter((section) => names.every((name, at) => section.path[at] === name));
  const lines = own.flatMap((section) => section.lines);
  const found = (index === undefined || atName ? own[0]?.heading : lines[index]) ?? FIRST;
  const at = words === undefined ? -1 : found.text.indexOf(words);
  const { line, column, text } = found;
  return at < 0
    ? { line, column, length: Math.max(1, text.length) }
    : { line, column: column + at, length: words?.length ?? 1 };
}

const FIRST: PlacedLine = { line: 1, column: 1, text: "" };
