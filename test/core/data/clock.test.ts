import fc from "fast-check";
import { expect, test } from "vitest";
import { createClockWarning, findClockProblem, trustedDay } from "../../../src/core/data/clock.js";
import { addDays } from "../../../src/core/values/calendar.js";
import { knowledgeOf, smallFiles } from "../../data.js";
import { day } from "../../days.js";

const knowledge = knowledgeOf(smallFiles);
const { checked } = knowledge.order;

test("a clock is wrong on every day before the sources were checked, and on no other", () => {
  fc.assert(
    fc.property(day, (clock) => {
      const isWrong = clock < checked;
      expect(findClockProblem(knowledge, clock) !== undefined).toBe(isWrong);
      expect(trustedDay(knowledge, clock)).toBe(isWrong ? checked : clock);
    }),
  );
});

test("what is wrong with a clock is told with both days and the remedy", () => {
  expect(findClockProblem(knowledge, addDays(checked, -1))).toBe(
    "The clock says November 22, 2026, and the sources were checked on November 23, 2026. Set the machine's clock, or `checked` in order.yaml; until then answers are as of November 23, 2026.",
  );
});

test("a wrong clock is warned of once, and again when something else is wrong with it", () => {
  const said: string[] = [];
  let problem: string | undefined;
  const warn = createClockWarning(
    () => problem,
    (text) => said.push(text),
  );
  for (const next of [undefined, "a", "a", "b", undefined, "b"]) {
    problem = next;
    warn();
  }
  expect(said).toEqual(["a", "b", "b"]);
});
