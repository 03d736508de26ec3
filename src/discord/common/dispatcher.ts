/** Runs what comes in from Discord: each event once, those of one message in turn, every error caught, all finished. */
import { setTimeout as sleep } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { Logger } from "pino";
import type { Counters } from "./counters.js";
import { createReference } from "./fault.js";

interface EventJob {
  readonly what: "interaction" | "message" | "edit" | "deletion";
  /** Of the interaction or the message. A message's edit or deletion waits until the bot has answered it. */
  readonly id: string;
  /** Runs only the first of two jobs with this id: a gateway may send an event twice. */
  readonly once?: boolean;
  /** `hasWaited`: an earlier job with this id was under way. */
  work(hasWaited: boolean): Promise<void>;
  /** Tells the person that it failed, with the reference under which the log has it. */
  onError?(reference: string): Promise<void>;
}

export type Dispatcher = ReturnType<typeof createDispatcher>;

/** A gateway replays at most the events of the minutes in which a connection was broken. */
const MAX_IDS = 5000;

export function createDispatcher(log: Logger, counters: Counters) {
  const seen = new LRUCache<string, true>({ max: MAX_IDS });
  /** The latest job of each id, which runs after the earlier ones. */
  const underWay = new Map<string, Promise<void>>();
  let isOpen = true;

  const run = async ({ what, id, work, onError }: EventJob, hasWaited: boolean): Promise<void> => {
    try {
      await work(hasWaited);
    } catch (error) {
      const reference = createReference();
      counters.count("bug");
      log.error({ err: error, id, reference }, `${what}.bug`);
      await onError?.(reference).catch((second: unknown) => log.error({ err: second, id, reference }, "apology.bug"));
    }
  };

  return {
    dispatch(job: EventJob): void {
      const { what, id, once = false } = job;
      const outcome = !isOpen ? "closed" : once && seen.has(id) ? "repeated" : undefined;
      if (outcome !== undefined) {
        counters.count(outcome);
        log.info({ id, outcome }, `${what}.ignored`);
        return;
      }
      if (once) seen.set(id, true);
      const earlier = underWay.get(id);
      const running = (earlier ? earlier.then(() => run(job, true)) : run(job, false)).finally(() => {
        if (underWay.get(id) === running) underWay.delete(id);
      });
      underWay.set(id, running);
    },
    /** Takes no more jobs and waits for those under way, at most `within` milliseconds; returns how many ids are left. */
    async drain(within: number): Promise<number> {
      isOpen = false;
      await Promise.race([Promise.all(underWay.values()), sleep(within, undefined, { ref: false })]);
      return underWay.size;
    },
  };
}
