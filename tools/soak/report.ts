/** The tables at the end of a soak. */
import { quantile } from "../common/statistics.js";
import { formatTable } from "../common/table.js";
import { type Counts, totalOf } from "./record.js";
import type { SoakReport } from "./run.js";

const COUNTS = ["asked", "answered", "silent", "explained", "unexplained"] as const;

const listed = (counts: Counts): string[][] =>
  [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, times]) => [name, String(times)]);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const milliseconds = (values: readonly number[], share: number): string =>
  values.length === 0 ? "" : quantile(values, share).toFixed(0);

export function formatSoak(report: SoakReport): string {
  const { explained, faults, endings, unforeseen, edits, followed, notFollowed, logged, growth, unexplained } = report;
  const ways = [...report.ways];
  const rows = ways.map(([way, score]) => [
    way,
    ...COUNTS.map((name) => String(score[name])),
    milliseconds(score.milliseconds, 0.5),
    milliseconds(score.milliseconds, 0.99),
  ]);
  const sums = COUNTS.map((name) => String(ways.reduce((sum, [, score]) => sum + score[name], 0)));
  const head = ["way", "asked", "answered", "rightly silent", "explained", "unexplained", "p50 ms", "p99 ms"];
  const { first = 0, last = 0, most = 0, slope = 0, seconds = 0 } = growth ?? {};
  return [
    `Soak of ${report.minutes} min, seed ${report.seed}, about ${report.rate} questions a second`,
    formatTable(head, [...rows, ["all", ...sums, "", ""]]),
    formatTable(["why there was no answer", "times"], listed(explained)),
    formatTable(["fault", "times"], listed(faults)),
    formatTable(["the bot ended by design, and was started anew", "times"], listed(endings)),
    `Ended otherwise: ${unforeseen}. Faults: ${totalOf(faults)}.`,
    formatTable(["error in the log", "times"], listed(logged)),
    `Edits of the data: ${edits.good} good, ${edits.bad} bad; ${edits.checked} times the answer was looked at afterwards.`,
    formatTable(["why an answer did not follow its question", "times"], listed(notFollowed)),
    `Questions deleted or edited after their answer: ${followed} answers followed, ` +
      `${totalOf(notFollowed)} explained. Notices to moderators and askers: ${report.notices}.`,
    `Memory of the longest process, over ${(seconds / 60).toFixed(0)} min after its warm-up: ${megabytes(first)} MB at first, ` +
      `${megabytes(last)} MB at last, ${megabytes(most)} MB at most; ${megabytes(slope)} MB an hour.`,
    unexplained.length === 0
      ? "Unexplained: nothing. Nothing was answered twice."
      : `Unexplained: ${unexplained.length}\n${unexplained.slice(0, 30).join("\n")}`,
  ].join("\n\n");
}
