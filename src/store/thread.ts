/** The program of a fitting thread: learns from the knowledge that it is given, hands the result back, and ends. */
import { parentPort, workerData } from "node:worker_threads";
import type { Knowledge } from "../core/data/knowledge.js";
import { learnAll } from "../core/matching/fit.js";
import { readEnglishWords } from "./english.js";

parentPort?.postMessage(learnAll(workerData as Knowledge, readEnglishWords()));
