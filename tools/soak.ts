/** `npm run soak`: the bot among members, moderators and faults for as long as wanted; every question is accounted for. */
import { type Call, runTool } from "../src/cli/tool.js";
import { createProgress } from "./common/progress.js";
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
} as const;

const showProgress = createProgress();

async function run({ flags, misused }: Call<typeof FLAGS>): Promise<number> {
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

// A question that still waits for its answer keeps the process alive.
process.exit(await runTool({ name: "soak", help: HELP, flags: FLAGS }, run));
