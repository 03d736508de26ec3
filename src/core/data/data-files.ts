/** Which data files there are, and what they hold once read. */
import type { z } from "zod";
import { didYouMean } from "./nearest-name.js";
import * as schema from "./schema.js";
import type { YamlFile } from "./yaml-file.js";

/** The data folder's YAML files: path inside it, with `/`, and content. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

export const FILES = {
  order: schema.orderFile,
  sources: schema.sourcesFile,
  apps: schema.appsFile,
  negatives: schema.negativesFile,
  words: schema.wordsFile,
  ambient: schema.ambientFile,
  golden: schema.goldenFile,
  "most-asked": schema.mostAskedFile,
};
export const FOLDERS = { answers: schema.answersFile, phrasings: schema.phrasingsFile };
/** The path of a file in one of the folders. */
export const IN_A_FOLDER = new RegExp(`^(${Object.keys(FOLDERS).join("|")})/[a-z0-9-]+\\.yaml$`);

export const isDataFile = (name: string): boolean => name.replace(/\.yaml$/, "") in FILES || IN_A_FOLDER.test(name);

/** What to do about a file in the data folder that is no data file, by its name. */
export function fixName(name: string, files: DataFiles): string {
  const tidied = name
    .toLowerCase()
    .replace(/\.ya?ml$/, "")
    .replace(/[^a-z0-9/]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .concat(".yaml");
  if (isDataFile(tidied))
    return files.has(tidied)
      ? `\`${tidied}\` is there as well: move into it what is new in this one, and delete this one.`
      : `Rename it to \`${tidied}\`.`;
  const known = [
    ...Object.keys(FILES).map((single) => `${single}.yaml`),
    ...Object.keys(FOLDERS).map((folder) => `${folder}/${tidied.split("/").at(-1)}`),
  ].filter((free) => !files.has(free));
  return didYouMean(
    name,
    known,
    "Move it out, or into answers/ or phrasings/, in small letters and with the ending .yaml.",
  );
}

type SingleFiles = { readonly [Name in keyof typeof FILES]: YamlFile<z.output<(typeof FILES)[Name]>> };
type FileFolders = { readonly [Name in keyof typeof FOLDERS]: readonly YamlFile<z.output<(typeof FOLDERS)[Name]>>[] };

/** Everything that was read, with the places to complain about. */
export type ReadFiles = SingleFiles & FileFolders;
/** The same where some files are broken or gone: of a broken one there is what is left of it. */
export type FoundFiles = Partial<SingleFiles> & FileFolders;
