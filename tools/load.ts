/** `npm run bench:load`: how much this bot carries, beside a bare bot that answers with a constant, and over HTTP. */
import { type Call, runTool } from "../src/cli/tool.js";
import { createProgress } from "./common/progress.js";
import { formatComparison } from "./load/report.js";
import { COMPARISONS, type Comparison, compare } from "./load/run.js";

const HELP = `Measure how many interactions are answered, in one run: a bare discord.js bot that answers with a constant
and this bot over the gateway; then this bot over HTTP, with one process and with two. Takes some four minutes.

  npm run --silent bench:load

  --rounds N      measurements of each, of which the median counts (default: 5)
  --seconds N     of each measurement (default: 4)
  --fresh         no question comes twice: the bot remembers none
  --json          one JSON object instead of tables
  --help          this text

Exit status: 0 when all was measured, 2 for bad usage.
`;

const FLAGS = {
  rounds: { type: "string", default: "5" },
  seconds: { type: "string", default: "4" },
  fresh: { type: "boolean", default: false },
  json: { type: "boolean" },
} as const;

const showProgress = createProgress();

async function run({ flags, misused }: Call<typeof FLAGS>): Promise<number> {
  const [rounds, seconds] = [Number(flags.rounds), Number(flags.seconds)];
  if (!(Number.isInteger(rounds) && rounds > 0)) return misused("--rounds must be a whole number above 0");
  if (!(seconds > 0 && seconds <= 30)) return misused("--seconds must be a number above 0, up to 30");
  const options = { rounds, seconds, areFresh: flags.fresh, progress: showProgress };
  const comparisons: Comparison[] = [];
  for (const wanted of COMPARISONS) {
    const comparison = await compare(wanted, options);
    comparisons.push(comparison);
    showProgress("");
    if (!flags.json) process.stdout.write(`${formatComparison(comparison)}\n\n`);
  }
  if (flags.json) process.stdout.write(`${JSON.stringify({ rounds, seconds, comparisons })}\n`);
  return 0;
}

process.exitCode = await runTool({ name: "bench:load", help: HELP, flags: FLAGS }, run);
