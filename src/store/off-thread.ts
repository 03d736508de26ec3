/** Fits beside the event loop, on two threads where there are two cores, so that the bot goes on answering. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Knowledge } from "../core/data/knowledge.js";
import { FOLDS, type Trial } from "../core/matching/calibration.js";
import { completeFit, type Fitted, type Learned, learnAll, tryFoldOf } from "../core/matching/fit.js";
import { readEnglishWords } from "./english.js";

/** One thread's work: to learn from everything, to try one fold, or to see to all of it and share it out. */
export type Task = { readonly knowledge: Knowledge } & (
  | { readonly part: "all" | "learn" }
  | { readonly part: "fold"; readonly fold: number }
);

/** Two take some 800 MB: many cores are no reason to take all of a machine's memory. */
const MOST_THREADS = 2;

/** Node cannot run TypeScript in a thread: there, in tests, everything is done in the one thread that there is. */
const HAS_THREADS = !import.meta.url.endsWith(".ts");

/** Learns from `knowledge`; takes some twenty seconds on two cores. */
export function fitOffThread(knowledge: Knowledge): Promise<Fitted> {
  return run<Fitted>({ knowledge, part: "all" });
}

/** Does `task` in this thread; the parts of "all" go to further threads. */
export async function perform(task: Task): Promise<Fitted | Learned | Trial[]> {
  const { knowledge } = task;
  switch (task.part) {
    case "learn":
      return learnAll(knowledge, readEnglishWords());
    case "fold":
      return tryFoldOf(knowledge, readEnglishWords(), task.fold);
    case "all": {
      const threads = createThreads(Math.min(MOST_THREADS, availableParallelism()));
      const learned = threads(() => run<Learned>({ knowledge, part: "learn" }));
      const folds = Array.from({ length: FOLDS }, (_, fold) =>
        threads(() => run<Trial[]>({ knowledge, part: "fold", fold })),
      );
      return completeFit(await learned, (await Promise.all(folds)).flat());
    }
  }
}

/** Runs at most `limit` pieces of work at a time, in the order in which they are given. */
function createThreads(limit: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running === limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

function run<T>(task: Task): Promise<T> {
  if (!HAS_THREADS) return perform(task) as Promise<T>;
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.js", import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the fitting thread ended with code ${code}`)));
  });
}
