/** Files of labelled questions: what was typed, where, and which replies would be right. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Label, parseLabel } from "../../src/core/values/label.js";

const MODES = ["addressed", "questions", "chat", "app"] as const;
/** Older sets say "ambient" for a chat channel. */
const modernize = (mode: unknown) => (mode === "ambient" ? "chat" : mode);
const text = z.string("is no text");
const label = z.string("is no label");

const labelledQuestion = z.object(
  {
    q: text,
    /** Where it was typed: to the bot, into a questions channel, into a chat channel, or into the app field of a command. */
    mode: z.preprocess(modernize, z.enum(MODES, `is none of ${MODES.join(", ")}`)),
    /** The answer that it follows up on. */
    after: label
      .transform(parseLabel)
      .pipe(z.custom<Label>((parsed) => parsed !== undefined, "is no label"))
      .optional(),
    /** Labels of replies, `none` or `choose`: a reply that matches any of them is right. */
    gold: z.tuple([label], label, "is no list of labels"),
    style: text,
    note: text.optional(),
  },
  "not a JSON object",
);

export type LabelledQuestion = Readonly<z.output<typeof labelledQuestion>>;

/** Reads `lines`, one JSON object each, of `file`; throws an error that lists every problem. */
export function parseQuestions(file: string, lines: string): LabelledQuestion[] {
  const questions: LabelledQuestion[] = [];
  const problems: string[] = [];
  for (const [index, line] of lines.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const { data, error } = labelledQuestion.safeParse(parseJson(line));
    if (data) questions.push(data);
    for (const { path, message } of error?.issues ?? []) {
      const field = path.length > 0 ? `"${path.join(".")}" ` : "";
      problems.push(`${file}:${index + 1}: ${field}${message}`);
    }
  }
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return questions;
}

/** The questions in `file`; also throws if it cannot be read. */
export const readQuestions = (file: string): LabelledQuestion[] => parseQuestions(file, readFileSync(file, "utf8"));

const FOLDER = "test/questions";

/** The files of questions that may be read, unlike those that are kept aside. */
export const listTuningFiles = (): string[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith("-tune.jsonl"))
    .sort()
    .map((name) => join(FOLDER, name));

/** Returns undefined for what is no JSON. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
