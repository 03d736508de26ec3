/** How often a method is right, and how often wrong when it answers as often as another. */
import { APP_STATUS, type Knowledge } from "../../src/core/data/knowledge.js";
import { ownValue } from "../../src/core/values/own-value.js";
import type { BenchQuestion } from "./lines.js";
import { isCovered, type Ranked } from "./methods.js";

export interface RankedQuestion {
  readonly question: BenchQuestion;
  /** The best first, negatives among them where a method ranks them. */
  readonly ranked: readonly Ranked[];
}

/** Leaves out, for every method alike, entries about an app where the question names none. */
export function usableOnly({ question, ranked }: RankedQuestion, { entries }: Knowledge): RankedQuestion {
  if (question.reading.apps.length > 0) return { question, ranked };
  const needsApp = (name: string) => name === APP_STATUS || ownValue(entries, name)?.app === "required";
  return { question, ranked: ranked.filter(({ name }) => !needsApp(name)) };
}

const isRight = ({ gold }: BenchQuestion, candidates: readonly Ranked[]): boolean =>
  candidates.some(({ name }) => gold.includes(name));

/** The share of the covered questions with a right entry among the best `count`. */
export function rightAt(asked: readonly RankedQuestion[], count: number): number {
  const covered = asked.filter(({ question }) => question.gold.length > 0);
  const right = covered.filter(({ question, ranked }) => isRight(question, ranked.filter(isCovered).slice(0, count)));
  return right.length / covered.length;
}

interface Wrongs {
  readonly answered: number;
  /** Answered wrongly, of the covered questions and of those that nothing covers. */
  readonly wrong: number;
  readonly wrongUncovered: number;
  /** By which figure it was decided what to answer. */
  readonly by: string;
}

type Sureness = (asked: RankedQuestion) => number;

/** Search libraries have no confidence: each of these could stand for it. */
export const SURENESS = {
  score: ({ ranked }) => ranked.find(isCovered)?.score ?? 0,
  "score per word": ({ question, ranked }) =>
    (ranked.find(isCovered)?.score ?? 0) / Math.max(1, question.reading.words.length),
  "lead over the next entry": ({ ranked }) => {
    const [first, second] = ranked.filter(isCovered);
    return first === undefined ? 0 : first.score - (second?.score ?? 0);
  },
  "lead over the nearest negative": ({ ranked }) => {
    const negative = ranked.find((candidate) => !isCovered(candidate));
    return (ranked.find(isCovered)?.score ?? 0) - (negative?.score ?? 0);
  },
} satisfies Readonly<Record<string, Sureness>>;

/** Answers the `count` questions it is surest of, by whichever of `measures` gives the fewest wrong answers. */
export function wrongsAt(
  asked: readonly RankedQuestion[],
  count: number,
  measures: Readonly<Record<string, Sureness>> = SURENESS,
): Wrongs {
  const tried = Object.entries(measures).map(([by, sureness]): Wrongs => {
    const surest = asked
      .filter(({ ranked }) => ranked.some(isCovered))
      .map((one) => ({ ...one, sure: sureness(one) }))
      .sort((a, b) => b.sure - a.sure)
      .slice(0, count);
    const wrong = surest.filter(({ question, ranked }) => !isRight(question, ranked.filter(isCovered).slice(0, 1)));
    const wrongUncovered = wrong.filter(({ question }) => question.gold.length === 0).length;
    return { answered: surest.length, wrong: wrong.length - wrongUncovered, wrongUncovered, by };
  });
  return tried.reduce((a, b) => (b.wrong + b.wrongUncovered < a.wrong + a.wrongUncovered ? b : a));
}
