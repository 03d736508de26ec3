/** What people ask next behind an answer that they have just read, by the curated follow-ups to it. */
import { APP_STATUS, type Knowledge, UNANSWERED } from "../data/knowledge.js";
import type { ClassName } from "../matching/examples.js";
import { chanceBy } from "../matching/logistic.js";
import type { Reading } from "../matching/reading.js";
import type { Route, Router } from "../matching/router.js";
import { dot } from "../matching/vectors.js";
import type { Label } from "../values/label.js";
import { memoise } from "../values/memoise.js";
import { FOLLOW_UPS } from "./calibrated.js";
import type { Prior } from "./judgement.js";
import { logOddsOf } from "./odds.js";
import type { FollowUpSignals } from "./signals.js";

/** What the curated follow-ups to an answer say of one that may be asked for next. */
export interface Expectation {
  /** How many of them ask for it. */
  readonly count: number;
  /** The cosine of the message and the nearest of these, 0 (nothing in common) to 1 (the same words). */
  readonly similarity: number;
  /** The nearest of these. */
  readonly line: string;
}

/** The curated follow-up that a message reads most like, and what it asks for. */
export type NearestFollowUp = Expectation & { readonly next: ClassName };

/** By what is asked for: an entry's id, `app-status`, or `none`. */
export type Expectations = ReadonlyMap<ClassName, Expectation>;

/** Returns what is expected behind the answer `after` where a message has this reading. */
export type FindExpectations = (after: Label, reading: Reading) => Expectations;

/** From which similarity an answer is considered though the message alone does not suggest it. */
const CONSIDERED_FROM = 0.3;
/** From which similarity a message says the same as a curated follow-up, and how sure it is that it asks the same. */
export const SAME_FROM = 0.9;
const SURE = 1;
/** An answer that a larger share of the follow-ups asks for gets likelier. */
const USUAL_SHARE = Math.exp(-2);
/** Counts as further follow-ups behind every answer, each of which asks for another one. */
const UNKNOWN_LINES = 20;

export function createExpectationFinder(
  { followUpQuestions, apps, entries }: Pick<Knowledge, "followUpQuestions" | "apps" | "entries">,
  router: Pick<Router, "read" | "vectorOf">,
): FindExpectations {
  const isKnown = (next: ClassName) => next === APP_STATUS || next === UNANSWERED || Object.hasOwn(entries, next);
  const linesBehind = memoise((heading: string) =>
    followUpQuestions
      .filter(({ after, next }) => after === heading && isKnown(next))
      .flatMap(({ next, lines }) =>
        lines.map((line) => {
          const reading = router.read(line);
          return { line, next, apps: reading.apps, vector: router.vectorOf(reading) };
        }),
      ),
  );
  /** "And temu now?" does not ask what "and tiktok now?" asks, if that answer is about no app that is named. */
  const isOfSameApps = (next: ClassName, ofLine: readonly string[], ofMessage: readonly string[]): boolean =>
    next === APP_STATUS || entries[next]?.app !== undefined || ofLine.join() === ofMessage.join();
  const headingsOf = ({ entry, app = "" }: Label): readonly string[] =>
    entry === undefined ? [`app:${app}`, apps[app]?.standing ?? ""] : [entry];
  return (after, reading) => {
    const { indices, values } = router.vectorOf(reading);
    const message = new Map([...indices].map((feature, i) => [feature, values[i] ?? 0]));
    const lines = headingsOf(after).flatMap(linesBehind);
    const expectations = new Map<ClassName, Expectation>();
    for (const { line, next, apps, vector } of lines) {
      const known = expectations.get(next) ?? { count: 0, similarity: 0, line };
      const similarity = isOfSameApps(next, apps, reading.apps) ? dot(vector, message) : 0;
      const nearer = similarity > known.similarity ? { similarity, line } : known;
      expectations.set(next, { ...nearer, count: known.count + 1 });
    }
    return expectations;
  };
}

/** The curated follow-up that the message reads most like, if its similarity is at least `from`. */
export function nearestOf(expectations: Expectations, from: number): NearestFollowUp | undefined {
  const [[next, nearest] = []] = [...expectations].sort(([, a], [, b]) => b.similarity - a.similarity);
  return next !== undefined && nearest !== undefined && nearest.similarity >= from ? { ...nearest, next } : undefined;
}

/** How `expectations` change what a message may mean: by how often an answer is asked for, and how near it reads to that. */
export function priorOf(expectations: Expectations): Prior {
  const signalsOf = createFollowUpSignals(expectations);
  return {
    expected: expectedBy(expectations),
    confidenceOf: (route) => {
      const signals = signalsOf(route);
      return signals.similarity >= SAME_FROM ? SURE : chanceBy(FOLLOW_UPS, signals);
    },
  };
}

/** The answers that are considered though the message alone does not suggest them. */
export const expectedBy = (expectations: Expectations): ClassName[] =>
  [...expectations].flatMap(([name, { similarity }]) => (similarity >= CONSIDERED_FROM ? name : []));

/** Returns the signals of a route behind an answer with these expectations. */
export function createFollowUpSignals(expectations: Expectations): (route: Route) => FollowUpSignals {
  const unanswered = expectations.get(UNANSWERED) ?? NOTHING;
  const lines = [...expectations.values()].reduce((sum, { count }) => sum + count, -unanswered.count);
  return ({ name, confidence, signals: { support, overNegatives } }) => {
    const { count, similarity } = expectations.get(name) ?? NOTHING;
    const share = (count + 1) / (lines + UNKNOWN_LINES);
    return {
      alone: logOddsOf(confidence),
      similarity,
      share: (1 - confidence) * Math.log(share / USUAL_SHARE),
      unanswered: unanswered.similarity,
      support,
      overNegatives,
    };
  };
}

const NOTHING: Pick<Expectation, "count" | "similarity"> = { count: 0, similarity: 0 };
