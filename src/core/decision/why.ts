/** Why the bot decided as it did, in named signals that a person can follow. */
import { SIGNALS, type SignalName, type Signals } from "../matching/ranking.js";
import type { Repair } from "../matching/reading.js";
import type { Label } from "../values/label.js";

export interface Signal {
  readonly name: SignalName | "name-alone" | "app-field" | "courtesy" | "pick";
  readonly value: number;
  /** What the value says, for a person. */
  readonly reason: string;
}

export interface Why {
  readonly signals: readonly Signal[];
  /** The chance, 0 to 1, that the best candidate is what was asked. */
  readonly confidence: number;
  /** What `confidence` must reach to be answered, and to be offered; fitted from the data. */
  readonly answerFrom: number;
  readonly offerFrom: number;
  readonly best?: Label;
  readonly runnerUp?: Label;
  /** How far the best is ahead of the runner-up, in confidence. */
  readonly margin: number;
  readonly repairs: readonly Repair[];
  /** The question that was judged, where what was said around it was left out. */
  readonly question?: string;
  /** The curated wording nearest to the question. */
  readonly nearest?: string;
}

const REASONS: Readonly<Record<SignalName, (value: number) => string>> = {
  classifier: (value) =>
    value > 0 ? "the words, taken together, speak for it" : "the words, taken together, do not settle it",
  lead: (value) => (value > 1 ? "it is well ahead of any other entry" : "another entry is close"),
  similarity: (value) => (value > 0.6 ? "a curated wording is nearly the same" : "no curated wording is very near"),
  overNegatives: (value) =>
    value > 0
      ? "it is nearer to its wordings than to any known non-question"
      : "a message that must not be answered reads much the same",
  support: (value) =>
    value > 0.8
      ? "nearly all that was said is also said in its wordings"
      : "some of what was said is foreign to its wordings",
  length: (value) => (value < 1.5 ? "it is very short" : "it is long enough to judge"),
};

/** Returns all signals of a route, each with its reason. */
export const explainSignals = (values: Signals): Signal[] =>
  SIGNALS.map((name) => ({ name, value: values[name], reason: REASONS[name](values[name]) }));

export const NAME_ALONE: Signal = {
  name: "name-alone",
  value: 1,
  reason: "a name by itself asks where that app stands, or what the order was",
};
