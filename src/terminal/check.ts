/** `npm run check`: whether the data is good, and keeps the golden answers. */
import { parseArgs } from "node:util";
import type { Answerer, AskOptions } from "../core/answerer.js";
import { dateOf } from "../core/calendar.js";
import type { Golden } from "../core/knowledge.js";
import { parseLabel } from "../core/label.js";
import { openDataFolder } from "../data-folder.js";
import { formatGiven, givenBy, scoreGiven } from "./eval/score.js";
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
  const failures = golden.flatMap((question) => failureOf(question, opened.answerer));
  if (failures.length === 0) return 0;
  process.stderr.write(`${failures.join("\n")}\n${failures.length} of ${golden.length} golden questions fail.\n`);
  return 1;
}

function failureOf({ ask, expect, in: place, after }: Golden, answerer: Answerer): string[] {
  const context = after === undefined ? undefined : parseLabel(after);
  const options: AskOptions = {
    on: dateOf(new Date()),
    manner: place === "channel" ? "ambient" : "addressed",
    ...(context === undefined ? {} : { after: context }),
  };
  const given = givenBy(answerer.answer(ask, options));
  const { outcome, extraWrong } = scoreGiven(given, expect);
  if (outcome === "right" && !extraWrong) return [];
  return [`${JSON.stringify(ask)}: ${expect.join(" or ")} is expected, and it is ${formatGiven(given)}`];
}

process.exitCode = await main(process.argv.slice(2));
