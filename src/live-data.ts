/** The data in force: replaced as a whole by a good edit, left alone by a bad one, and remembered for the next start. */
import { readFileSync, watchFile } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Reload, Reloaded } from "./command.js";
import { type Answerer, createAnswerer } from "./core/answerer.js";
import type { DataFiles } from "./core/data-files.js";
import { formatProblem } from "./core/problem.js";
import { readDataFiles } from "./data-folder.js";
import { learnOffThread } from "./data-thread.js";
import { rememberAnswers } from "./remembered-answers.js";
import { writeAtomically } from "./state-folder.js";

export interface LiveData {
  current(): { readonly answerer: Answerer; readonly version: string };
  /** Why the files in the data folder are not in force, a line each; empty while they are. */
  problems(): readonly string[];
  readonly reload: Reload;
}

export interface LiveDataOptions {
  readonly dataFolder: string;
  /** Where the last good files are kept. */
  readonly stateFolder: string;
  readonly cacheFolder?: string;
  /** Milliseconds after which it is looked whether another process that shares the state folder has accepted other data. */
  readonly followEvery?: number;
  /** Hears of what went wrong beside the data, such as a disk that is full. */
  report(problem: string): void;
}

type Opened =
  | { readonly kind: "good"; readonly answerer: Answerer; readonly version: string; readonly files: DataFiles }
  | { readonly kind: "bad"; readonly problems: readonly string[] };

const FOLLOW_EVERY = 2000;
const KEPT_FILE = "last-good-data.json";
const keptFile = z.strictObject({ version: z.string(), files: z.record(z.string(), z.string()) });

/**
 * Opens the data folder; where its files are bad, the last good ones. Bad only where there are none of these either.
 * Takes up to a minute where the data was not seen before.
 */
export async function openLiveData(
  options: LiveDataOptions,
): Promise<LiveData | { readonly problems: readonly string[] }> {
  const { dataFolder, stateFolder, cacheFolder, followEvery = FOLLOW_EVERY, report } = options;
  const keptPath = join(stateFolder, KEPT_FILE);
  const opened = await openFolder(dataFolder, cacheFolder);
  const start = opened.kind === "good" ? opened : await openKept(keptPath, cacheFolder, report);
  if (start === undefined || start.kind === "bad") {
    const none = `${keptPath}: no good data from an earlier run is there to fall back on`;
    return { problems: [...(opened.kind === "bad" ? opened.problems : []), none] };
  }
  let inForce = start;
  let problems = opened.kind === "bad" ? opened.problems : [];
  if (opened.kind === "good") await keep(keptPath, opened, report);

  const reloadNow = async (): Promise<Reloaded> => {
    const next = await openFolder(dataFolder, cacheFolder);
    if (next.kind === "bad") {
      problems = next.problems;
      return { kind: "kept", version: inForce.version, problems };
    }
    problems = [];
    const kind = next.version === inForce.version ? "unchanged" : "replaced";
    inForce = next;
    await keep(keptPath, next, report);
    return { kind, version: next.version };
  };

  const follow = async (): Promise<void> => {
    const kept = readKept(keptPath, report);
    if (kept === undefined) return;
    if (kept.version !== inForce.version) {
      const next = await openFiles(kept.files, cacheFolder);
      if (next.kind === "bad") return report(`what another process accepted is of no use here: ${next.problems[0]}`);
      inForce = next;
    }
    problems = [];
  };

  // One after the other: a reload asked for during another must see the files as they are after the asking.
  let last: Promise<unknown> = Promise.resolve();
  watchFile(keptPath, { interval: followEvery, persistent: false }, () => {
    last = last.then(follow);
  });
  return {
    current: () => inForce,
    problems: () => problems,
    reload() {
      const turn = last.then(reloadNow);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

async function openFolder(folder: string, cacheFolder: string | undefined): Promise<Opened> {
  let files: DataFiles;
  try {
    files = readDataFiles(folder);
  } catch (error) {
    return { kind: "bad", problems: [`${folder}: the folder cannot be read: ${messageOf(error)}`] };
  }
  return openFiles(files, cacheFolder);
}

async function openFiles(files: DataFiles, cacheFolder: string | undefined): Promise<Opened> {
  try {
    const learned = await learnOffThread(files, cacheFolder);
    if (learned.kind === "bad") return { kind: "bad", problems: learned.problems.map(formatProblem) };
    const { knowledge, fitted, version } = learned;
    return { kind: "good", answerer: rememberAnswers(createAnswerer(knowledge, fitted)), version, files };
  } catch (error) {
    return { kind: "bad", problems: [`learning from the data failed: ${messageOf(error)}`] };
  }
}

/** The last good files, learned from anew where need be: the program may have changed since they were kept. */
async function openKept(
  path: string,
  cacheFolder: string | undefined,
  report: (problem: string) => void,
): Promise<Opened | undefined> {
  const kept = readKept(path, report);
  return kept && openFiles(kept.files, cacheFolder);
}

function readKept(path: string, report: (problem: string) => void): { version: string; files: DataFiles } | undefined {
  try {
    const { version, files } = keptFile.parse(JSON.parse(readFileSync(path, "utf8")));
    return { version, files: new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") report(`${path} is of no use: ${messageOf(error)}`);
    return undefined;
  }
}

/** Data files are UTF-8, or they would not be good. A disk that takes nothing costs the safety net, not the reload. */
async function keep(
  path: string,
  { version, files }: Extract<Opened, { kind: "good" }>,
  report: (problem: string) => void,
): Promise<void> {
  const texts = [...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]);
  try {
    await writeAtomically(path, JSON.stringify({ version, files: Object.fromEntries(texts) }));
  } catch (error) {
    report(`the good data could not be kept in ${path}: ${messageOf(error)}`);
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
