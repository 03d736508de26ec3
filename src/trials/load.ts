/** `npm run bench:load`: how much this bot carries, beside a bare bot that answers with a constant, and over HTTP. */
import { parseArgs } from "node:util";
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
  fresh: { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean" },
} as const;

const readFlags = (args: string[]) => parseArgs({ args, options: FLAGS }).values;

/** Runs the command and gives its exit status. */
async function main(args: string[]): Promise<number> {
  let flags: ReturnType<typeof readFlags>;
  try {
    flags = readFlags(args);
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error));
  }
  if (flags.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [rounds, seconds] = [Number(flags.rounds), Number(flags.seconds)];
  if (!(Number.isInteger(rounds) && rounds > 0)) return misused("--rounds must be a whole number above 0");
  if (!(seconds > 0 && seconds <= 30)) return misused("--seconds must be a number above 0, up to 30");
  const options = { rounds, seconds, areFresh: flags.fresh ?? false, progress: showProgress };
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

/** One line that is written over; where nobody watches, a line each time. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  else if (line !== "") process.stderr.write(`${line}\n`);
}

function misused(message: string): number {
  process.stderr.write(`${message}\nTry: npm run --silent bench:load -- --help\n`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
