/** A mistake in a file: its place, and what to do about it. */
import { replaceUnseen } from "./unseen.js";

/** One mistake at one place. `line` and `column` count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The number of characters from `column` on; 1 if it is missing. */
  readonly length?: number;
  /** The id of the entry that the place belongs to. */
  readonly entry?: string;
  readonly field?: string;
  readonly message: string;
  readonly fix?: string;
}

/** One line: ``menu.yaml:12:5 tomato-soup, price: No field `prize` is known here. Did you mean `price`?`` */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, fix } = problem;
  const subject = subjectOf(problem);
  return `${showFile(file)}:${line}:${column} ${subject === "" ? "" : `${subject}: `}${message}${fix === undefined ? "" : ` ${fix}`}`;
}

/** Returns the name of a file on one line, without characters that cannot be seen: anyone may have named it. */
export const showFile = (file: string): string => replaceUnseen(file.replace(/\s/g, " "), "\ufffd");

/** The entry and field that a problem belongs to, such as `tomato-soup, price`; empty if it has none. */
export const subjectOf = ({ entry, field }: Problem): string =>
  [entry, field].filter((part) => part !== undefined).join(", ");
