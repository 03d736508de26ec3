/** How much memory a method takes, measured in a process of its own. */
import { spawnSync } from "node:child_process";
import { openDataFolder } from "../../src/store/data-folder.js";
import type { Line } from "./lines.js";
import { type Method, searchMethods } from "./methods.js";
import type { Tuned } from "./tuning.js";

export type Load =
  | { readonly id: "matcher"; readonly data: string; readonly cache: string }
  | { readonly id: Exclude<Method["id"], "matcher">; readonly lines: readonly Line[]; readonly tuned: Tuned };

/** The bytes by which the resident set grew; this program is run with `--weigh` and given the load. */
export function weigh(load: Load): number {
  const { stdout, status } = spawnSync(process.execPath, ["--expose-gc", ...process.argv.slice(1, 2), "--weigh"], {
    input: JSON.stringify(load),
    stdio: ["pipe", "pipe", "inherit"],
    maxBuffer: 1 << 20,
  });
  if (status !== 0) throw new Error(`weighing ${load.id} ended with code ${status}`);
  return Number(stdout);
}

/** The other half, in the process of its own. */
export function weighHere(load: Load): number {
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  const kept = load.id === "matcher" ? openDataFolder(load.data, load.cache) : buildLoad(load);
  globalThis.gc?.();
  const after = process.memoryUsage.rss();
  if (kept === undefined) throw new Error(`no method is called ${load.id}`);
  return after - before;
}

function buildLoad({ id, lines, tuned }: Exclude<Load, { readonly id: "matcher" }>): unknown {
  const method = searchMethods(tuned.plain, tuned.token).find((one) => one.id === id);
  const ask = method?.build(lines);
  ask?.({ q: "", reading: lines[0]?.reading as Line["reading"], text: lines[0]?.text ?? "", gold: [] });
  return ask;
}
