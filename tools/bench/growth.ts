/** How the time a question takes grows with the number of phrasings. */
import { logLogSlope, median } from "../common/statistics.js";
import { type BenchQuestion, drawLines, type Line } from "./lines.js";
import type { Method } from "./methods.js";
import { everyNth } from "./tuning.js";

export type TimeGrowth = ReturnType<typeof measureGrowth>[number];

const SIZES = [5000, 10_000, 20_000, 40_000];
const LARGE_SIZES = [...SIZES, 100_000];
const QUESTIONS = 200;
/** Slow methods are asked so few, and not warmed up. */
const FEW_QUESTIONS = 5;
const WARM_UP = 8;

export function measureGrowth(
  methods: readonly Method[],
  lines: readonly Line[],
  questions: readonly BenchQuestion[],
  large: boolean,
  onProgress: (phrasings: number) => void,
) {
  const medians = new Map(methods.map(({ id }) => [id, [] as [number, number][]]));
  const asked = everyNth(questions, QUESTIONS);
  for (const size of large ? LARGE_SIZES : SIZES) {
    onProgress(size);
    const drawn = drawLines(lines, size);
    const built = methods.map(({ id, slow, build }) => ({
      id,
      ask: build(drawn),
      slow,
      most: slow ? FEW_QUESTIONS : asked.length,
      times: [] as number[],
    }));
    for (const question of asked.slice(0, WARM_UP)) for (const { slow, ask } of built) if (!slow) ask(question);
    for (const [turn, question] of asked.entries())
      for (let i = 0; i < built.length; i++) {
        const { ask, most, times } = built[(turn + i) % built.length] as (typeof built)[number];
        if (turn >= most) continue;
        const start = performance.now();
        ask(question);
        times.push(performance.now() - start);
      }
    for (const { id, times } of built) medians.get(id)?.push([size, median(times)]);
  }
  return methods.map(({ id, name }) => {
    /** By number of phrasings. */
    const medianMs = medians.get(id) ?? [];
    return { id, name, medianMs, slope: logLogSlope(medianMs) };
  });
}
