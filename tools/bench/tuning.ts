/** The settings under which Fuse does best here, found by trying. */
import type { IFuseOptions } from "fuse.js";
import { rightAt } from "./accuracy.js";
import { type BenchQuestion, drawLines, type Line } from "./lines.js";
import { buildFuse } from "./methods.js";

export interface Tuned {
  readonly plain: IFuseOptions<string>;
  readonly token: IFuseOptions<string>;
}

/** Fewer lines than all, so that it stays a quick search. */
const LINES = 1000;
const QUESTIONS = 30;

const PLAIN: readonly IFuseOptions<string>[] = [0.3, 0.4, 0.5, 0.6].flatMap((threshold) =>
  [true, false].map((ignoreLocation) => ({ threshold, ignoreLocation })),
);
const TOKEN: readonly IFuseOptions<string>[] = [0.1, 0.2, 0.3, 0.4, 0.6].flatMap((threshold) =>
  [false, true].map((ignoreFieldNorm) => ({ useTokenSearch: true, threshold, ignoreFieldNorm })),
);

/** Tuned on questions that are scored later too: this favours Fuse, if anything. */
export function tuneFuse(lines: readonly Line[], questions: readonly BenchQuestion[]): Tuned {
  const few = drawLines(lines, Math.min(LINES, lines.length));
  const asked = everyNth(
    questions.filter(({ gold }) => gold.length > 0),
    QUESTIONS,
  );
  const best = (settings: readonly IFuseOptions<string>[]): IFuseOptions<string> => {
    const scored = settings.map((options) => {
      const ask = buildFuse(options)(few);
      const right = rightAt(
        asked.map((question) => ({ question, ranked: ask(question) })),
        1,
      );
      return { options, right };
    });
    return scored.reduce((a, b) => (b.right > a.right ? b : a)).options;
  };
  return { plain: best(PLAIN), token: best(TOKEN) };
}

/** About `count` of `items`, evenly spread. */
export function everyNth<T>(items: readonly T[], count: number): T[] {
  const step = Math.max(1, items.length / count);
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
}
