/** The answerer on the real data, for the tests that ask it questions. */
import { formatProblem } from "friendly-yaml";
import type { Answerer, AskOptions } from "../src/core/answerer.js";
import { type Answer, type Decision, labelOf } from "../src/core/decision/decision.js";
import { formatLabel, parseLabel } from "../src/core/values/label.js";
import { openDataFolder } from "../src/store/data-folder.js";

let answerer: Answerer | undefined;

/** Opens it once for all test files of a process: at once after a build, else after learning from the data. */
export async function openAnswerer(): Promise<Answerer> {
  if (answerer !== undefined) return answerer;
  const opened = openDataFolder("data");
  if (opened.kind === "bad") throw new Error(opened.problems.map(formatProblem).join("\n"));
  answerer = opened.answerer;
  return answerer;
}

/** Asks on the day on which the sources were checked, unless told otherwise; throws a refusal. */
export function decide(answerer: Answerer, question: string, options: Partial<AskOptions> = {}): Decision {
  const outcome = answerer.answer(question, { on: answerer.knowledge.order.checked, ...options });
  if (outcome.kind === "refused") throw new Error(outcome.problem);
  return outcome;
}

/** The label of an answer, or its kind where it has none. */
export function nameOf(answer: Answer): string {
  const label = labelOf(answer);
  return label ? formatLabel(label) : answer.kind;
}

/** The option of a question that follows up on the answer that `text` names. */
export function following(text: string | undefined): Pick<AskOptions, "after"> {
  const label = text === undefined ? undefined : parseLabel(text);
  return label === undefined ? {} : { after: label };
}
