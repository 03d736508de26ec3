/** What a process costs: its processor time and its resident memory, from Linux's /proc. */
import { readFileSync } from "node:fs";
import { readMemory } from "../common/bot-process.js";

export interface Cost {
  /** Seconds of processor time, of all its threads, since it started. */
  readonly seconds: number;
  /** Bytes. */
  readonly memory: number;
}

/** Of the kernel's clock ticks there are 100 a second on every usual Linux. */
const TICKS = 100;

/** Throws where the process is gone, and where there is no /proc. */
export function readCost(pid: number): Cost {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name, which may hold anything, ends with the last bracket; user and system time are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS;
  return { seconds, memory: readMemory(pid) ?? Number.NaN };
}
