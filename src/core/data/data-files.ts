/** Which data files there are, and what they hold once read. */
import { type DataFile, didYouMean } from "friendly-yaml";
import type { z } from "zod";
import * as chinese from "./chinese-schema.js";
import * as schema from "./schema.js";

/** The files of the data folder, YAML and lists of questions: path inside it, with `/`, and content. */
export type DataFiles = ReadonlyMap<string, Uint8Array>;

export const FILES = {
  order: schema.orderFile,
  sources: schema.sourcesFile,
  apps: schema.appsFile,
  negatives: schema.negativesFile,
  words: schema.wordsFile,
  ambient: schema.ambientFile,
  golden: schema.goldenFile,
  "follow-ups": schema.followUpsFile,
  "most-asked": schema.mostAskedFile,
};
/** Files that may be missing: where there is no translation, a reply is in English. */
export const TRANSLATIONS = {
  "zh-CN/apps": chinese.chineseAppsFile,
  "zh-CN/order": chinese.chineseOrderFile,
  "zh-CN/sources": chinese.chineseSourcesFile,
  "zh-TW/terms": chinese.taiwanTermsFile,
};
export const FOLDERS = {
  answers: schema.answersFile,
  phrasings: schema.phrasingsFile,
  "follow-up-questions": schema.followUpQuestionsFile,
  "zh-CN/answers": chinese.chineseAnswersFile,
};

/** The kinds of files that are lists of questions in plain text; all others are YAML. */
const LISTS: ReadonlySet<string> = new Set(["phrasings", "follow-up-questions", "negatives", "ambient"]);

export const isList = (kind: string): boolean => LISTS.has(kind);

/** `answers/dates` with the ending of its kind; `kind` is the folder or, of a single file, its name. */
export const withEnding = (path: string): string => `${path}${isList(kindOf(path)) ? ".txt" : ".yaml"}`;

/** `answers` of `answers/dates.yaml`, `order` of `order.yaml`, `zh-CN/apps` of `zh-CN/apps.yaml`. */
export const kindOf = (path: string): string => /^(?:zh-(?:CN|TW)\/)?[^/.]*/.exec(path)?.[0] ?? "";

export const isInFolder = (name: string): boolean =>
  Object.hasOwn(FOLDERS, kindOf(name)) &&
  /^(?:zh-CN\/)?[a-z-]+\/[a-z0-9-]+\.\w+$/.test(name) &&
  name === withEnding(stem(name));

/** One ending or several, in any case, and what a copy adds behind them: `.yaml`, `.YAML`, `.yaml.txt`, `.yaml (1)`. */
const ENDING = /(?:\.(?:ya?ml|txt))+(?: .*)?$/i;

/** Whether `name` looks like a data file, though its ending may have to be put right. Other files are passed over. */
export const hasDataEnding = (name: string): boolean => ENDING.test(name);

export const isDataFile = (name: string): boolean =>
  isInFolder(name) || (Object.hasOwn({ ...FILES, ...TRANSLATIONS }, stem(name)) && name === withEnding(stem(name)));

const stem = (name: string): string => name.replace(/\.\w+$/, "");

/** What to do about a file in the data folder that is no data file, by its name. */
export function fixName(name: string, files: DataFiles): string {
  const path = name
    .toLowerCase()
    .replace(ENDING, "")
    .replace(/\bcopy of |(?: -)? copy\b(?: \d+)?|\(\d+\)/g, "")
    .replace(/[^a-z0-9/]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .replace(/^zh-(?:cn|tw)\//, (folder) => folder.replace(/cn|tw/, (region) => region.toUpperCase()));
  const tidied = withEnding(path);
  if (isDataFile(tidied))
    return files.has(tidied)
      ? `\`${tidied}\` is there as well: move into it what is new in this one, and delete this one.`
      : `Rename it to \`${tidied}\`.`;
  const known = [
    ...Object.keys({ ...FILES, ...TRANSLATIONS }).map(withEnding),
    ...Object.keys(FOLDERS).map((folder) => withEnding(`${folder}/${path.split("/").at(-1)}`)),
  ].filter((free) => !files.has(free));
  return didYouMean(
    name,
    known,
    "Move it out, or into answers/ with the ending .yaml, or into phrasings/ with .txt, in small letters.",
  );
}

type FilesOf<Schemas extends Readonly<Record<string, z.ZodType>>> = {
  readonly [Name in keyof Schemas]: DataFile<z.output<Schemas[Name]>>;
};

/** Everything that was read, with the places to complain about. Of a broken file there is what is left of it. */
export type FoundFiles = Partial<FilesOf<typeof FILES> & FilesOf<typeof TRANSLATIONS>> & {
  readonly [Name in keyof typeof FOLDERS]: readonly FilesOf<typeof FOLDERS>[Name][];
};
/** The same if no file is broken or gone. */
export type ReadFiles = FoundFiles & FilesOf<typeof FILES>;

/** Returns each id of `files` with what stands below it; `problemAt` complains about a place in its file. */
export const entriesOf = <T>(files: readonly DataFile<Readonly<Record<string, T>>>[]) =>
  files.flatMap(({ file, value, problemAt }) =>
    Object.entries(value).map(([id, entry]) => ({ id, entry, file, problemAt })),
  );
