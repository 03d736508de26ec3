/** What is wrong with the data, said so that whoever edits it can find the place. */

/** One thing wrong at one place. `line` and `column` count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The id of the entry, app or source that the place belongs to. */
  readonly entry?: string;
  readonly field?: string;
  readonly message: string;
}

/** One line: `answers/dates.yaml:12:5 start-date, cites: no source with id "x"`. */
export function formatProblem({ file, line, column, entry, field, message }: Problem): string {
  const subject = [entry, field].filter((part) => part !== undefined).join(", ");
  return `${file}:${line}:${column} ${subject === "" ? "" : `${subject}: `}${message}`;
}
