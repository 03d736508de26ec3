/** The data folder on disk: reads it, judges it good or bad as a whole, and provides what was learned from it. */
import { accessSync, constants, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "friendly-yaml";
import { type Answerer, createAnswerer } from "../core/answerer.js";
import { type DataFiles, hasDataEnding } from "../core/data/data-files.js";
import type { Knowledge } from "../core/data/knowledge.js";
import { parse } from "../core/data/parse.js";
import { ENGINE_VERSION, type Learned, learnAll, learningInput } from "../core/matching/learn.js";
import { messageOf } from "../process/error.js";
import { type Cache, keyOf, openCache } from "./cache.js";
import { readEnglishWords } from "./english.js";

interface BadData {
  readonly kind: "bad";
  readonly problems: readonly Problem[];
}

type OpenedData = { readonly kind: "good"; readonly answerer: Answerer; readonly learned: Learned } | BadData;

/** Where `npm run build` puts what it learned. */
const LEARNED_FOLDER = "dist/learned";

/** Returns the folder for what is learned later: the same one or, if that is read-only, in a folder inside `stateFolder`. */
export function chooseCacheFolder(stateFolder: string, built = LEARNED_FOLDER): string {
  try {
    mkdirSync(built, { recursive: true });
    accessSync(built, constants.W_OK);
    return built;
  } catch {
    return join(stateFolder, "learned");
  }
}

/** Also reads what the build learned, but writes only to `cacheFolder`. */
const cacheIn = (cacheFolder: string): Cache => openCache(cacheFolder, LEARNED_FOLDER);

/** The data is two folders deep; circular links end here. */
export const MAX_DEPTH = 4;

/**
 * Reads every YAML and text file below `folder`, and follows links. Skips hidden ones: editors keep locks and copies in them,
 * and mounted configurations keep the targets of their links there. Throws if the folder or a file cannot be read.
 */
export function readDataFiles(folder: string): DataFiles {
  return new Map(listDataFiles(folder).map((name) => [name, readFileSync(join(folder, name))]));
}

/** Returns why `readDataFiles` threw, in words for moderators. */
export function whyUnreadable(error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return `${path} is not there. If it was moved or deleted, \`git restore\` brings it back.`;
  if (code === "EACCES" || code === "EPERM") return `the bot may not read ${path}.`;
  return messageOf(error);
}

function listDataFiles(folder: string, below = "", depth = 0): string[] {
  const names = readdirSync(join(folder, below)).filter((name) => !name.startsWith("."));
  return names
    .flatMap((name) => {
      const path = below === "" ? name : `${below}/${name}`;
      if (hasDataEnding(name)) return [path];
      const isFolder = statSync(join(folder, path), { throwIfNoEntry: false })?.isDirectory() === true;
      return isFolder && depth < MAX_DEPTH ? listDataFiles(folder, path, depth + 1) : [];
    })
    .sort();
}

/** Opens `folder`: at once if it was seen before, else after learning from it, which takes ten to twenty seconds. */
export function openDataFolder(folder: string, cacheFolder = LEARNED_FOLDER): OpenedData {
  let files: DataFiles;
  try {
    files = readDataFiles(folder);
  } catch (error) {
    const message = `the folder cannot be read: ${whyUnreadable(error)}`;
    return { kind: "bad", problems: [{ file: folder, line: 1, column: 1, message }] };
  }
  return openDataFiles(files, cacheFolder);
}

/** Parses `files` and learns from them, or takes both from the cache if they were seen before. */
export function openDataFiles(files: DataFiles, cacheFolder: string): OpenedData {
  const read = parseDataFiles(files, cacheFolder);
  if (read.kind === "bad") return read;
  const learned = recallLearned(read.learnedKey, cacheFolder) ?? learnFrom(read, cacheFolder);
  return { kind: "good", answerer: createAnswerer(read.knowledge, learned), learned };
}

type GoodFiles = ReturnType<typeof createGoodFiles>;

/** Takes half a second; no time if the files were seen before. */
export function parseDataFiles(files: DataFiles, cacheFolder = LEARNED_FOLDER): GoodFiles | BadData {
  const cache = cacheIn(cacheFolder);
  const digest = digestOfFiles(files);
  const known = cache.get<Knowledge>("knowledge", digest);
  if (known !== undefined) return createGoodFiles(files, known, digest);
  const parsed = parse(files);
  if (parsed.kind === "bad") return parsed;
  cache.put("knowledge", digest, parsed.knowledge);
  return createGoodFiles(files, parsed.knowledge, digest);
}

/**
 * Parses `files`, except those that the same `run` found good before. Results of other runs are not used, because another
 * version of the program may have had other rules.
 */
export function parseEdited(files: DataFiles, run: string, cacheFolder: string): GoodFiles | BadData {
  const cache = cacheIn(cacheFolder);
  const before = cache.get<ReadonlyMap<string, unknown>>("files", run);
  const now = new Map<string, unknown>();
  const parsed = parse(files, {
    recall(file, bytes) {
      const key = keyOf(file, bytes);
      const value = before?.get(key);
      if (value !== undefined) now.set(key, value);
      return value;
    },
    keep: (file, bytes, value) => void now.set(keyOf(file, bytes), value),
  });
  cache.put("files", run, now);
  return parsed.kind === "bad" ? parsed : createGoodFiles(files, parsed.knowledge);
}

export const digestOfFiles = (files: DataFiles): string => keyOf(...[...files].flat(), String(ENGINE_VERSION));

export const createGoodFiles = (files: DataFiles, knowledge: Knowledge, digest = digestOfFiles(files)) => ({
  kind: "good" as const,
  knowledge,
  version: digest.slice(0, 12),
  /** Identifies the input of the learning: equal for all files from which the same is learned. */
  learnedKey: keyOf(JSON.stringify(learningInput(knowledge)), String(ENGINE_VERSION)),
});

export const recallLearned = (learnedKey: string, cacheFolder = LEARNED_FOLDER): Learned | undefined =>
  cacheIn(cacheFolder).get<Learned>("learned", learnedKey);

export const isLearnedKept = (learnedKey: string, cacheFolder: string): boolean =>
  cacheIn(cacheFolder).has("learned", learnedKey);

/** Learns, which takes ten to twenty seconds, and keeps what was learned. */
export function learnFrom({ knowledge, learnedKey }: GoodFiles, cacheFolder = LEARNED_FOLDER): Learned {
  const learned = learnAll(knowledge, readEnglishWords());
  cacheIn(cacheFolder).put("learned", learnedKey, learned);
  return learned;
}
