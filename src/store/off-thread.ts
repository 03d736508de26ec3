/** Learns beside the event loop, so that the bot goes on answering. */
import { Worker } from "node:worker_threads";
import type { Knowledge } from "../core/data/knowledge.js";
import { type Fitted, learnAll } from "../core/matching/fit.js";
import { readEnglishWords } from "./english.js";

/** Node cannot run TypeScript in a thread: there, in tests, everything is done in the one thread that there is. */
const HAS_THREADS = !import.meta.url.endsWith(".ts");

/** Learns from `knowledge`; takes some seconds. */
export function fitOffThread(knowledge: Knowledge): Promise<Fitted> {
  if (!HAS_THREADS) return Promise.resolve(learnAll(knowledge, readEnglishWords()));
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./thread.js", import.meta.url), { workerData: knowledge });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the fitting thread ended with code ${code}`)));
  });
}
