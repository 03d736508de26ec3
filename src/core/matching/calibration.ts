/** How sure the matcher may be: learned by playing, again and again, that a part of the data is unknown. */
import { isNegative, type LabelledReading } from "./examples.js";
import { learn, type Synonyms } from "./model.js";
import { type Network, type Row, trainNetwork } from "./network.js";
import { randomOf } from "./random.js";
import { type Candidate, createRanker, SIGNALS, type SignalName } from "./ranking.js";

/** One question of a held-out part, what was ranked for it, and which class would have been right, if any. */
export interface Trial {
  readonly candidates: readonly Candidate[];
  readonly right: string | undefined;
  readonly kind: "known" | "hidden" | "negative";
}

/** The data is cut into this many parts… */
const PARTS = 5;
/** …of which this many are tried: enough to learn from, in three fifths of the time. */
export const FOLDS = 3;

/** At most so many held-out questions of each kind in a fold: enough to learn from. */
const MAX_TRIALS_PER_KIND = 700;

/**
 * Trains without part `fold` (0 to `FOLDS - 1`) and tries the result on it. A fifth of the entries is hidden whole, so
 * that their phrasings play questions that nobody covered; a fifth of the other lines plays questions by unknown people.
 */
export function tryFold(examples: readonly LabelledReading[], synonyms: Synonyms, fold: number): Trial[] {
  const names = [...new Set(examples.map(({ name }) => name))].filter((name) => !isNegative(name)).sort();
  const hidden = new Set(names.filter((_, index) => index % PARTS === fold));
  // By their texts and not by their places: a new line moves no other one into another part.
  const heldOut = new Set(
    examples.map(({ line }) => line).filter((line) => Math.floor(randomOf(line) * PARTS) === fold),
  );
  const isHidden = ({ name, near }: LabelledReading) => hidden.has(name) || (near !== undefined && hidden.has(near));
  const model = learn(
    examples.filter((example) => !isHidden(example) && !heldOut.has(example.line)),
    synonyms,
  );
  const rank = createRanker(model, synonyms);
  const kinds: Record<Trial["kind"], LabelledReading[]> = { known: [], hidden: [], negative: [] };
  for (const example of examples) {
    if (hidden.has(example.name)) kinds.hidden.push(example);
    else if (heldOut.has(example.line)) kinds[isNegative(example.name) ? "negative" : "known"].push(example);
  }
  return Object.entries(kinds).flatMap(([kind, all]) =>
    sample(all, MAX_TRIALS_PER_KIND, fold).map((example) => ({
      candidates: rank(example.reading),
      right: kind === "known" ? example.name : undefined,
      kind: kind as Trial["kind"],
    })),
  );
}

/** How the kinds of trials are mixed: what a member asks is mostly covered, sometimes near, now and then quite unknown. */
const SHARE: Readonly<Record<Trial["kind"], number>> = { known: 0.55, negative: 0.38, hidden: 0.07 };

/** Learns the chance that a candidate is the right answer from its signals. */
export function calibrate(trials: readonly Trial[]): Network<SignalName> {
  const counts = { known: 0, hidden: 0, negative: 0 };
  for (const { kind } of trials) counts[kind]++;
  const rows = trials.flatMap(({ candidates, right, kind }) =>
    candidates.map(
      ({ name, signals }): Row<SignalName> => ({ signals, right: name === right, weight: SHARE[kind] / counts[kind] }),
    ),
  );
  return trainNetwork(SIGNALS, rows);
}

const sample = (items: readonly LabelledReading[], size: number, seed: number): LabelledReading[] =>
  items.filter(({ line, reading }) => randomOf(`${seed} ${line} ${reading.apps}`) < size / items.length);
