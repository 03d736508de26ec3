/** The program of a fitting thread: does its one task, hands the result back, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { tryFoldOf } from "../core/matching/fit.js";
import { readEnglishWords } from "./english.js";
import { fitAll, type Task } from "./off-thread.js";

const { knowledge, fold } = workerData as Task;
parentPort?.postMessage(fold === "all" ? await fitAll(knowledge) : tryFoldOf(knowledge, readEnglishWords(), fold));
