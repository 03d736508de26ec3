/** What a check found, for a person in a terminal: each with its line, the place in it, and what to do. */
import { styleText } from "node:util";
import { excerptOf, showFile, subjectOf } from "friendly-yaml";
import type { DataFiles } from "../core/data/data-files.js";
import { type Finding, SUBJECTS } from "../core/quality/finding.js";

/** The findings of one subject, as many as are shown, and how many more there are. */
interface Section {
  readonly about: Finding["about"];
  readonly shown: readonly Finding[];
  readonly more: number;
}

/** Problems are all shown; of the advice on each subject the first `most`. */
export function sectionsOf(findings: readonly Finding[], level: Finding["level"], most: number): Section[] {
  return (Object.keys(SUBJECTS) as Finding["about"][]).flatMap((about) => {
    const all = findings.filter((finding) => finding.level === level && finding.about === about);
    const shown = level === "problem" ? all : all.slice(0, most);
    return all.length === 0 ? [] : [{ about, shown, more: all.length - shown.length }];
  });
}

/** The advice first and the problems last, next to where the next command is typed. */
export function paintFindings(findings: readonly Finding[], files: DataFiles, folder: string, most: number): string {
  const paintOne = (finding: Finding): string => {
    const { file, line, column, level, message, fix } = finding;
    const subject = subjectOf(finding);
    const head = `${styleText("bold", `${folder}/${showFile(file)}:${line}:${column}`)}${subject === "" ? "" : `  ${subject}`}`;
    const excerpt = excerptOf(finding, files.get(file));
    return [
      `${styleText(level === "problem" ? "red" : "yellow", level === "problem" ? "Problem" : "Advice")}  ${head}`,
      ...(excerpt === undefined ? [] : [styleText("dim", indent(excerpt))]),
      indent(fix === undefined ? message : `${message}\n${fix}`),
    ].join("\n");
  };
  const parts = (["advice", "problem"] as const).flatMap((level) =>
    sectionsOf(findings, level, most).flatMap(({ about, shown, more }) => [
      ...shown.map(paintOne),
      ...(more > 0 ? [styleText("dim", `… and ${more} more on ${SUBJECTS[about]}; --all shows them.`)] : []),
    ]),
  );
  return parts.map((part) => `${part}\n\n`).join("");
}

const indent = (text: string): string => text.replace(/^/gm, "  ");
