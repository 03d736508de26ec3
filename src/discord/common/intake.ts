/** What comes in from Discord: each thing is taken once, what fails is caught here, and at the end all is finished. */
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Tally } from "./tally.js";

export interface Task {
  /** Said in the log. */
  readonly what: string;
  readonly id: string;
  /** Of two with the same id only the first is taken: a gateway may tell a thing twice. */
  readonly once?: boolean;
  work(): Promise<void>;
  /** Tells the person that it failed, with the reference under which the log has it. */
  apologize?(reference: string): Promise<void>;
}

export interface Intake {
  take(task: Task): void;
  /** Takes nothing more and waits for what is under way, `within` milliseconds at most; gives how many are left. */
  drain(within: number): Promise<number>;
}

/** So many ids are remembered; a gateway replays at most what happened in the minutes of a broken connection. */
const MOST_REMEMBERED = 5000;

export const createReference = (): string => randomBytes(4).toString("hex");

export function createIntake(log: Logger, tally: Tally): Intake {
  const known = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let isOpen = true;

  const run = async ({ what, id, work, apologize }: Task): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const reference = createReference();
      tally.count("bug");
      log.error({ err: error, id, reference }, `${what} failed`);
      await apologize?.(reference).catch((second: unknown) =>
        log.error({ err: second, id, reference }, "the apology failed too"),
      );
    }
  };

  return {
    take(task) {
      const { what, id, once = false } = task;
      if (!isOpen || (once && known.has(id))) {
        tally.count(isOpen ? "repeated" : "closed");
        log.info({ id, outcome: isOpen ? "repeated" : "closed" }, `${what} not taken`);
        return;
      }
      if (once) known.add(id);
      if (known.size > MOST_REMEMBERED) for (const oldest of known) if (known.delete(oldest)) break;
      const running = run(task).finally(() => underWay.delete(running));
      underWay.add(running);
    },
    async drain(within) {
      isOpen = false;
      const timer = new AbortController();
      const finished = Promise.all(underWay).then(() => timer.abort());
      await Promise.race([finished, sleep(within, undefined, { signal: timer.signal }).catch(() => undefined)]);
      timer.abort();
      return underWay.size;
    },
  };
}
