/** Sends questions as fast as they are answered, or at a given pace, and measures each. */
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../common/wait.js";

/** Sends one question, made ready before; calls `done` once it is answered. */
export type Send = (done: () => void) => void;

export interface Flow {
  readonly answers: number;
  /** From the first question to the last answer, or to the end of the time. */
  readonly seconds: number;
  /** Milliseconds from each question to its answer. */
  readonly waits: readonly number[];
  /** Questions still without an answer at the end. */
  readonly missing: number;
}

/** Milliseconds that the last answers are waited for. */
const PATIENCE = 3000;

/** Keeps `width` questions under way for `duration` milliseconds: measures what can be answered at most. */
export async function flood(send: Send, width: number, duration: number): Promise<Flow> {
  const waits: number[] = [];
  let open = 0;
  const startedAt = performance.now();
  const ask = (): void => {
    const askedAt = performance.now();
    if (askedAt - startedAt > duration) return;
    open += 1;
    send(() => {
      open -= 1;
      waits.push(performance.now() - askedAt);
      ask();
    });
  };
  for (let lane = 0; lane < width; lane += 1) ask();
  await sleep(duration);
  const answers = waits.length;
  const seconds = (performance.now() - startedAt) / 1000;
  await until(() => open === 0, PATIENCE);
  return { answers, seconds, waits: waits.slice(0, answers), missing: open };
}

/** Sends `rate` questions a second for `duration` milliseconds, whether or not they are answered. */
export async function pace(send: Send, rate: number, duration: number, patience = PATIENCE): Promise<Flow> {
  const waits: number[] = [];
  let sent = 0;
  const startedAt = performance.now();
  while (performance.now() - startedAt < duration) {
    const due = ((performance.now() - startedAt) / 1000) * rate;
    for (; sent < due; sent += 1) {
      const askedAt = performance.now();
      send(() => void waits.push(performance.now() - askedAt));
    }
    await sleep(1);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  await until(() => waits.length >= sent, patience);
  return { answers: waits.length, seconds, waits, missing: sent - waits.length };
}
