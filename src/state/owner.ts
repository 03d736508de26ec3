/** Names the process that makes a temporary file or a lock, so that other processes can tell whether it still runs. */
import { hostname } from "node:os";
import { errorCodeOf } from "../process/error.js";

/** A process in a container has the same number after each restart: the time of the start tells them apart. */
export const OWNER = `${hostname()}-${process.pid}-${Math.round(performance.timeOrigin).toString(36)}`;

/** Returns whether `owner` is a process of this machine that has ended. */
export function hasEnded(owner: string): boolean {
  const [, host, pid] = /^(.+)-(\d+)-[0-9a-z]+$/.exec(owner) ?? [];
  if (host !== hostname() || owner === OWNER) return false;
  if (Number(pid) === process.pid) return true;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCodeOf(error) === "ESRCH";
  }
}
