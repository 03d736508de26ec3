/** Lets one process at a time change a file: the one that created the lock beside it. */
import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCodeOf } from "../process/error.js";
import { hasEnded, OWNER } from "./owner.js";

/** Milliseconds. A change takes some ten, so a process of another machine that left a lock this old has died. */
export const STALE_AFTER = 10_000;
/** Milliseconds for which another process is waited for. */
const PATIENCE = 2000;

/**
 * Runs `work` while no other process may change `file`; "busy" if one did so for two seconds. Rejects if `work` does, and
 * if no lock can be created beside `file`.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
): Promise<{ readonly kind: "done"; readonly value: T } | { readonly kind: "busy" }> {
  const lock = `${file}.lock`;
  await mkdir(dirname(file), { recursive: true });
  const end = performance.now() + PATIENCE;
  while (!(await take(lock))) {
    if (performance.now() > end) return { kind: "busy" };
    // Random, so that processes that wait for the same lock do not look at the same time again.
    if (!(await clearStale(lock))) await sleep(20 + 30 * Math.random());
  }
  try {
    return { kind: "done", value: await work() };
  } finally {
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, OWNER, { flag: "wx" });
    return true;
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === "EEXIST") return false;
    // A full disk creates the file of the lock without its content.
    if (code === "ENOSPC") await rm(lock, { force: true });
    throw error;
  }
}

/** Returns whether the lock is free now. */
async function clearStale(lock: string): Promise<boolean> {
  const found = await stat(lock).catch(() => undefined);
  if (found === undefined) return true;
  const owner = await readFile(lock, "utf8").catch(() => "");
  if (!hasEnded(owner) && Date.now() - found.mtimeMs < STALE_AFTER) return false;
  const aside = `${lock}.${randomBytes(4).toString("hex")}`;
  await rename(lock, aside).catch(() => undefined);
  const moved = await stat(aside).catch(() => undefined);
  // Another process was quicker, and this is its new lock: it gets that back.
  if (moved !== undefined && moved.ino !== found.ino) await rename(aside, lock);
  await rm(aside, { force: true });
  return true;
}
