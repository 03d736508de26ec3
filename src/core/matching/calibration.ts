/** What a confidence means: measured by cross-validation once in a while, and not with each edit of the data. */
import type { Knowledge } from "../data/knowledge.js";
import type { LogisticModel } from "./logistic.js";
import type { SignalName } from "./ranking.js";

/** The three bands: below `offer` nothing is known, from `offer` on answers are offered, from `answer` on one is given. */
export interface Bands {
  readonly answer: number;
  readonly offer: number;
}

export interface Calibration {
  readonly measured: {
    readonly on: string;
    readonly lines: number;
  };
  readonly confidence: LogisticModel<SignalName>;
  readonly bands: Bands;
  /** The chance, 0 to 1, of being called from which the bot speaks in a chat channel. */
  readonly chatFrom: number;
}

/** Returns the number of lines that calibration depends on: when many come or go, it should be repeated. */
export function countLines({ phrasings, negatives: { near, ...groups }, ambient }: Knowledge): number {
  const lists = [phrasings, near, groups, ambient].flatMap((lists) => Object.values<readonly string[]>(lists));
  return lists.reduce((sum, lines) => sum + lines.length, 0);
}
