/** Edits of the real data files, each of which leaves one problem behind. */
import { type Problem, subjectOf } from "friendly-yaml";
import { expect } from "vitest";
import type { DataFiles } from "../src/core/data/data-files.js";
import { edited, filesOf, leanFiles, parseRemembered, placeOf, textOf } from "./data.js";

/** A data file of answers that sorts behind all others, with one good entry in it. */
export const NEW_FILE = "answers/zz-new.yaml";
export const NEW_ENTRY = `new-entry:
  question: Is it new?
  answer: It is.
  cites: []
  reviewed: 2026-11-23
`;

export const withFile = (content: string) => edited(NEW_FILE, () => content);

/** The new entry with one part of it replaced. */
export const withEntry = (from: string, to: string) => withFile(NEW_ENTRY.replace(from, to));

export const withSource = (fields: string, hosts = "") =>
  edited("sources.yaml", (text) =>
    text
      .replace(/^hosts:\n/m, `$&${hosts}`)
      .replace(
        /^sources:\n/m,
        `$&  new-source: { title: New, short: News, publisher: The News, tier: primary, ${fields} }\n`,
      ),
  );

export const withApp = (fields: string) =>
  edited("apps.yaml", (text) => `${text}  new-app: { name: New App, standing: look-alike, ${fields} }\n`);

export const withMore = (file: string, more: string, files: DataFiles = leanFiles) =>
  edited(file, (text) => `${text}${more}`, files);

export const withOrder = (pattern: RegExp, to: string) => edited("order.yaml", (text) => text.replace(pattern, to));

export const withPhrasings = (...contents: string[]): DataFiles =>
  new Map([
    ...leanFiles,
    ...filesOf(Object.fromEntries(contents.map((content, index) => [`phrasings/${index}.txt`, content]))),
  ]);

/** What is wrong, where it is (the place of `marker`), and how it is called: its entry and field, and what is said, problem and advice. */
export type Wrong = [kind: string, file: string, files: DataFiles, marker: string, subject: string, message: RegExp];

export const problemsOf = (files: DataFiles): readonly Problem[] => {
  const parsed = parseRemembered(files);
  return parsed.kind === "bad" ? parsed.problems : [];
};

/** Expects the problem at its place, and none in any other file. */
export function expectProblem(...[, file, files, marker, subject, message]: Wrong): void {
  const found = problemsOf(files).map((problem) => ({
    ...problem,
    subject: subjectOf(problem),
    message: `${problem.message} ${problem.fix}`,
  }));
  expect(found).toContainEqual(
    expect.objectContaining({
      file,
      ...placeOf(textOf(files, file), marker),
      subject,
      message: expect.stringMatching(new RegExp(message.source, "i")),
    }),
  );
  expect(found.filter((problem) => problem.file !== file)).toEqual([]);
}
