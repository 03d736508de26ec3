/** Which data files there are, and what they hold once read. */
import type { z } from "zod";
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

type SingleFiles = { readonly [Name in keyof typeof FILES]: YamlFile<z.output<(typeof FILES)[Name]>> };
type FileFolders = { readonly [Name in keyof typeof FOLDERS]: readonly YamlFile<z.output<(typeof FOLDERS)[Name]>>[] };

/** Everything that was read, with the places to complain about. */
export type ReadFiles = SingleFiles & FileFolders;
