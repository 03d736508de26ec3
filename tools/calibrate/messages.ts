/** The labelled questions that may be read, as far as they show when and what the bot answers. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type LabelledQuestion, readQuestions } from "../eval/question-file.js";

const FOLDER = "test/questions";

/** Returns what was typed into a questions channel or put to the bot; throws if a file is no list of questions. */
export function readMessages(): LabelledQuestion[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith("-tune.jsonl"));
  return files
    .flatMap((name) => readQuestions(join(FOLDER, name)))
    .filter(({ mode }) => mode === "questions" || mode === "addressed");
}

/** Whether members say it to each other, and it asks the bot nothing. */
export const isTalk = ({ mode, style }: LabelledQuestion): boolean => mode === "questions" && /\btalk\b/.test(style);

/** Whether any answer is right. */
export const isCovered = ({ gold }: LabelledQuestion): boolean => !gold.includes("none");
