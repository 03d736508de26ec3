/** Reads one YAML file, checks it against its schema, and keeps the place of each part. */
import { type Document, isMap, isNode, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import type { z } from "zod";
import { checkAgainst, type ReadResult } from "./data-file.js";
import { readText } from "./file-text.js";
import type { Hints } from "./hints.js";
import type { Path } from "./walk.js";
import { explainYamlErrors } from "./yaml-errors.js";
import { findLosses } from "./yaml-losses.js";

/** Returns what `bytes` hold, or everything that is wrong with them; `file` is the name in the problems. */
export function readYaml<S extends z.ZodType>(
  file: string,
  bytes: Uint8Array,
  schema: S,
  hints: Hints = {},
): ReadResult<z.output<S>> {
  const decoded = readText(file, bytes);
  if ("problems" in decoded) return decoded;
  const { text } = decoded;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  if (document.errors.length > 0)
    return { problems: explainYamlErrors(file, text, document.errors, lines, hints.fields ?? []) };
  const placeIn = (from: number, to: number) => {
    const { line, col } = lines.linePos(from);
    const endOfLine = text.indexOf("\n", from);
    const length = Math.min(to, endOfLine < 0 ? text.length : endOfLine) - from;
    return { line: Math.max(1, line), column: Math.max(1, col), length: Math.max(1, length) };
  };
  const losses = findLosses(document, text);
  if (losses.length > 0)
    return { problems: losses.map(({ from, to, ...said }) => ({ file, ...placeIn(from, to), ...said })) };

  return checkAgainst(
    {
      file,
      part: "field",
      raw: document.toJS(),
      placeOf: (path, words, atName) => placeIn(...rangeOf(document, text, path, words, atName)),
    },
    schema,
    hints,
  );
}

type Range = readonly [from: number, to: number];

/** Returns the range of the deepest node on `path` that exists: a missing field is reported at its parent. */
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

function keyAt(document: Document, path: Path): Range | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const isMeant = ({ key }: Pair): boolean => isScalar(key) && key.value === path.at(-1);
  const key = parent.items.find(isMeant)?.key;
  return isScalar(key) && key.range ? [key.range[0], key.range[1]] : undefined;
}

/** Finds `words` in YAML source, in which a text may be broken over several lines at each blank. */
function findWords(source: string, words: string): Range | undefined {
  const pattern = words.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  const match = new RegExp(pattern.join("\\s+")).exec(source);
  return match ? [match.index, match.index + match[0].length] : undefined;
}
