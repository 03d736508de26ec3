/** `npm run check`: whether the data is good, and keeps the golden answers. */
import { parseArgs } from "node:util";
import { dateOf } from "../core/calendar.js";
import { failedGolden } from "../core/golden.js";
import { formatGiven } from "../core/score.js";
import { openDataFolder } from "../data-folder.js";
import { printProblems } from "./problems.js";

const HELP = `Check the data: every file, every reference, every golden question.

  npm run --silent check

  --data DIR   another data folder (default: data)
  --help       this text

Exit status: 0 when all is good, 1 when something is not, 2 for bad usage.
`;

const readFlags = (args: string[]) =>
  parseArgs({ args, options: { data: { type: "string" }, help: { type: "boolean" } } }).values;

/** Runs the command and gives its exit status. */
async function main(args: string[]): Promise<number> {
  let flags: ReturnType<typeof readFlags>;
  try {
    flags = readFlags(args);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\nTry: npm run --silent check -- --help\n`);
    return 2;
  }
  if (flags.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const opened = await openDataFolder(flags.data ?? "data");
  if (opened.kind === "bad") return printProblems(opened.problems);

  const { entries, phrasings, apps, sources, golden } = opened.answerer.knowledge;
  const counts = [
    [Object.keys(entries).length, "answers"],
    [Object.values(phrasings).flat().length, "phrasings"],
    [Object.keys(apps).length, "apps"],
    [Object.keys(sources).length, "sources"],
    [golden.length, "golden questions"],
  ];
  process.stdout.write(`data is good: ${counts.map(([count, what]) => `${count} ${what}`).join(", ")}\n`);
  const failures = failedGolden(opened.answerer, dateOf(new Date())).map(
    ({ golden: { ask, expect }, given }) =>
      `${JSON.stringify(ask)}: ${expect.join(" or ")} is expected, and it is ${formatGiven(given)}`,
  );
  if (failures.length === 0) return 0;
  process.stderr.write(`${failures.join("\n")}\n${failures.length} of ${golden.length} golden questions fail.\n`);
  return 1;
}

process.exitCode = await main(process.argv.slice(2));
