/** What a check found, as annotations that GitHub shows beside the lines of a pull request. */
import { showFile } from "friendly-yaml";
import { type Finding, SUBJECTS } from "../core/quality/finding.js";
import { sectionsOf } from "./paint-findings.js";

/**
 * Returns one workflow command a line. GitHub shows ten errors and ten warnings of a step, so only the first piece of advice
 * on each subject is included.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function formatAnnotations(findings: readonly Finding[], folder: string): string {
  const all = (["problem", "advice"] as const).flatMap((level) => sectionsOf(findings, level, 1));
  return all
    .flatMap(({ about, shown, more }) =>
      shown.map((finding) => {
        const { file, line, column, length = 1, level, message, fix } = finding;
        const place = {
          file: `${folder}/${showFile(file)}`,
          line,
          col: column,
          endColumn: column + length,
          title: SUBJECTS[about],
        };
        const properties = Object.entries(place).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        const text = [message, fix, ...(more > 0 ? [`(and ${more} more on ${SUBJECTS[about]})`] : [])];
        const command = level === "problem" ? "error" : "warning";
        return `::${command} ${properties.join(",")}::${escapeData(text.filter((part) => part !== undefined).join(" "))}\n`;
      }),
    )
    .join("");
}

const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string => escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
