/** Prints what is wrong with the data. */
import { formatProblem, type Problem } from "friendly-yaml";
import { countOf } from "../core/values/count.js";

/** Writes every problem to standard error and returns the exit status for bad data. */
export function printProblems(problems: readonly Problem[]): 1 {
  process.stderr.write(
    `${problems.map(formatProblem).join("\n")}\n${countOf(problems.length, "problem")} in the data.\n`,
  );
  return 1;
}
