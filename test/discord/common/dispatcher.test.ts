import { pino } from "pino";
import { expect, test } from "vitest";
import { createCounters } from "../../../src/discord/common/counters.js";
import { createDispatcher } from "../../../src/discord/common/dispatcher.js";

const counters = createCounters({ count() {}, decided() {}, answered() {}, refused() {} });

test("the events of one message run in turn, and later ones know that they waited", async () => {
  const dispatcher = createDispatcher(pino({ level: "silent" }), counters);
  const done: string[] = [];
  let finish = () => {};
  const answered = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const note = (name: string) => async (hasWaited: boolean) => void done.push(`${name} ${hasWaited}`);
  dispatcher.dispatch({ what: "message", id: "1", work: () => answered.then(() => void done.push("message")) });
  dispatcher.dispatch({ what: "edit", id: "1", work: note("edit") });
  dispatcher.dispatch({ what: "edit", id: "2", work: note("other") });
  finish();
  expect(await dispatcher.drain(1000)).toBe(0);
  expect(done).toEqual(["other false", "message", "edit true"]);
});
