/** `npm run bench`: this matcher beside search libraries, on the same phrasings and questions in one run. */
import { text } from "node:stream/consumers";
import { printProblems } from "../src/cli/findings.js";
import { type Call, runTool } from "../src/cli/tool.js";
import { paintBench } from "./bench/paint-bench.js";
import { type BenchOptions, runBench } from "./bench/run.js";
import { type Load, weighHere } from "./bench/weight.js";
import { createProgress } from "./common/progress.js";
import { readQuestions } from "./common/question-file.js";

const HELP = `Compare the matcher with Fuse.js and MiniSearch. Takes some minutes.

  npm run --silent bench

  --all              ask Fuse every question too, and not a sample
  --large            grow up to 100,000 phrasings
  --json             one JSON object instead of tables
  --data DIR         another data folder (default: data)
  --help             this text

Exit status: 0 when all was measured, 1 for bad data, 2 for bad usage.
`;

const FLAGS = {
  all: { type: "boolean", default: false },
  large: { type: "boolean", default: false },
  json: { type: "boolean" },
  data: { type: "string", default: "data" },
  weigh: { type: "boolean" },
} as const;

/** Questions that were kept aside: on those that the data was written with, every method looks better than it is. */
const SETS = ["plain", "misspelt", "hard", "indirect", "inscope", "fresh", "negatives", "uncovered"];
const showProgress = createProgress((line) => line.split(":")[0] ?? "");

async function run({ flags }: Call<typeof FLAGS>): Promise<number> {
  if (flags.weigh) {
    process.stdout.write(String(weighHere(JSON.parse(await text(process.stdin)) as Load)));
    return 0;
  }
  const options: BenchOptions = {
    data: flags.data,
    questions: SETS.flatMap((set) => readQuestions(`test/questions/${set}-kept.jsonl`)).filter(
      ({ mode, after }) => mode === "addressed" && after === undefined,
    ),
    large: flags.large,
    all: flags.all,
  };
  const bench = runBench(options, showProgress);
  showProgress("");
  if (!("results" in bench)) return printProblems(bench);
  process.stdout.write(`${flags.json ? JSON.stringify(bench) : paintBench(bench)}\n`);
  return 0;
}

process.exitCode = await runTool({ name: "bench", help: HELP, flags: FLAGS }, run);
