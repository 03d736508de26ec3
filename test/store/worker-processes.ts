/** The worker processes that are running. */
import { execFileSync } from "node:child_process";

/** Returns the ids of those that the process `parent` started. */
export function workersOf(parent: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" }).split("\n");
  return lines
    .filter((line) => line.endsWith(`/store/worker-program.js ${parent}`))
    .map((line) => Number.parseInt(line, 10));
}
