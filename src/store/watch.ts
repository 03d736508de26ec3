/** Notices every change in the data folder, on any kind of file system. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCodeOf } from "../process/error.js";
import { MAX_DEPTH } from "./data-folder.js";

/** In milliseconds. */
export interface WatchTimes {
  /** Between two looks. */
  readonly every: number;
  /** How long the folder must stay the same before a change is reported: editors and `git pull` write in several steps. */
  readonly quiet: number;
}

export const WATCH_TIMES: WatchTimes = { every: 500, quiet: 150 };

/** Between two looks while something changes. */
const LOOKS_WHILE_BUSY = 3;

/**
 * Calls `onChange` when the folder no longer looks as `seen` and is quiet again; then waits for the next change.
 * Polls instead of listening for events: those get lost on network and container mounts, and would need extra rules for
 * editors that replace a file, links that change their target, and a folder that is removed and created again. One look at
 * 60 files takes less than a millisecond of one core. Returns the function that ends the watch.
 */
export function watchFolder(
  folder: string,
  seen: string,
  { every, quiet }: WatchTimes,
  onChange: () => void,
): () => void {
  const end = new AbortController();
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal: end.signal, ref: false });
  const settle = async (): Promise<string> => {
    for (let look = await lookAt(folder), since = performance.now(); ; ) {
      await pause(quiet / LOOKS_WHILE_BUSY);
      const next = await lookAt(folder);
      if (next !== look) [look, since] = [next, performance.now()];
      else if (performance.now() - since >= quiet) return look;
    }
  };
  const watch = async (): Promise<void> => {
    for (let known = seen; ; ) {
      await pause(every);
      if ((await lookAt(folder)) === known) continue;
      known = await settle();
      onChange();
    }
  };
  watch().catch((error: unknown) => {
    if (!end.signal.aborted) throw error;
  });
  return () => end.abort();
}

/**
 * Describes how the folder looks: name, size and times of each file, following links. `ctime` shows changes that keep `mtime`,
 * such as a copy or another target of a link. Inode numbers are left out: some mounts give new ones at every look.
 */
export async function lookAt(folder: string, depth = 0): Promise<string> {
  try {
    const names = (await readdir(folder)).filter((name) => !name.startsWith(".")).sort();
    const looks = await Promise.all(names.map((name) => lookAtOne(join(folder, name), depth)));
    return names.map((name, index) => `${name}:${looks[index]}`).join("\n");
  } catch (error) {
    return String(errorCodeOf(error));
  }
}

async function lookAtOne(path: string, depth: number): Promise<string> {
  try {
    const found = await stat(path, { bigint: true });
    if (found.isDirectory()) return depth < MAX_DEPTH ? `(${await lookAt(path, depth + 1)})` : "";
    return `${found.size} ${found.mtimeNs} ${found.ctimeNs}`;
  } catch (error) {
    return String(errorCodeOf(error));
  }
}
