/** Which ids are broken or gone with their file, so that nobody is told to take out whatever names them. */
import type { DataFiles, FoundFiles } from "./data-files.js";
import { APP_STATUS, type Known } from "./knowledge.js";

/** Whether an id is one of those that are there but broken: of these nobody is told that they are missing. */
export type IsLost = (id: string) => boolean;

/**
 * The ids, and hosts, that stand at the start of a line in one of the `broken` files, or in the phrasings that belong to
 * broken answers: there they are listed once more. Every one where the list of sources or of apps is itself unreadable.
 */
export function findLost(files: DataFiles, found: FoundFiles, broken: ReadonlySet<string>): IsLost {
  if (found.sources === undefined || found.apps === undefined) return () => true;
  const listing = [...broken].flatMap((file) => [file, file.replace(/^answers\/(.*)\.yaml$/, "phrasings/$1.txt")]);
  const text = listing.map((file) => new TextDecoder().decode(files.get(file))).join("\n");
  const names = text.split(/\r\n?|\n/).map((line) => /^[^\p{L}\d]*([\w.-]+)/u.exec(line)?.[1] ?? "");
  const lost = new Set(names.map((name) => name.toLowerCase().replaceAll("_", "-")));
  return (id) => lost.has(id);
}

/** The files of answers that are gone: their phrasings are there, and the answers of these are in no file. */
export function findMissingAnswers(files: DataFiles, found: FoundFiles, { entries }: Known, isLost: IsLost): string[] {
  return found.phrasings.flatMap(({ file, value }) => {
    const answers = file.replace(/^phrasings\/(.*)\.txt$/, "answers/$1.yaml");
    const isAnswered = (id: string) => id === APP_STATUS || Object.hasOwn(entries, id) || isLost(id);
    return files.has(answers) || Object.keys(value).every(isAnswered) ? [] : [answers];
  });
}
