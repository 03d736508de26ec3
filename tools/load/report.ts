/** The tables of the load benchmark. */
import { formatTable } from "../common/table.js";
import type { Comparison, Measured } from "./run.js";

const HEAD = ["", "answers/s", "p50 ms", "p99 ms", "at load/s", "CPU s/1000", "of the load", "memory MB", "unanswered"];

export function formatComparison({ title, measured, ratio }: Comparison): string {
  const [first, second] = measured;
  const rows = measured.map(formatMeasured);
  return [
    title,
    formatTable(HEAD, rows),
    `Answers a second, ${second?.name} to ${first?.name}: ${ratio.toFixed(2)} (median of the rounds' ratios)`,
  ].join("\n\n");
}

const formatMeasured = ({ name, answers, p50, p99, half, cost, ownCost, memory, missing }: Measured): string[] => [
  name,
  answers.toFixed(0),
  p50.toFixed(1),
  p99.toFixed(1),
  half.toFixed(0),
  cost.toFixed(2),
  ownCost.toFixed(2),
  (memory / 1e6).toFixed(0),
  String(missing),
];
