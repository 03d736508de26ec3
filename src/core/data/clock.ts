/** A clock that says a day before the sources were checked is wrong: no answer is given as of that day. */
import { type CalendarDate, formatDate } from "../values/calendar.js";
import type { Knowledge } from "./knowledge.js";

/** Returns the day that the clock says, or the day on which the sources were checked if that is later. */
export const trustedDay = ({ order }: Pick<Knowledge, "order">, clock: CalendarDate): CalendarDate =>
  clock < order.checked ? order.checked : clock;

/** Returns what is wrong with the clock and what to do, or undefined if nothing shows that it is wrong. */
export function findClockProblem({ order }: Pick<Knowledge, "order">, clock: CalendarDate): string | undefined {
  if (clock >= order.checked) return undefined;
  return `The clock says ${formatDate(clock)}, and the sources were checked on ${formatDate(order.checked)}. Set the machine's clock, or \`checked\` in order.yaml; until then answers are as of ${formatDate(order.checked)}.`;
}

/** Returns a function that warns of what `findProblem` returns, but only where it differs from the last time. */
export function createClockWarning(findProblem: () => string | undefined, warn: (problem: string) => void): () => void {
  let warnedOf: string | undefined;
  return () => {
    const problem = findProblem();
    if (problem !== undefined && problem !== warnedOf) warn(problem);
    warnedOf = problem;
  };
}
