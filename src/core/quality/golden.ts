/** Asks the golden questions, each of which must keep its reply. */
import type { Answerer, AskOptions } from "../answerer.js";
import type { Golden } from "../data/knowledge.js";
import type { CalendarDate } from "../values/calendar.js";
import { parseLabel } from "../values/label.js";
import { type Given, givenBy } from "./given.js";

export interface FailedGolden {
  readonly golden: Golden;
  /** Its place in the file, counted from 0. */
  readonly index: number;
  readonly given: Given;
}

/** Asks `answerer` one golden question, in the place and after the answer that the question names. */
export function askGolden(answerer: Answerer, { ask, in: place, after }: Golden, today: CalendarDate): Given {
  const label = after === undefined ? undefined : parseLabel(after);
  const options: AskOptions = {
    on: today,
    ...(place === "channel" && { channel: "chat" }),
    ...(label === undefined ? {} : { after: label }),
  };
  return givenBy(answerer.answer(ask, options));
}

/**
 * Returns whether `given` is what is expected, without a wrong answer beside it. If nothing should be answered, silence, a
 * choice and "unknown" all are.
 */
export const keepsGolden = ({ expect }: { readonly expect: readonly string[] }, { kind, labels }: Given): boolean =>
  kind === "answer"
    ? labels.every((label) => expect.includes(label))
    : expect.includes("none") || (kind === "choose" && expect.includes("choose"));

/** Returns the golden questions that `answerer` fails on its own data, in the file's order; takes under half a second. */
export function failedGolden(answerer: Answerer, today: CalendarDate): FailedGolden[] {
  return answerer.knowledge.golden.flatMap((golden, index) => {
    const given = askGolden(answerer, golden, today);
    return keepsGolden(golden, given) ? [] : [{ golden, index, given }];
  });
}

export function newlyFailed(now: readonly FailedGolden[], before: readonly FailedGolden[]): readonly FailedGolden[] {
  const known = new Set(before.map(({ golden }) => JSON.stringify(golden)));
  return now.filter(({ golden }) => !known.has(JSON.stringify(golden)));
}
