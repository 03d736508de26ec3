/** The data folder on disk: reads it, finds it good or bad as a whole, and has ready what was learned from it. */
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { type Answerer, createAnswerer } from "./core/answerer.js";
import type { DataFiles } from "./core/data-files.js";
import type { Knowledge } from "./core/knowledge.js";
import { ENGINE_VERSION, type Fitted, fittingInput } from "./core/matching/fit.js";
import { parse } from "./core/parse.js";
import type { Problem } from "./core/problem.js";
import { digestOf, openCache } from "./fitting/cache.js";
import { fitOffThread } from "./fitting/off-thread.js";

interface BadData {
  readonly kind: "bad";
  readonly problems: readonly Problem[];
}

export type OpenedData =
  | { readonly kind: "good"; readonly answerer: Answerer; readonly fitted: Fitted; readonly version: string }
  | BadData;

/** What was learned from good files, in plain values that one thread can hand to another. */
export type LearnedData =
  | { readonly kind: "good"; readonly knowledge: Knowledge; readonly fitted: Fitted; readonly version: string }
  | BadData;

/** Where `npm run build` puts what it learned. */
export const FITTED_FOLDER = "dist/fitted";

/** Every YAML file below `folder`. Throws where there is no such folder. */
export function readDataFiles(folder: string): DataFiles {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = names.filter((name) => /\.ya?ml$/.test(name)).map((name) => name.split(sep).join("/"));
  return new Map(files.sort().map((name) => [name, readFileSync(join(folder, name))]));
}

/** Opens `folder`: at once when it was seen before, else after learning from it, which takes up to a minute. */
export async function openDataFolder(folder: string, cacheFolder = FITTED_FOLDER): Promise<OpenedData> {
  let files: DataFiles;
  try {
    files = readDataFiles(folder);
  } catch (error) {
    const message = `the folder cannot be read: ${error instanceof Error ? error.message : String(error)}`;
    return { kind: "bad", problems: [{ file: folder, line: 1, column: 1, message }] };
  }
  const learned = await learnDataFiles(files, cacheFolder);
  if (learned.kind === "bad") return learned;
  const { knowledge, fitted, version } = learned;
  return { kind: "good", answerer: createAnswerer(knowledge, fitted), fitted, version };
}

/** Parses `files` and learns from them, or takes both from the cache where they were seen before. */
export async function learnDataFiles(files: DataFiles, cacheFolder = FITTED_FOLDER): Promise<LearnedData> {
  const cache = openCache(cacheFolder);
  const version = digestOf(...[...files].flat(), String(ENGINE_VERSION));
  let knowledge = cache.get<Knowledge>("knowledge", version);
  if (knowledge === undefined) {
    const parsed = parse(files);
    if (parsed.kind === "bad") return parsed;
    knowledge = parsed.knowledge;
    cache.put("knowledge", version, knowledge);
  }
  const fittedKey = digestOf(JSON.stringify(fittingInput(knowledge)), String(ENGINE_VERSION));
  let fitted = cache.get<Fitted>("fitted", fittedKey);
  if (fitted === undefined) {
    fitted = await fitOffThread(knowledge);
    cache.put("fitted", fittedKey, fitted);
  }
  return { kind: "good", knowledge, fitted, version: version.slice(0, 12) };
}
