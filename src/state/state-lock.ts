/** Lets one process at a time change a file: whoever could make the lock beside it. */
import { randomBytes } from "node:crypto";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds: a change takes some ten, so that a lock this old was left by a process that died. */
const STALE_AFTER = 10_000;
/** For how many milliseconds another process is waited for; it is looked after every 20 to 50 of them. */
const PATIENCE = 2000;

/**
 * What `work` does while no other process may change `file`; "busy" where one did so for two seconds. Rejects where
 * `work` does, and where there can be no file beside `file`.
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
    // Those who wait for the same lock do not look at the same time again.
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
    await (await open(lock, "wx")).close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Whether the way is free. */
async function clearStale(lock: string): Promise<boolean> {
  const found = await stat(lock).catch(() => undefined);
  if (found === undefined) return true;
  if (Date.now() - found.mtimeMs < STALE_AFTER) return false;
  const aside = `${lock}.${randomBytes(4).toString("hex")}`;
  await rename(lock, aside).catch(() => undefined);
  const moved = await stat(aside).catch(() => undefined);
  // Another process was quicker, and this is its own lock: it gets that back.
  if (moved !== undefined && moved.ino !== found.ino) await rename(aside, lock);
  await rm(aside, { force: true });
  return true;
}
