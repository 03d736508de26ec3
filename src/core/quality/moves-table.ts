/** What an edit moves, as plain text: the same table for the terminal, a pull request and the moderators' channel. */
import type { ChangedText } from "./changed-texts.js";
import { isLabelOf } from "./given.js";
import type { MovedGolden, MovedPhrasing, MoveKind, Moves } from "./moves.js";

/**
 * Draws the table in three parts, without empty ones. Removed lines of a text begin with `-`, added ones with `+`, so that
 * a `diff` code block colours them.
 *
 * `limit`: the most lines of golden questions, of phrasings and of answers. `whole`: draws the unchanged lines of a changed
 * text and the advice too.
 */
export function drawMoves(moves: Moves, { limit = Number.POSITIVE_INFINITY, whole = false } = {}): string {
  const { golden, phrasings, texts, asked, advice } = moves;
  if (golden.length + phrasings.length + texts.length === 0)
    return "No question changes its answer, and no answer reads differently.";
  const fails = golden.filter(({ fails }) => fails).length;
  const asExpected =
    fails === 0 ? "all are as expected" : `${fails} ${fails === 1 ? "is" : "are"} not what is expected`;
  const failsFirst = [...golden].sort((a, b) => Number(b.fails) - Number(a.fails));
  const reads = texts.length === 1 ? "1 answer reads" : `${texts.length} answers read`;
  const draw = (head: string, lines: readonly string[]) => [head, ...shorten(lines, limit)];
  const parts = [
    advice.length > 0 && whole && draw("To look at:", indent(advice)),
    golden.length > 0 &&
      draw(
        `${countOf(golden.length, asked.golden, "golden question")} get another answer; ${asExpected}:`,
        failsFirst.map(drawGolden),
      ),
    phrasings.length > 0 && [
      `${countOf(phrasings.length, asked.phrasings, "phrasing")} move:`,
      ...drawPhrasings(phrasings, limit),
    ],
    texts.length > 0 &&
      draw(
        `${reads} differently:`,
        texts.map((text) => drawText(text, whole)),
      ),
  ];
  return parts.flatMap((part) => (part ? [part.join("\n")] : [])).join("\n\n");
}

const indent = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const drawGolden = ({ question, from, to, expect, fails }: MovedGolden): string =>
  `  ${fails ? "FAILS " : ""}"${question}": ${from} -> ${to}${fails ? ` (expected: ${expect.join(" or ")})` : ""}`;

/** What becomes of phrasings, gravest first. */
const KINDS: Readonly<Record<MoveKind, string>> = {
  other: "another answer",
  lost: "answer lost",
  found: "answer found",
  offered: "none, but another offer",
  beside: "the same answer, but another beside it",
};

/** Draws the phrasings by kind of move; if there is a limit, those that keep their answer are only counted. */
function drawPhrasings(phrasings: readonly MovedPhrasing[], limit: number): string[] {
  return (Object.keys(KINDS) as MoveKind[]).flatMap((kind) => {
    const moved = phrasings.filter((phrasing) => phrasing.kind === kind);
    if (moved.length === 0) return [];
    const isCounted = kind === "beside" && Number.isFinite(limit);
    const head = `  ${KINDS[kind]} (${moved.length.toLocaleString("en")})${isCounted ? "" : ":"}`;
    return isCounted ? [head] : [head, ...indent(shorten(drawPairs(moved), limit))];
  });
}

/** Draws one line for each pair of answers, the most frequent first, with one of its phrasings. */
function drawPairs(phrasings: readonly MovedPhrasing[]): string[] {
  const pairs = new Map<string, string[]>();
  for (const { question, of, from, to } of phrasings) {
    const isOwn = [from, to].some((given) => given.split(" & ").some((label) => isLabelOf(label, of)));
    const move = `${from} -> ${to}${isOwn ? "" : ` (phrasing of ${of})`}`;
    pairs.set(move, [...(pairs.get(move) ?? []), question]);
  }
  return [...pairs]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(
      ([move, [example = "", ...more]]) =>
        `  ${move}: "${example}"${more.length > 0 ? ` and ${more.length} more` : ""}`,
    );
}

function drawText({ labels: [label, ...others], before, after }: ChangedText, whole: boolean): string {
  const alike = others.length === 0 ? "" : `, and ${others.length} more in the same way`;
  const what = before.length === 0 ? " (new)" : after.length === 0 ? " (gone)" : "";
  const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  const now = after.map((line) => (before.includes(line) ? `  ${line}` : `+ ${line}`));
  const came = now.filter((line) => line.startsWith("+"));
  const first = Math.max(0, now.indexOf(came[0] ?? ""));
  const drawn = whole ? now.toSpliced(first, 0, ...gone) : [...gone, ...came];
  const reordered = gone.length + came.length === 0 ? ["  (the same lines in another order)"] : [];
  return [`  ${label}${alike}${what}`, ...drawn, ...reordered].join("\n");
}

function shorten(lines: readonly string[], limit: number): string[] {
  const more = lines.length - limit;
  return more > 0 ? [...lines.slice(0, limit), `  … and ${more} more`] : [...lines];
}

const countOf = (count: number, all: number, what: string): string =>
  `${count.toLocaleString("en")} of ${all.toLocaleString("en")} ${what}s`;
