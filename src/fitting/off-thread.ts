/** Fits beside the event loop, on as many threads as help, so that the bot goes on answering. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Knowledge } from "../core/knowledge.js";
import { FOLDS, type Trial } from "../core/matching/calibration.js";
import { type Fitted, fitKnowledge, tryFoldOf } from "../core/matching/fit.js";
import { readEnglishWords } from "./english.js";

/** What a thread is asked: to do one fold, or to do all and to share the folds with further threads. */
export type Task = { readonly knowledge: Knowledge; readonly fold: number | "all" };

/** Learns from `knowledge`. From sources that Node cannot run in a thread (TypeScript, in tests) it runs in this one. */
export function fitOffThread(knowledge: Knowledge): Promise<Fitted> {
  return import.meta.url.endsWith(".ts") ? fitAll(knowledge) : inThread<Fitted>({ knowledge, fold: "all" });
}

/** Does all folds, side by side where there are threads, and then learns from everything. */
export async function fitAll(knowledge: Knowledge): Promise<Fitted> {
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  const trials: Trial[][] = [];
  const runNext = async (): Promise<void> => {
    for (let fold = folds.shift(); fold !== undefined; fold = folds.shift())
      trials[fold] = await runFold(knowledge, fold);
  };
  await Promise.all(Array.from({ length: Math.min(FOLDS, availableParallelism()) }, runNext));
  return fitKnowledge(knowledge, readEnglishWords(), trials.flat());
}

async function runFold(knowledge: Knowledge, fold: number): Promise<Trial[]> {
  if (import.meta.url.endsWith(".ts")) return tryFoldOf(knowledge, readEnglishWords(), fold);
  return inThread<Trial[]>({ knowledge, fold });
}

function inThread<T>(task: Task): Promise<T> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.js", import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the fitting thread ended with code ${code}`)));
  });
}
