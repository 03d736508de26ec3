/** Explains why a file is not YAML, and where to look, which is often not where the parser stopped. */
import type { LineCounter, YAMLParseError } from "yaml";
import type { Problem } from "./problem.js";
import { findSlip, opensQuote, type Slip } from "./yaml-slips.js";

/** Returns one problem for each entry that cannot be read: further errors in an entry follow from the first. */
export function explainYamlErrors(
  file: string,
  text: string,
  errors: readonly YAMLParseError[],
  counter: LineCounter,
  fields: readonly string[],
): Problem[] {
  const lines = text.split("\n");
  const problems: Problem[] = [];
  const seen = new Set<number>();
  for (const error of errors) {
    if (problems.length > 0 && POSITION_LOST.test(error.message)) continue;
    const { line, col } = counter.linePos(error.pos[0]);
    const explained =
      error.code === "DUPLICATE_KEY" ? explainDuplicate(lines, line, col) : explain(error, lines, line, fields);
    const isEcho = explained.message === UNREADABLE.message && problems.length > 0;
    const isSecond = explained.message.endsWith(SECOND);
    const block = startOfBlock(lines, explained.line);
    if (!isSecond && (isEcho || seen.has(block))) continue;
    seen.add(block);
    problems.push({ file, ...explained });
  }
  return problems;
}

const POSITION_LOST = / in YAML stream\b/;

type Explained = Omit<Slip, "length"> & { readonly line: number; readonly length?: number };

/** Looks for a slip in line `at`, counted from 1, then in the lines above and below it. */
function explain(
  { code, message }: YAMLParseError,
  lines: readonly string[],
  at: number,
  fields: readonly string[],
): Explained {
  const lineAt = (line: number): string => lines[line - 1] ?? "";
  const slipIn = (line: number) => findSlip(lineAt(line), fields);
  const place = (line: number): Explained => ({ line, ...(slipIn(line) ?? UNREADABLE) });
  if (message.startsWith("Missing closing")) {
    for (let line = Math.min(at, lines.length); line > 0; line--) if (opensQuote(lineAt(line))) return place(line);
  }
  if (/^Flow (map|sequence)|must end with/.test(message)) return explainBracket(lines, at);
  const here = nextFilled(lines, at);
  if (slipIn(here) !== undefined) return place(here);
  const above = lastFilled(lines, here - 1);
  if (above > 0 && slipIn(above) !== undefined) return place(above);

  const isInBracket = code === "BLOCK_IN_FLOW" || code === "MULTILINE_IMPLICIT_KEY";
  if (isInBracket && [here, above].some((line) => openBracket(lineAt(line)) !== undefined))
    return explainBracket(lines, here);

  const column = indentOf(lineAt(here)) + 1;
  const isField = /^\s*(- )?[^\s:]+:( |$)/.test(lineAt(here));
  if (!isField && !isItem(lineAt(here))) return { line: here, column, ...NEITHER };
  const below = nextFilled(lines, here + 1);
  const isBelow =
    code === "BLOCK_AS_IMPLICIT_KEY" && !/:\s*$/.test(lineAt(here)) && indentOf(lineAt(below)) > indentOf(lineAt(here));
  const blamed = isBelow ? below : here;
  return explainIndent(lines, blamed);
}

/** Blames line `at` for its column, unless its siblings have the same: then a line above it is wrong. */
function explainIndent(lines: readonly string[], at: number): Explained {
  const indent = indentOf(lines[at - 1] ?? "");
  const above = lines.slice(0, at - 1).filter((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  const [first = ""] = above;
  if (indent === 0 && indentOf(first) > 0)
    return { line: lines.indexOf(first) + 1, column: indentOf(first) + 1, ...INDENT };
  const before = above.findLast((line) => indentOf(line) <= indent) ?? "";
  const isSibling = indentOf(before) === indent && isItem(before) === isItem(lines[at - 1]);
  const isBelowItsName = /^[^#]*:\s*$/.test(before) && indentOf(before) === indent - 2;
  return isSibling || isBelowItsName ? { line: at, ...UNREADABLE } : { line: at, column: indent + 1, ...INDENT };
}

const isIdAmongFields = (line: string, below = ""): boolean =>
  /^ +[\w-]+:\s*$/.test(line) && /^ +[\w-]+:/.test(below) && indentOf(below) === indentOf(line);

const isItem = (line = ""): boolean => /^\s*- /.test(line);

const SECOND = "stands here for the second time.";

/** Explains a name that is there twice. An id that is indented as its fields are makes them come twice as well. */
function explainDuplicate(lines: readonly string[], line: number, column: number): Explained {
  const id = lines.findLastIndex((text, index) => index < line && isIdAmongFields(text, lines[index + 1]));
  if (id >= startOfBlock(lines, line)) return { line: id + 1, column: indentOf(lines[id] ?? "") + 1, ...INDENT };
  const key = /^\s*(?:- )?["']?([^:"']+)/.exec((lines[line - 1] ?? "").slice(column - 1))?.[1] ?? "this";
  return {
    line,
    column,
    length: key.length,
    message: `\`${key}\` ${SECOND}`,
    fix:
      column === 1
        ? "Each id stands once: give one of the two another id, or delete it."
        : "Delete one of the two; where a new item of a list begins here, put a dash before it.",
  };
}

function explainBracket(lines: readonly string[], at: number): Explained {
  for (let line = Math.min(at, lines.length); line > 0; line--) {
    const open = openBracket(lines[line - 1] ?? "");
    if (open === undefined) continue;
    const close = open.mark === "{" ? "}" : "]";
    const message = `The bracket ${open.mark} is not closed.`;
    return { line, column: open.column, message, fix: `Put ${close} behind what belongs to it.` };
  }
  return { line: Math.min(at, lines.length), ...UNREADABLE };
}

/** Returns the last bracket outside of quotes that `line` opens and does not close. */
function openBracket(line: string): { mark: string; column: number } | undefined {
  const bare = line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, (quoted) => " ".repeat(quoted.length));
  const open: { mark: string; column: number }[] = [];
  for (const [index, mark] of [...bare].entries()) {
    if (mark === "{" || mark === "[") open.push({ mark, column: index + 1 });
    else if (mark === "}" || mark === "]") open.pop();
  }
  return open.at(-1);
}

const UNREADABLE = {
  column: 1,
  message: "From here on the file cannot be read.",
  fix: "Look in this line and the one above it for a missing quote, bracket, colon or dash.",
};
const NEITHER = {
  message: "This line is neither `name: text` nor `- text`.",
  fix: "Where it goes on with the text above, indent it as far; where it is an item of a list, begin it with `- `; where it is a field or an id, put a colon behind its name.",
};
const INDENT = {
  message: "This line does not start in the column of the lines that it belongs to.",
  fix: "Indent it exactly as far as they are, two spaces for each step; a new item of a list begins with a dash.",
};

const indentOf = (line: string): number => line.length - line.trimStart().length;

function nextFilled(lines: readonly string[], from: number): number {
  for (let line = from; line <= lines.length; line++) if (lines[line - 1]?.trim()) return line;
  return lastFilled(lines, lines.length);
}

function lastFilled(lines: readonly string[], from: number): number {
  let line = Math.min(from, lines.length);
  while (line > 1 && !lines[line - 1]?.trim()) line--;
  return line;
}

/** Returns the line of the id, or of the item, that `line` belongs to. */
function startOfBlock(lines: readonly string[], line: number): number {
  let start = line;
  while (start > 1 && !/^(?:[\w-]+:|- )/.test(lines[start - 1] ?? "")) start--;
  return start;
}
