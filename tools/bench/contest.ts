/** All methods on the same questions: each question is put to the methods in turn, and timed. */
import type { Knowledge } from "../../src/core/data/knowledge.js";
import { median, quantile } from "../common/statistics.js";
import { type RankedQuestion, rightAt, SURENESS, usableOnly, wrongsAt } from "./accuracy.js";
import type { BenchQuestion } from "./lines.js";
import type { Ask, Method } from "./methods.js";
import { everyNth } from "./tuning.js";

type Entrant = Pick<Method, "id" | "name" | "slow"> & { readonly ask: Ask };

export type Result = ReturnType<typeof holdContest>[number];

/** The number of questions for slow methods, unless they are asked all. */
const SAMPLE = 60;
/** How often fast methods are asked every question; the first time is for warming up. */
const ROUNDS = 4;

/** Questions that a method is asked one after the other, so that the next does not find the processor's caches cold. */
const BLOCK = 100;

const blocksOf = (questions: readonly BenchQuestion[]): BenchQuestion[][] =>
  Array.from({ length: Math.ceil(questions.length / BLOCK) }, (_, at) => questions.slice(at * BLOCK, (at + 1) * BLOCK));

/** The first of `entrants` is this matcher: from `answerFrom` on it answers, and the others answer as often. */
export function holdContest(
  entrants: readonly [Entrant, ...Entrant[]],
  questions: readonly BenchQuestion[],
  { knowledge, answerFrom, all }: { readonly knowledge: Knowledge; readonly answerFrom: number; readonly all: boolean },
  onProgress: (done: number, of: number) => void,
) {
  const sample = all ? [...questions] : everyNth(questions, SAMPLE);
  const times = new Map(entrants.map(({ id }) => [id, [] as number[]]));
  const asked = new Map(entrants.map(({ id }) => [id, new Map<BenchQuestion, RankedQuestion>()]));
  const putInTurn = (group: readonly Entrant[], block: readonly BenchQuestion[], turn: number): void => {
    // Backwards every other time: none is always asked after the one that leaves the processor's caches coldest.
    const order = turn % 2 === 0 ? group : [...group].reverse();
    for (let i = 0; i < order.length; i++) {
      const { id, ask } = order[(turn + i) % order.length] as Entrant;
      for (const question of block) {
        const start = performance.now();
        const ranked = ask(question);
        times.get(id)?.push(performance.now() - start);
        asked.get(id)?.set(question, usableOnly({ question, ranked }, knowledge));
      }
    }
  };
  // A second of a slow method's work between two fast ones would measure how cold it left the processor's caches.
  const fast = entrants.filter(({ slow }) => !slow);
  const slow = entrants.filter((entrant) => entrant.slow);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [turn, block] of blocksOf(questions).entries()) putInTurn(fast, block, turn);
    if (round === 0) for (const { id } of fast) times.set(id, []);
  }
  for (const [turn, question] of sample.entries()) {
    putInTurn(slow, [question], turn);
    onProgress(turn + 1, sample.length);
  }

  const [ours] = entrants;
  const isSure = SURENESS.score;
  const score = (entrant: Entrant, of: readonly BenchQuestion[], name: string) => {
    const on = (id: Method["id"]) => of.flatMap((question) => asked.get(id)?.get(question) ?? []);
    const own = on(entrant.id);
    const answers = on(ours.id).filter((one) => isSure(one) >= answerFrom).length;
    const measures = entrant === ours ? { confidence: isSure } : SURENESS;
    const covered = of.filter(({ gold }) => gold.length > 0).length;
    return {
      id: entrant.id,
      name,
      /** How many covered and uncovered questions were asked. */
      covered,
      uncovered: of.length - covered,
      rightAt1: rightAt(own, 1),
      rightAt3: rightAt(own, 3),
      wrongs: wrongsAt(own, answers, measures),
      /** Milliseconds a question. */
      medianMs: median(times.get(entrant.id) ?? []),
      p99Ms: quantile(times.get(entrant.id) ?? [], 0.99),
    };
  };
  const results = entrants.map((entrant) => score(entrant, entrant.slow ? sample : questions, entrant.name));
  return all ? results : [score(ours, sample, `${ours.name}, same sample as Fuse`), ...results];
}
