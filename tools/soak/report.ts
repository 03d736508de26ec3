/** The tables at the end of a soak. */
import { quantile } from "../common/statistics.js";
import { formatTable } from "../common/table.js";
import type { Growth } from "./memory.js";
import type { Edits } from "./moderators.js";
import type { WayScore } from "./score.js";

export interface SoakReport {
  readonly minutes: number;
  readonly seed: number;
  readonly rate: number;
  readonly ways: readonly WayScore[];
  readonly explained: ReadonlyMap<string, number>;
  readonly faults: ReadonlyMap<string, number>;
  /** Ends of the process by design, by fault. */
  readonly endings: ReadonlyMap<string, number>;
  /** Ends of the process that nobody expected. */
  readonly unforeseen: number;
  readonly edits: Edits;
  readonly followed: { readonly followed: number; readonly explained: ReadonlyMap<string, number> };
  /** Errors in the log, by what they are about. */
  readonly logged: ReadonlyMap<string, number>;
  readonly growth: Growth | undefined;
  readonly notices: number;
  readonly unexplained: readonly string[];
}

const total = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, one) => sum + one, 0);
const listed = (counts: ReadonlyMap<string, number>): string[][] =>
  [...counts].sort(([a], [b]) => a.localeCompare(b)).map(([name, times]) => [name, String(times)]);
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
const milliseconds = (values: readonly number[], share: number): string =>
  values.length === 0 ? "" : quantile(values, share).toFixed(0);

export function formatSoak(report: SoakReport): string {
  const { ways, explained, faults, endings, unforeseen, edits, followed, logged, growth, unexplained } = report;
  const sum = (of: (score: WayScore) => number): string => String(ways.reduce((all, score) => all + of(score), 0));
  const rows = ways.map((score) => [
    score.way,
    ...[score.asked, score.answered, score.silent, score.explained, score.unexplained].map(String),
    milliseconds(score.milliseconds, 0.5),
    milliseconds(score.milliseconds, 0.99),
  ]);
  const all = [
    "all",
    sum((score) => score.asked),
    sum((score) => score.answered),
    sum((score) => score.silent),
    sum((score) => score.explained),
    sum((score) => score.unexplained),
    "",
    "",
  ];
  const head = ["way", "asked", "answered", "rightly silent", "explained", "unexplained", "p50 ms", "p99 ms"];
  const { first = 0, last = 0, most = 0, slope = 0, seconds = 0 } = growth ?? {};
  return [
    `Soak of ${report.minutes} min, seed ${report.seed}, about ${report.rate} questions a second`,
    formatTable(head, [...rows, all]),
    formatTable(["why there was no answer", "times"], listed(explained)),
    formatTable(["fault", "times"], listed(faults)),
    formatTable(["the bot ended by design, and was started anew", "times"], listed(endings)),
    `Ended otherwise: ${unforeseen}. Faults: ${total(faults)}.`,
    formatTable(["error in the log", "times"], listed(logged)),
    `Edits of the data: ${edits.good} good, ${edits.bad} bad; ${edits.checked} times the answer was looked at afterwards.`,
    formatTable(["why an answer did not follow its question", "times"], listed(followed.explained)),
    `Questions deleted or edited after their answer: ${followed.followed} answers followed, ` +
      `${total(followed.explained)} explained. Notices to moderators and askers: ${report.notices}.`,
    `Memory of the longest process, over ${(seconds / 60).toFixed(0)} min after its warm-up: ${megabytes(first)} MB at first, ` +
      `${megabytes(last)} MB at last, ${megabytes(most)} MB at most; ${megabytes(slope)} MB an hour.`,
    unexplained.length === 0
      ? "Unexplained: nothing. Nothing was answered twice."
      : `Unexplained: ${unexplained.length}\n${unexplained.slice(0, 30).join("\n")}`,
  ].join("\n\n");
}
