/** Prints what is wrong with the data. */
import { formatProblem, type Problem } from "../core/data/problem.js";

/** Writes every problem to standard error and gives the exit status for bad data. */
export function printProblems(problems: readonly Problem[]): 1 {
  const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
  process.stderr.write(`${problems.map(formatProblem).join("\n")}\n${count} in the data.\n`);
  return 1;
}
