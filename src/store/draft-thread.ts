/** The program of the thread that reviews a draft: parsing takes a second, in which the bot must go on answering. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { DataFiles } from "../core/data/data-files.js";
import { type Draft, type Reviewed, review } from "../core/quality/draft.js";

interface Task {
  readonly files: DataFiles;
  readonly draft: Draft;
}

/** Node cannot run TypeScript in a thread: there, in tests, everything is done in the one thread that there is. */
const HAS_THREADS = !import.meta.url.endsWith(".ts");

/** Does the same as `review`, beside the event loop. */
export async function reviewOffThread(files: DataFiles, draft: Draft): Promise<Reviewed> {
  if (!HAS_THREADS) return review(files, draft);
  return new Promise((resolve, reject) => {
    const task: Task = { files, draft };
    const worker = new Worker(new URL(import.meta.url), { workerData: { draft: task } });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread that reviews a draft ended with code ${code}`)));
  });
}

// Imported by others, this file has no task and only offers `reviewOffThread`.
const task = (workerData as { draft?: Task } | null)?.draft;
if (task !== undefined) parentPort?.postMessage(review(task.files, task.draft));
