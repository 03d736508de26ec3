/** The program of a fitting thread: does its one task, hands the result back, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { perform, type Task } from "./off-thread.js";

parentPort?.postMessage(await perform(workerData as Task));
