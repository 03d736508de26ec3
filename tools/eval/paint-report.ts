/** The report of an evaluation as tables in a terminal. */
import { wilson } from "../common/statistics.js";
import { formatPercent, formatTable } from "../common/table.js";
import { type Bin, type Confusion, type EvalReport, formatGiven, type Scored, type Tally } from "./report.js";
import { VERDICTS } from "./score.js";

const WORST = 15;

/** Questions are quoted only where `quotes`: who sees the failures of a set that is kept aside tunes on it from then on. */
export function paintReport({ sets, styles, confusions, reliability }: EvalReport, quotes: boolean): string {
  return [
    "Shares in percent, with 95 % intervals. none: lines on which nothing should be answered; spoke: how many of them got any reply in a channel.",
    paintTallies("set", sets),
    paintTallies("style", styles),
    ...(confusions.length > 0 ? [paintConfusions(confusions, quotes)] : []),
    paintReliability(reliability),
  ].join("\n\n");
}

function paintTallies(title: string, tallies: readonly Tally[]): string {
  const cell = (tally: Tally, outcome: (typeof VERDICTS)[number]): string => {
    const count = tally.counts[outcome];
    const [low, high] = tally.intervals[outcome];
    return `${count}  ${formatPercent(count / tally.lines)} [${formatPercent(low, 0)}-${formatPercent(high, 0)}]`;
  };
  return formatTable(
    [title, "lines", ...VERDICTS, "extra wrong", "none", "answered", "spoke"],
    tallies.map((tally) => [
      tally.name,
      String(tally.lines),
      ...VERDICTS.map((outcome) => cell(tally, outcome)),
      String(tally.extraWrong),
      String(tally.noneLines),
      String(tally.noneAnswered),
      String(tally.noneReplied),
    ]),
  );
}

function paintConfusions(confusions: readonly Confusion[], quotes: boolean): string {
  const lines = confusions
    .slice(0, WORST)
    .map(
      ({ gold, given, count, example }) =>
        `  ${count}  ${gold} -> ${given}${quotes ? `  ${JSON.stringify(example)}` : ""}`,
    );
  const more = confusions.length - lines.length;
  return ["Worst confusions", ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}

function paintReliability(bins: readonly Bin[]): string {
  return formatTable(
    ["confidence", "questions", "right", "% right", "mean confidence"],
    bins.map(({ from, count, right, meanConfidence }) => {
      const [low, high] = wilson(right, count);
      const share = `${formatPercent(right / count)} [${formatPercent(low, 0)}-${formatPercent(high, 0)}]`;
      return [
        `${from.toFixed(1)}-${(from + 0.1).toFixed(1)}`,
        String(count),
        String(right),
        count === 0 ? "" : share,
        count === 0 ? "" : formatPercent(meanConfidence),
      ];
    }),
  );
}

export const isFailure = ({ outcome, extraWrong }: Scored): boolean => outcome !== "right" || extraWrong;

export function paintFailure({ outcome, question, given, confidence, extraWrong }: Scored): string {
  const what = extraWrong ? "extra" : outcome;
  return `${what.padEnd(8)}${confidence.toFixed(2)}  ${JSON.stringify(question.q)}  ${question.gold.join(" | ")} -> ${formatGiven(given)}`;
}
