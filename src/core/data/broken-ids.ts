/** Finds the ids that are broken or gone with their file: naming one of them is no second mistake. */
import type { DataFiles, FoundFiles } from "./data-files.js";
import { APP_STATUS, type Known } from "./knowledge.js";

/** The files, with what the ids in them lead to. */
export interface References {
  readonly files: FoundFiles;
  readonly known: Known;
  /** Whether an id, or a host, is in the files but broken. Nothing that names it is reported. */
  isBroken(id: string): boolean;
}

/**
 * Finds the ids and hosts that stand at the start of a line in a `broken` file of the data, or in the phrasings that
 * belong to broken answers and list their ids once more. Every id counts if the sources or the apps cannot be read at all.
 */
export function findBrokenIds(
  files: DataFiles,
  found: FoundFiles,
  broken: ReadonlySet<string>,
): References["isBroken"] {
  if (found.sources === undefined || found.apps === undefined) return () => true;
  const listing = [...broken].flatMap((file) => [file, file.replace(/^answers\/(.*)\.yaml$/, "phrasings/$1.txt")]);
  const text = listing.map((file) => new TextDecoder().decode(files.get(file))).join("\n");
  const names = text.split(/\r\n?|\n/).map((line) => /^[^\p{L}\d]*([\w.-]+)/u.exec(line)?.[1] ?? "");
  const brokenIds = new Set(names.map((name) => name.toLowerCase().replaceAll("_", "-")));
  return (id) => brokenIds.has(id);
}

/** Returns the files of answers that are gone: their phrasings are there, and no file has the answers to these. */
export function findMissingAnswers(allFiles: DataFiles, { files, known: { entries }, isBroken }: References): string[] {
  const isAnswered = (id: string) => id === APP_STATUS || Object.hasOwn(entries, id) || isBroken(id);
  return files.phrasings
    .filter(({ value }) => !Object.keys(value).every(isAnswered))
    .map(({ file }) => file.replace(/^phrasings\/(.*)\.txt$/, "answers/$1.yaml"))
    .filter((answers) => !allFiles.has(answers));
}
