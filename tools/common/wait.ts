/** Waits for what another process or a server does. */
import { setTimeout as sleep } from "node:timers/promises";

/** Milliseconds. */
const PAUSE = 20;

/** Waits until `holds`; returns whether it did within `patience` milliseconds. */
export async function until(holds: () => boolean, patience = Number.POSITIVE_INFINITY): Promise<boolean> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > patience) return false;
    await sleep(PAUSE);
  }
  return true;
}
