/** Sees to it that the newest edit is what comes into force, and that nothing is learned twice. */
import type { Moves } from "../core/quality/moves.js";
import type { Prepared, Step } from "./steps.js";
import type { RunningJob } from "./worker.js";

export type Preparation = RunningJob<Step>;

export type Turn =
  /** A newer turn has begun, or there will be none any more. */
  | { readonly kind: "overtaken" }
  | { readonly kind: "bad"; readonly problems: readonly string[] }
  /** The files are those in force. */
  | { readonly kind: "same" }
  /** `moves` waits until it is known what moves; undefined where that won't be known. */
  | { readonly kind: "ready"; readonly prepared: Prepared; moves(): Promise<Moves | undefined> };

export interface Turns {
  take(): Promise<Turn>;
  close(): void;
}

export interface TurnsOptions {
  /** Begins to make the files ready, as they are now. */
  begin(): Preparation;
  isInForce(version: string): boolean;
  /** The files are good so far and new to learn from. */
  learning(): void;
}

/**
 * A turn that is overtaken while it reads or compares is stopped. One that learns goes on until a newer one knows that
 * it needs to learn something else: so an answer that is mended meanwhile does not make the learning begin anew.
 */
export function createTurns({ begin, isInForce, learning }: TurnsOptions): Turns {
  let newest = 0;
  let busy: Preparation | undefined;
  let learner: { readonly key: string; readonly preparation: Preparation; readonly over: Promise<unknown> } | undefined;

  const learn = async (preparation: Preparation, key: string): Promise<Step | undefined> => {
    learner?.preparation.stop();
    const over = preparation.next();
    const own = { key, preparation, over: over.catch(() => undefined) };
    learner = own;
    try {
      return await over;
    } finally {
      if (learner === own) learner = undefined;
    }
  };

  const take = async (): Promise<Turn> => {
    const turn = ++newest;
    busy?.stop();
    const preparation = begin();
    busy = preparation;
    const overtaken = (): Turn => {
      preparation.stop();
      return { kind: "overtaken" };
    };
    const read = await preparation.next();
    if (turn !== newest || read === undefined) return overtaken();
    if (read.kind === "bad") return read;
    if (read.kind !== "read") throw new Error(`"${read.kind}" came before the files were read`);
    if (isInForce(read.version)) {
      preparation.stop();
      learner?.preparation.stop();
      return { kind: "same" };
    }
    if (learner?.key === read.fittedKey) {
      preparation.stop();
      await learner.over;
      return turn === newest ? take() : overtaken();
    }
    busy = undefined;
    if (!read.isLearned) learning();
    const ready = await learn(preparation, read.fittedKey);
    if (turn !== newest || ready?.kind !== "ready") return overtaken();
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
    take,
    close() {
      newest++;
      busy?.stop();
      learner?.preparation.stop();
    },
  };
}
