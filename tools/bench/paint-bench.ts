/** The comparison as tables in a terminal, and in ratios, which hold on other machines too. */
import { formatPercent, formatTable } from "../common/table.js";
import type { Result } from "./contest.js";
import type { TimeGrowth } from "./growth.js";
import type { Bench } from "./run.js";

export function paintBench({ lines, phrasings, results, startups, growth, tuned }: Bench): string {
  return [
    `${phrasings} phrasings and ${lines - phrasings} negatives, apps masked and words mended for all methods alike. Percentages; ms a question.`,
    `Fuse settings found by search: plain ${JSON.stringify(tuned.plain)}, token ${JSON.stringify(tuned.token)}.`,
    paintResults(results),
    paintRatios(results),
    paintStartups(startups),
    paintGrowth(growth),
  ].join("\n\n");
}

function paintResults(results: readonly Result[]): string {
  return formatTable(
    ["method", "questions", "right @1", "@3", "answered", "of these wrong", "on uncovered", "median ms", "p99 ms"],
    results.map(({ name, covered, uncovered, rightAt1, rightAt3, wrongs, medianMs, p99Ms }) => {
      const { answered, wrong, wrongUncovered } = wrongs;
      return [
        name,
        `${covered} + ${uncovered} uncovered`,
        formatPercent(rightAt1),
        formatPercent(rightAt3),
        String(answered),
        `${wrong + wrongUncovered} (${formatPercent((wrong + wrongUncovered) / Math.max(1, answered))})`,
        `${wrongUncovered}`,
        medianMs.toFixed(2),
        p99Ms.toFixed(2),
      ];
    }),
  );
}

/** Times are of the same questions for all; this matcher's hold the reading of the question, the others' do not. */
function paintRatios(results: readonly Result[]): string {
  const ours = results.find(({ id }) => id === "matcher");
  if (ours === undefined) return "";
  return results
    .filter(({ id }) => id !== "matcher")
    .map(({ name, medianMs, p99Ms }) => {
      const compare = (own: number, other: number) =>
        other >= own ? `${formatRatio(other / own)}x faster` : `${formatRatio(own / other)}x slower`;
      return `median ${compare(ours.medianMs, medianMs)} than ${name}, p99 ${compare(ours.p99Ms, p99Ms)}`;
    })
    .join("\n");
}

const formatRatio = (ratio: number): string => ratio.toFixed(ratio < 10 ? 1 : 0);

function paintStartups(startups: Bench["startups"]): string {
  return formatTable(
    ["start-up", "fresh ms", "cached ms", "resident MB"],
    startups.map(({ name, ms, cachedMs, residentBytes }) => [
      name,
      ms.toFixed(0),
      cachedMs?.toFixed(0) ?? "",
      (residentBytes / 1e6).toFixed(0),
    ]),
  );
}

function paintGrowth(growth: readonly TimeGrowth[]): string {
  const sizes = growth[0]?.medianMs.map(([size]) => size) ?? [];
  return formatTable(
    ["median ms by phrasings", ...sizes.map(String), "log-log slope"],
    growth.map(({ name, medianMs, slope }) => [name, ...medianMs.map(([, ms]) => ms.toFixed(2)), slope.toFixed(2)]),
  );
}
