/** Files of labelled questions: what was typed, where, and which replies would be right. */
import { type Label, parseLabel } from "../../src/core/values/label.js";

const MODES = ["addressed", "questions", "chat", "app"] as const;
type Mode = (typeof MODES)[number];

export interface LabelledQuestion {
  readonly q: string;
  /** Where it was typed: to the bot, into a questions channel, into a chat channel, or into the app field of a command. */
  readonly mode: Mode;
  /** The answer that it follows up on. */
  readonly after?: Label;
  /** Labels of replies, `none` or `choose`: a reply that matches any of them is right. */
  readonly gold: readonly [string, ...string[]];
  readonly style: string;
  readonly note?: string;
}

type ReadQuestions =
  | { readonly kind: "good"; readonly questions: readonly LabelledQuestion[] }
  | { readonly kind: "bad"; readonly problems: readonly string[] };

/** Reads `text`, one JSON object a line; `file` is for the problems. */
export function readQuestions(file: string, text: string): ReadQuestions {
  const questions: LabelledQuestion[] = [];
  const problems: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const question = parseLine(line);
    if (typeof question === "string") problems.push(`${file}:${index + 1}: ${question}`);
    else questions.push(question);
  }
  return problems.length > 0 ? { kind: "bad", problems } : { kind: "good", questions };
}

/** The question, or what is wrong with the line. */
function parseLine(line: string): LabelledQuestion | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not a JSON object";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "not a JSON object";
  const { q, mode, after, gold, style, note } = value as Readonly<Record<string, unknown>>;
  if (typeof q !== "string") return '"q" is no text';
  // Older sets say "ambient" for a chat channel.
  const known = mode === "ambient" ? "chat" : MODES.find((name) => name === mode);
  if (known === undefined) return `"mode" is none of ${MODES.join(", ")}`;
  const label = typeof after === "string" ? parseLabel(after) : undefined;
  if (after !== undefined && label === undefined) return '"after" is no label';
  const [first, ...rest] = Array.isArray(gold) && gold.every((label) => typeof label === "string") ? gold : [];
  if (first === undefined) return '"gold" is no list of labels';
  if (typeof style !== "string") return '"style" is no text';
  return {
    q,
    mode: known,
    gold: [first, ...rest],
    style,
    ...(label && { after: label }),
    ...(typeof note === "string" && { note }),
  };
}
