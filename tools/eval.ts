/** `npm run eval`: how the bot fares on labelled questions. */
import { basename } from "node:path";
import { printProblems } from "../src/cli/findings.js";
import { type Call, runTool } from "../src/cli/tool.js";
import type { Answerer } from "../src/core/answerer.js";
import { givenBy } from "../src/core/quality/given.js";
import { type CalendarDate, dateOf, parseDate } from "../src/core/values/calendar.js";
import { formatLabel } from "../src/core/values/label.js";
import { messageOf } from "../src/process/error.js";
import { openDataFolder } from "../src/store/data-folder.js";
import { type LabelledQuestion, listTuningFiles, readQuestions } from "./common/question-file.js";
import { isFailure, paintFailure, paintReport } from "./eval/paint-report.js";
import { reportOn, type Scored } from "./eval/report.js";
import { scoreGiven } from "./eval/score.js";

const HELP = `Score the bot on labelled questions.

  npm run --silent eval -- [FILE…]

  FILE…              JSON lines: q, mode (addressed, questions, chat, app), gold (labels), style, after
                     (default: test/questions/*-tune.jsonl)
  --failures         also quote every line that failed; not for sets that are kept aside
  --json             one JSON object instead of tables
  --on YYYY-MM-DD    as of that day (default: today)
  --data DIR         another data folder (default: data)
  --help             this text

Exit status: 0 however the questions fare, 1 for bad data or a file that cannot be read, 2 for bad usage.
`;

const FLAGS = {
  failures: { type: "boolean", default: false },
  json: { type: "boolean" },
  on: { type: "string" },
  data: { type: "string", default: "data" },
} as const;

async function run({ flags, texts, misused }: Call<typeof FLAGS>): Promise<number> {
  const files = texts.length > 0 ? texts : listTuningFiles();
  const on = flags.on === undefined ? dateOf(new Date()) : parseDate(flags.on);
  if (on === undefined) return misused(`--on ${flags.on} is not a date`);
  let questions: { readonly set: string; readonly question: LabelledQuestion }[];
  try {
    questions = files.flatMap((file) =>
      readQuestions(file).map((question) => ({ set: basename(file, ".jsonl"), question })),
    );
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
  const opened = openDataFolder(flags.data);
  if (opened.kind === "bad") return printProblems(opened.problems);

  const scored = questions.map(({ set, question }) => ask(opened.answerer, set, question, on));
  const report = reportOn(scored);
  const failures = flags.failures ? scored.filter(isFailure) : [];
  process.stdout.write(
    flags.json
      ? `${JSON.stringify(flags.failures ? { ...report, failures } : report)}\n`
      : `${[paintReport(report, flags.failures), ...(failures.length > 0 ? [failures.map(paintFailure).join("\n")] : [])].join("\n\n")}\n`,
  );
  return 0;
}

function ask(answerer: Answerer, set: string, question: LabelledQuestion, on: CalendarDate): Scored {
  const { q, mode, after, gold } = question;
  const decision =
    mode === "app"
      ? answerer.answerApp(q, { on })
      : answerer.answer(q, { on, ...(after && { after }), ...(mode !== "addressed" && { channel: mode }) });
  const given = givenBy(decision);
  const score = scoreGiven(given, gold);
  if (decision.kind === "refused") return { set, question, given, ...score, confidence: 0 };
  const { best, confidence } = decision.why;
  const scored = { set, question, given, ...score, confidence };
  if (mode !== "addressed") return scored;
  const isAnswer = given.kind === "answer";
  const bestRight = isAnswer ? score.outcome === "right" : best !== undefined && gold.includes(formatLabel(best));
  return { ...scored, bestRight };
}

process.exitCode = await runTool({ name: "eval", help: HELP, flags: FLAGS, takesTexts: true }, run);
