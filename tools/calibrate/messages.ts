/** The labelled questions that may be read, as far as they show when and what the bot answers. */
import { type LabelledQuestion, listTuningFiles, readQuestions } from "../common/question-file.js";

/** Returns what was typed into a questions channel or put to the bot; throws if a file is no list of questions. */
export const readMessages = (): LabelledQuestion[] =>
  listTuningFiles()
    .flatMap(readQuestions)
    .filter(({ mode }) => mode === "questions" || mode === "addressed");

/** Whether members say it to each other, and it asks the bot nothing. */
export const isTalk = ({ mode, style }: LabelledQuestion): boolean => mode === "questions" && /\btalk\b/.test(style);

/** Whether any answer is right. */
export const isCovered = ({ gold }: LabelledQuestion): boolean => !gold.includes("none");
