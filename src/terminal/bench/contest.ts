/** All methods on the same questions: each question is put to every method in turn, and timed. */
import type { Knowledge } from "../../core/knowledge.js";
import { median, quantile } from "../statistics.js";
import { type Asked, rightAt, SURENESS, usableOnly, type Wrongs, wrongsAt } from "./accuracy.js";
import type { Question } from "./lines.js";
import type { Ask, Method } from "./methods.js";
import { everyNth } from "./tuning.js";

export type Entrant = Pick<Method, "id" | "name" | "slow"> & { readonly ask: Ask };

export interface Result {
  readonly id: Method["id"];
  readonly name: string;
  /** How many covered and uncovered questions were asked. */
  readonly covered: number;
  readonly uncovered: number;
  readonly rightAt1: number;
  readonly rightAt3: number;
  readonly wrongs: Wrongs;
  /** Milliseconds a question, on the questions that every method was asked. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

/** Slow methods are asked so many of the questions, unless all of them. */
const SAMPLE = 120;
const WARM_UP = 8;

/** The first of `entrants` is this matcher: from `answerFrom` on it answers, and the others answer as often. */
export function holdContest(
  entrants: readonly [Entrant, ...Entrant[]],
  questions: readonly Question[],
  { knowledge, answerFrom, all }: { readonly knowledge: Knowledge; readonly answerFrom: number; readonly all: boolean },
  onProgress: (done: number, of: number) => void,
): Result[] {
  const sample = all ? [...questions] : everyNth(questions, SAMPLE);
  for (const question of everyNth(questions, WARM_UP)) for (const { ask } of entrants) ask(question);

  const times = new Map(entrants.map(({ id }) => [id, [] as number[]]));
  const asked = new Map(entrants.map(({ id }) => [id, new Map<Question, Asked>()]));
  const put = ({ id, ask }: Entrant, question: Question): number => {
    const start = performance.now();
    const ranked = ask(question);
    const ms = performance.now() - start;
    asked.get(id)?.set(question, usableOnly({ question, ranked }, knowledge));
    return ms;
  };
  for (const [turn, question] of sample.entries()) {
    for (let i = 0; i < entrants.length; i++) {
      const entrant = entrants[(turn + i) % entrants.length] as Entrant;
      times.get(entrant.id)?.push(put(entrant, question));
    }
    onProgress(turn + 1, sample.length);
  }
  const inSample = new Set(sample);
  for (const question of questions)
    if (!inSample.has(question)) for (const entrant of entrants) if (!entrant.slow) put(entrant, question);

  const [ours] = entrants;
  const isSure = SURENESS["score"] as (asked: Asked) => number;
  const score = (entrant: Entrant, of: readonly Question[], name: string): Result => {
    const on = (id: Method["id"]) => of.flatMap((question) => asked.get(id)?.get(question) ?? []);
    const own = on(entrant.id);
    const answers = on(ours.id).filter((one) => isSure(one) >= answerFrom).length;
    const measures = entrant === ours ? { confidence: isSure } : SURENESS;
    const covered = of.filter(({ gold }) => gold.length > 0).length;
    return {
      id: entrant.id,
      name,
      covered,
      uncovered: of.length - covered,
      rightAt1: rightAt(own, 1),
      rightAt3: rightAt(own, 3),
      wrongs: wrongsAt(own, answers, measures),
      medianMs: median(times.get(entrant.id) ?? []),
      p99Ms: quantile(times.get(entrant.id) ?? [], 0.99),
    };
  };
  const results = entrants.map((entrant) => score(entrant, entrant.slow ? sample : questions, entrant.name));
  return all ? results : [score(ours, sample, `${ours.name}, same sample as Fuse`), ...results];
}
