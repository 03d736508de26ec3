/** Shows what a check found: to a person in a terminal, or on GitHub beside the lines of a pull request. */
import { styleText } from "node:util";
import { excerptOf, formatProblem, type Problem, showFile, subjectOf } from "friendly-yaml";
import type { DataFiles } from "../core/data/data-files.js";
import { type Finding, SUBJECTS } from "../core/quality/finding.js";
import { countOf } from "../core/values/count.js";

/** Writes every problem to standard error, a line each, and returns the exit status for bad data. */
export function printProblems(problems: readonly Problem[]): 1 {
  process.stderr.write(
    `${problems.map(formatProblem).join("\n")}\n${countOf(problems.length, "problem")} in the data.\n`,
  );
  return 1;
}

/** Returns the findings of each subject, and how many more there are: all problems, and the first `most` pieces of advice. */
function sectionsOf(findings: readonly Finding[], level: Finding["level"], most: number) {
  return (Object.keys(SUBJECTS) as Finding["about"][]).flatMap((about) => {
    const all = findings.filter((finding) => finding.level === level && finding.about === about);
    const shown = level === "problem" ? all : all.slice(0, most);
    return all.length === 0 ? [] : [{ subject: SUBJECTS[about], shown, more: all.length - shown.length }];
  });
}

/** Paints the advice first and the problems last, next to where the next command is typed. */
export function paintFindings(findings: readonly Finding[], files: DataFiles, folder: string, most: number): string {
  const paintOne = (finding: Finding): string => {
    const { file, line, column, level, message, fix } = finding;
    const subject = subjectOf(finding);
    const head = `${styleText("bold", `${folder}/${showFile(file)}:${line}:${column}`)}${subject === "" ? "" : `  ${subject}`}`;
    const excerpt = excerptOf(finding, files.get(file));
    return [
      `${level === "problem" ? styleText("red", "Problem") : styleText("yellow", "Advice")}  ${head}`,
      ...(excerpt === undefined ? [] : [styleText("dim", indent(excerpt))]),
      indent(fix === undefined ? message : `${message}\n${fix}`),
    ].join("\n");
  };
  const parts = (["advice", "problem"] as const).flatMap((level) =>
    sectionsOf(findings, level, most).flatMap(({ subject, shown, more }) => [
      ...shown.map(paintOne),
      ...(more > 0 ? [styleText("dim", `… and ${more} more on ${subject}; --all shows them.`)] : []),
    ]),
  );
  return parts.map((part) => `${part}\n\n`).join("");
}

const indent = (text: string): string => text.replace(/^/gm, "  ");

/**
 * Returns one workflow command a line. GitHub shows ten errors and ten warnings of a step, so only the first piece of advice
 * on each subject is included.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatAnnotations(findings: readonly Finding[], folder: string): string {
  const all = (["problem", "advice"] as const).flatMap((level) => sectionsOf(findings, level, 1));
  const lines = all.flatMap(({ subject, shown, more }) =>
    shown.map(({ file, line, column, length = 1, level, message, fix }) => {
      const place = { file: `${folder}/${showFile(file)}`, line, col: column, endColumn: column + length };
      const properties = Object.entries({ ...place, title: subject }).map(
        ([name, value]) => `${name}=${escapeProperty(String(value))}`,
      );
      const text = [message, fix, more > 0 ? `(and ${more} more on ${subject})` : undefined];
      const command = level === "problem" ? "error" : "warning";
      return `::${command} ${properties.join(",")}::${escapeData(text.filter((part) => part !== undefined).join(" "))}\n`;
    }),
  );
  return lines.join("");
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
