/** Prepares only the newest edit, and learns nothing twice. */
import type { Moves } from "../core/quality/moves.js";
import type { Prepared, Step } from "./jobs.js";
import type { RunningJob } from "./worker.js";

export type Preparation = RunningJob<Step>;

type QueuedReload =
  /** A newer reload has begun, or the queue is closed. */
  | { readonly kind: "overtaken" }
  | { readonly kind: "bad"; readonly problems: readonly string[] }
  /** The files are those in force. */
  | { readonly kind: "same" }
  /** `moves` resolves once the moves are known, or to undefined if they won't be. */
  | { readonly kind: "ready"; readonly prepared: Prepared; moves(): Promise<Moves | undefined> };

interface ReloadQueueOptions {
  /** Begins to prepare the files as they are now. */
  begin(): Preparation;
  isInForce(version: string): boolean;
  /** Called when the files are good so far and new to learn from. */
  onLearning(): void;
}

/**
 * Stops a reload that is overtaken while it reads or compares. One that learns goes on until a newer one has found
 * something else to learn, so that editing an answer meanwhile does not restart the learning.
 */
export function createReloadQueue({ begin, isInForce, onLearning }: ReloadQueueOptions) {
  let newest = 0;
  let busy: Preparation | undefined;
  let learner: { readonly key: string; readonly preparation: Preparation; readonly end: Promise<unknown> } | undefined;

  const learn = async (preparation: Preparation, key: string): Promise<Step | undefined> => {
    learner?.preparation.stop();
    const result = preparation.next();
    const own = { key, preparation, end: result.catch(() => undefined) };
    learner = own;
    try {
      return await result;
    } finally {
      if (learner === own) learner = undefined;
    }
  };

  /** Prepares the files as they are now. */
  const reload = async (): Promise<QueuedReload> => {
    const number = ++newest;
    busy?.stop();
    const preparation = begin();
    busy = preparation;
    const overtaken = (): QueuedReload => {
      preparation.stop();
      return { kind: "overtaken" };
    };
    const read = await preparation.next();
    if (number !== newest || read === undefined) return overtaken();
    if (read.kind === "bad") return read;
    if (read.kind !== "read") throw new Error(`"${read.kind}" came before the files were read`);
    if (isInForce(read.version)) {
      preparation.stop();
      learner?.preparation.stop();
      return { kind: "same" };
    }
    if (learner?.key === read.learnedKey) {
      preparation.stop();
      await learner.end;
      return number === newest ? reload() : overtaken();
    }
    busy = undefined;
    if (!read.isLearned) onLearning();
    const ready = await learn(preparation, read.learnedKey);
    if (number !== newest || ready?.kind !== "ready") return overtaken();
    busy = preparation;
    return {
      kind: "ready",
      prepared: ready.prepared,
      async moves() {
        const step = await preparation.next().catch(() => undefined);
        return step?.kind === "moves" ? step.moves : undefined;
      },
    };
  };

  return {
    reload,
    close(): void {
      newest++;
      busy?.stop();
      learner?.preparation.stop();
    },
  };
}
