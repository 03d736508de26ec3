/** Writes files as a whole or not at all, and leaves nothing else behind. */
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { STALE_AFTER } from "./file-lock.js";
import { hasEnded, OWNER } from "./owner.js";

/** Rejects with the error of the file system; then the file is unchanged. Otherwise the content is on the disk. */
export async function writeAtomically(file: string, content: string | Iterable<string>): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  // Another process may be writing the same file.
  const temporary = `${file}.${OWNER}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const handle = await open(temporary, "w");
    try {
      await writeFile(handle, content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Milliseconds. A write takes seconds at most, and touches its file all the time. */
const ABANDONED_AFTER = 60_000;

/** Removes the temporary files and locks that processes left in `folder` when they were killed. */
export function removeLeftovers(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    try {
      if (isLeftover(path)) rmSync(path, { force: true });
    } catch {
      // Another process was quicker, or the file is not ours to remove: it does no harm.
    }
  }
}

function isLeftover(path: string): boolean {
  const [, owner] = /\.json\.(?:(.+)\.)?[0-9a-f]{8}\.tmp$/.exec(path) ?? [];
  const age = () => Date.now() - statSync(path).mtimeMs;
  if (path.endsWith(".tmp")) return (owner !== undefined && hasEnded(owner)) || age() > ABANDONED_AFTER;
  if (!/\.json\.lock(\.[0-9a-f]{8})?$/.test(path)) return false;
  return hasEnded(readFileSync(path, "utf8")) || age() > STALE_AFTER;
}
