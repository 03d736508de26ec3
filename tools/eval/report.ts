/** What the outcomes of many questions add up to. */
import type { Given } from "../../src/core/quality/given.js";
import type { LabelledQuestion } from "../common/question-file.js";
import { wilson } from "../common/statistics.js";
import { type Score, VERDICTS, type Verdict } from "./score.js";

export interface Scored extends Score {
  readonly set: string;
  readonly question: LabelledQuestion;
  readonly given: Given;
  readonly confidence: number;
  /** Whether the likeliest candidate was right, given or not; undefined where no likelihood was at work. */
  readonly bestRight?: boolean;
}

export type Tally = ReturnType<typeof tally>;

export interface Confusion {
  readonly gold: string;
  readonly given: string;
  readonly count: number;
  readonly example: string;
}

export type Bin = ReturnType<typeof reliabilityOf>[number];

export type EvalReport = ReturnType<typeof reportOn>;

export function reportOn(scored: readonly Scored[]) {
  return {
    sets: [
      ...tallyBy(scored, ({ set }) => set),
      ...(new Set(scored.map(({ set }) => set)).size > 1 ? [tally("all", scored)] : []),
    ],
    styles: tallyBy(scored, ({ set, question }) => `${set}: ${question.style}`),
    confusions: confusionsOf(scored),
    reliability: reliabilityOf(scored),
  };
}

function tallyBy(scored: readonly Scored[], nameOf: (one: Scored) => string): Tally[] {
  return [...new Set(scored.map(nameOf))].map((name) =>
    tally(
      name,
      scored.filter((one) => nameOf(one) === name),
    ),
  );
}

function tally(name: string, scored: readonly Scored[]) {
  const each = <T>(make: (outcome: Verdict) => T) =>
    Object.fromEntries(VERDICTS.map((outcome) => [outcome, make(outcome)])) as Record<Verdict, T>;
  const counts = each((outcome) => scored.filter((one) => one.outcome === outcome).length);
  const none = scored.filter(({ question }) => question.gold.includes("none"));
  return {
    name,
    lines: scored.length,
    counts,
    /** 95 % intervals of the shares. */
    intervals: each((outcome) => wilson(counts[outcome], scored.length)),
    extraWrong: scored.filter(({ extraWrong }) => extraWrong).length,
    /** Lines on which nothing should be answered, and how many of them were answered. */
    noneLines: none.length,
    noneAnswered: none.filter(({ given }) => given.kind === "answer").length,
    /** How many of them got any reply, where they were written into a channel. */
    noneReplied: none.filter(({ question, given }) => isInChannel(question) && given.kind !== "silence").length,
  };
}

const isInChannel = ({ mode }: LabelledQuestion): boolean => mode === "questions" || mode === "chat";

/** What was answered instead of the first gold label, the most frequent first. */
function confusionsOf(scored: readonly Scored[]): Confusion[] {
  const confusions = new Map<string, Confusion>();
  for (const { outcome, question, given } of scored) {
    if (outcome !== "wrong") continue;
    const pair = { gold: question.gold[0], given: formatGiven(given) };
    const key = `${pair.gold} ${pair.given}`;
    const { count, example } = confusions.get(key) ?? { count: 0, example: question.q };
    confusions.set(key, { ...pair, count: count + 1, example });
  }
  return [...confusions.values()].sort((a, b) => b.count - a.count);
}

/** Of `count` questions with a confidence from `from` to `from + 0.1`, `right` were right. */
function reliabilityOf(scored: readonly Scored[]) {
  const judged = scored.filter(({ bestRight }) => bestRight !== undefined);
  return Array.from({ length: 10 }, (_, tenth) => {
    const inBin = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === tenth);
    return {
      from: tenth / 10,
      count: inBin.length,
      right: inBin.filter(({ bestRight }) => bestRight).length,
      meanConfidence: inBin.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, inBin.length),
    };
  });
}

export function formatGiven({ kind, labels }: Given): string {
  if (kind === "answer") return labels.join(" & ");
  return kind === "choose" ? `choose(${labels.join(", ")})` : kind;
}
