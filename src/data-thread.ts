/** The program of the thread that reads a set of data files: parsing takes a second, in which the bot must go on answering. */
import { parentPort, Worker, workerData } from "node:worker_threads";
import type { DataFiles } from "./core/data-files.js";
import { type LearnedData, learnDataFiles } from "./data-folder.js";

interface Task {
  readonly files: DataFiles;
  readonly cacheFolder: string | undefined;
}

/** Node cannot run TypeScript in a thread: there, in tests, everything is done in the one thread that there is. */
const HAS_THREADS = !import.meta.url.endsWith(".ts");

/** Does the same as `learnDataFiles`, beside the event loop. */
export function learnOffThread(files: DataFiles, cacheFolder?: string): Promise<LearnedData> {
  if (!HAS_THREADS) return learnDataFiles(files, cacheFolder);
  return new Promise((resolve, reject) => {
    const task: Task = { files, cacheFolder };
    const worker = new Worker(new URL(import.meta.url), { workerData: { dataFiles: task } });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`the thread that reads the data ended with code ${code}`)));
  });
}

// Imported by others, this file has no task and only offers `learnOffThread`.
const task = (workerData as { dataFiles?: Task } | null)?.dataFiles;
if (task !== undefined) parentPort?.postMessage(await learnDataFiles(task.files, task.cacheFolder));
