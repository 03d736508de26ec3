/** Cross-validation: plays that a part of the data is unknown, and sees what the matcher makes of it. */
import { isNegative, type LabelledReading } from "../../src/core/matching/examples.js";
import type { Synonyms } from "../../src/core/matching/model.js";
import { createRandom, randomOf } from "../../src/core/matching/random.js";
import { type Candidate, createRanker } from "../../src/core/matching/ranking.js";
import type { Reader } from "../../src/core/matching/reading.js";
import { learn } from "../common/learn.js";
import { misspell } from "./slips.js";

/** The part that a held-out line plays: a question that is covered, one that must not be answered, one nobody covered. */
export type TrialKind = "known" | "negative" | "hidden";

/** A held-out question, what was ranked for it, and which class would have been right, if any. */
export interface Trial {
  readonly kind: TrialKind;
  readonly candidates: readonly Candidate[];
  readonly right: string | undefined;
}

export const FOLDS = 5;

/** The most held-out questions of each kind in a fold: more would not change the figures. */
const MOST_TRIALS = 1200;
/** The share of the held-out questions that are tried with slips of the hand as well. */
const SHARE_MISSPELT = 0.35;

/**
 * Trains without part `fold` (0 to `FOLDS - 1`) and tries the result on it. A fifth of the entries is hidden whole, so
 * that their phrasings play questions that nobody covered; a fifth of the other lines plays questions by unknown people.
 */
export function tryFold(
  examples: readonly LabelledReading[],
  synonyms: Synonyms,
  reader: Reader,
  fold: number,
): Trial[] {
  const names = [...new Set(examples.map(({ name }) => name))].filter((name) => !isNegative(name)).sort();
  const hidden = new Set(names.filter((_, index) => index % FOLDS === fold));
  const heldOut = new Set(examples.flatMap(({ line }) => (Math.floor(randomOf(line) * FOLDS) === fold ? line : [])));
  const isHidden = ({ name, near }: LabelledReading) => hidden.has(name) || (near !== undefined && hidden.has(near));
  const known = examples.filter((example) => !isHidden(example) && !heldOut.has(example.line));
  const rank = createRanker(
    learn(known, synonyms),
    synonyms,
    known.map(({ line }) => line),
  );

  const kinds: Record<TrialKind, LabelledReading[]> = { known: [], negative: [], hidden: [] };
  for (const example of examples) {
    if (hidden.has(example.name)) kinds.hidden.push(example);
    else if (heldOut.has(example.line)) kinds[isNegative(example.name) ? "negative" : "known"].push(example);
  }
  return Object.entries(kinds).flatMap(([kind, all]) =>
    sample(all, MOST_TRIALS, fold).flatMap(({ text, reading, name }): Trial[] => {
      const right = kind === "known" ? name : undefined;
      const attempt = (read: typeof reading): Trial => ({ kind: kind as TrialKind, candidates: rank(read), right });
      const random = createRandom(Math.floor(randomOf(text) * 2 ** 32));
      const isMisspelt = random() < SHARE_MISSPELT;
      return [attempt(reading), ...(isMisspelt ? [attempt(reader.read(misspell(text, random)))] : [])];
    }),
  );
}

const sample = (items: readonly LabelledReading[], size: number, seed: number): LabelledReading[] =>
  items.filter(({ text }) => randomOf(`${seed} ${text}`) < size / items.length);
