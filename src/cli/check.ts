/** `npm run check`: everything that is wrong with the data or could be better, and what an edit moves. */
import { formatProblem, type Problem } from "friendly-yaml";
import { commands } from "../../commands/all.js";
import { findUntranslated } from "../command/untranslated.js";
import { createAnswerer } from "../core/answerer.js";
import type { DataFiles } from "../core/data/data-files.js";
import { parse } from "../core/data/parse.js";
import { findAdvice, findProblems } from "../core/quality/check.js";
import type { Finding } from "../core/quality/finding.js";
import { compareAnswers, type Moves } from "../core/quality/moves.js";
import { drawMoves } from "../core/quality/moves-table.js";
import { describeCounts } from "../core/quality/news.js";
import { printForms } from "../core/quality/translatable.js";
import { dateOf } from "../core/values/calendar.js";
import { countOf } from "../core/values/count.js";
import { createGoodFiles, learnFrom, readDataFiles, recallLearned, whyUnreadable } from "../store/data-folder.js";
import { formatAnnotations, paintFindings, printProblems } from "./findings.js";
import { readEarlier } from "./revision.js";
import { type Call, runTool } from "./tool.js";

const HELP = `Check the data: its form, its references, its golden questions, its style, and how well its phrasings find their answers.

  npm run --silent check

  --against WHAT   instead of advice: which questions change their answer, and which answers read differently, since
                   that git revision, such as main or HEAD~1, or in comparison with that folder
  --translations   instead of a check: the forms of all Chinese translations that are missing or stale
  --all            all advice and all moves; else the first few of each kind
  --format FORMAT  text, github (annotations of a pull request) or json
  --data DIR       another data folder (default: data)
  --help           this text

Exit status: 0 without problems, with or without advice; 1 with problems; 2 for bad usage.
`;

const FORMATS = ["text", "github", "json"] as const;
/** Pieces of advice on each subject, unless all are asked for. */
const MOST_ADVICE = 3;
/** Lines of each kind of move, unless all are asked for. */
const MOST_MOVES = 15;

const FLAGS = {
  against: { type: "string" },
  all: { type: "boolean" },
  translations: { type: "boolean" },
  format: { type: "string", default: "text" },
  data: { type: "string", default: "data" },
} as const;

async function run({ flags, misused }: Call<typeof FLAGS>): Promise<number> {
  const { against, all = false, data: folder } = flags;
  const format = FORMATS.find((name) => name === flags.format);
  if (format === undefined) return misused(`--format is one of ${FORMATS.join(", ")}`);
  const today = dateOf(new Date());
  let files: DataFiles;
  try {
    files = readDataFiles(folder);
  } catch (error) {
    return misused(`${folder} cannot be read: ${whyUnreadable(error)}`);
  }
  const earlier = against === undefined ? undefined : readEarlier(against, folder);
  if (earlier?.kind === "bad") return misused(earlier.problem);

  if (flags.translations) return printTranslations(files);
  const opened = open(files);
  const findings: Finding[] =
    opened.kind === "bad"
      ? opened.problems.map((problem) => ({ ...problem, level: "problem", about: "form" }))
      : [
          ...findProblems(opened.read, opened.answerer, today),
          ...(against === undefined ? findAdvice(opened.read, opened.answerer, opened.learned, today) : []),
        ];
  let moves: Moves | undefined;
  if (earlier !== undefined && opened.kind === "good") {
    const before = open(earlier.files);
    if (before.kind === "bad") return misused(describeBadEarlier(against ?? "", before.problems));
    moves = compareAnswers(before.answerer, opened.answerer, today);
  }
  const [mostAdvice, limit] = all ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY] : [MOST_ADVICE, MOST_MOVES];
  const counts = opened.kind === "good" ? describeCounts(opened.answerer.knowledge) : undefined;
  const out = {
    text: () => [
      paintFindings(findings, files, folder, mostAdvice),
      ...(moves === undefined ? [] : [`Since ${against}:\n\n${drawMoves(moves, { whole: true, limit })}\n\n`]),
      ...adviseOnCommands().map((advice) => `${advice}\n\n`),
      `${summarise(findings, counts)}\n`,
    ],
    github: () => [
      formatAnnotations(findings, folder),
      ...(moves === undefined
        ? []
        : [`::group::What moves since ${against}\n${drawMoves(moves, { limit })}\n::endgroup::\n`]),
      `${summarise(findings, counts)}\n`,
    ],
    json: () => [`${JSON.stringify({ findings, ...(moves && { moves }) })}\n`],
  };
  process.stdout.write(out[format]().join(""));
  return findings.some(({ level }) => level === "problem") ? 1 : 0;
}

/** Needs no learning. */
function printTranslations(files: DataFiles): number {
  const parsed = parse(files);
  if (parsed.kind === "bad") return printProblems(parsed.problems);
  process.stdout.write(printForms(parsed.knowledge));
  return 0;
}

/** A command works without its Chinese names, so this is not part of the advice on the data. */
function adviseOnCommands(): string[] {
  const paths = findUntranslated(commands).map((path) => `/${path}`);
  if (paths.length === 0) return [];
  return [`Without a Chinese name: ${paths.join(", ")}. Give them names in src/core/i18n/command-words.ts.`];
}

/** Returns good files with everything that is derived from them, or what is wrong with their form. */
function open(files: DataFiles) {
  const parsed = parse(files);
  if (parsed.kind === "bad") return parsed;
  const { kind, knowledge, read } = parsed;
  const good = createGoodFiles(files, knowledge);
  let learned = recallLearned(good.learnedKey);
  if (learned === undefined) {
    process.stderr.write(LEARNING);
    learned = learnFrom(good);
  }
  return { kind, answerer: createAnswerer(knowledge, learned), learned, read };
}

const LEARNING = "This data has not been learned from yet. Learning from its phrasings takes ten to twenty seconds.\n";

function describeBadEarlier(against: string, [first, ...others]: readonly Problem[]): string {
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return `By the current rules the data of ${against} is bad, so nothing can be compared with it: ${first ? formatProblem(first) : ""}${more}`;
}

function summarise(findings: readonly Finding[], counts: string | undefined): string {
  const problems = findings.filter(({ level }) => level === "problem").length;
  const advice = findings.length - problems;
  const advised = advice === 0 ? "" : ` ${advice === 1 ? "1 piece" : `${advice} pieces`} of advice.`;
  if (counts === undefined) return `${countOf(problems, "problem")} to mend before anything else can be checked.`;
  if (problems > 0) return `${countOf(problems, "problem")} to mend.${advised}`;
  return `The data is good: ${counts}.${advised}`;
}

process.exitCode = await runTool({ name: "check", help: HELP, flags: FLAGS }, run);
