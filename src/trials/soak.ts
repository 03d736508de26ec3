/** `npm run soak`: the bot among members, moderators and faults for as long as wanted; every question is accounted for. */
import { parseArgs } from "node:util";
import { formatSoak } from "./soak/report.js";
import { runSoak } from "./soak/run.js";

const HELP = `Let members, moderators and faults work on the bot, in a sandbox of its own, and account for every question.

  npm run --silent soak -- --minutes 10

  --minutes N     for so many minutes (default: 1)
  --seed N        the same choices again (default: another one each time; it is printed)
  --rate N        questions a second (default: 6)
  --help          this text

Exit status: 0 when everything is explained, 1 when anything is not, 2 for bad usage.
`;

const FLAGS = {
  minutes: { type: "string", default: "1" },
  seed: { type: "string" },
  rate: { type: "string", default: "6" },
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
  const minutes = Number(flags.minutes);
  const rate = Number(flags.rate);
  const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e9));
  if (!(minutes > 0)) return misused(`--minutes must be a number above 0, not "${flags.minutes}"`);
  if (!(rate > 0 && rate <= 100)) return misused(`--rate must be a number from 0 to 100, not "${flags.rate}"`);
  if (!Number.isInteger(seed)) return misused(`--seed must be a whole number, not "${flags.seed}"`);
  process.stderr.write(`seed ${seed}\n`);
  const report = await runSoak({ minutes, seed, rate, progress: showProgress });
  showProgress("");
  process.stdout.write(`${formatSoak(report)}\n`);
  return report.unexplained.length === 0 ? 0 : 1;
}

/** One line that is written over; where nobody watches, a line each time. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
  else if (line !== "") process.stderr.write(`${line}\n`);
}

function misused(message: string): number {
  process.stderr.write(`${message}\nTry: npm run --silent soak -- --help\n`);
  return 2;
}

// Whoever still waits for an answer keeps the process alive.
process.exit(await main(process.argv.slice(2)));
