/** The jobs of a worker process: prepares data files for use, step by step, or reviews a draft. */
import { setTimeout as sleep } from "node:timers/promises";
import { formatProblem } from "friendly-yaml";
import { createAnswerer } from "../core/answerer.js";
import type { DataFiles } from "../core/data/data-files.js";
import type { Knowledge } from "../core/data/knowledge.js";
import type { Learned } from "../core/matching/learn.js";
import { type Draft, type Reviewed, review } from "../core/quality/draft.js";
import { type FailedGolden, failedGolden } from "../core/quality/golden.js";
import { compareAnswers, type Moves } from "../core/quality/moves.js";
import type { CalendarDate } from "../core/values/calendar.js";
import {
  digestOfFiles,
  isLearnedKept,
  learnFrom,
  parseDataFiles,
  parseEdited,
  readDataFiles,
  recallLearned,
  whyUnreadable,
} from "./data-folder.js";

export interface Task {
  /** A folder to read the files from, or the files. */
  readonly from: string | DataFiles;
  readonly cacheFolder: string;
  readonly today: CalendarDate;
  /** The data in force: it is not sent again, and replies are compared with it. */
  readonly inForce?: { readonly knowledge: Knowledge; readonly learnedKey: string };
  /** Identifies the run of the bot: files that were parsed in it are not parsed again. */
  readonly run: string;
  /** The bot is starting: to be quick, it also takes what an earlier run parsed. */
  readonly isStart?: true;
}

/** Good data, with everything that is needed to put it in force. */
export interface Prepared {
  readonly files: DataFiles;
  readonly knowledge: Knowledge;
  readonly version: string;
  readonly learnedKey: string;
  /** Missing if the cache has it, or if it is in force already. */
  readonly learned?: Learned;
  readonly failed: readonly FailedGolden[];
}

/** The steps in their order: either `bad`, or `read`, `ready` and, if there is something to compare, `moves`. */
export type Step =
  | { readonly kind: "bad"; readonly problems: readonly string[] }
  /** `isLearned`: the same was learned before and is in the cache; else learning begins now. */
  | { readonly kind: "read"; readonly version: string; readonly learnedKey: string; readonly isLearned: boolean }
  | { readonly kind: "ready"; readonly prepared: Prepared }
  | { readonly kind: "moves"; readonly moves: Moves };

export type Job =
  | { readonly kind: "prepare"; readonly task: Task }
  | { readonly kind: "review"; readonly files: DataFiles; readonly draft: Draft };

export interface Results {
  readonly prepare: Step;
  readonly review: Reviewed;
}

/** What a worker sends. Its process ends after the last result. */
export type Message<Result = Results[Job["kind"]]> =
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "failed"; readonly error: unknown };

/** Does `job`, and waits for each message to be sent before it goes on. */
export async function perform(job: Job, send: (message: Message) => Promise<void>): Promise<void> {
  try {
    const results = job.kind === "review" ? [review(job.files, job.draft)] : prepare(job.task);
    for await (const result of results) await send({ kind: "result", result });
  } catch (error) {
    await send({ kind: "failed", error });
  }
}

/** Milliseconds after which bad files are read again, as they may have been half written. */
const SECOND_LOOK = 250;
const MAX_LOOKS = 10;

async function* prepare(task: Task): AsyncGenerator<Step, undefined> {
  const { cacheFolder, today, inForce, isStart, run } = task;
  const read = await readUntilSettled(task);
  if (read.kind === "bad") {
    yield { kind: "bad", problems: read.problems };
    return;
  }
  const { knowledge, version, learnedKey } = read;
  let learned = recallLearned(learnedKey, cacheFolder);
  yield { kind: "read", version, learnedKey, isLearned: learned !== undefined };
  learned ??= learnFrom(read, cacheFolder);
  const answerer = createAnswerer(knowledge, learned);
  const failed = failedGolden(answerer, today);
  const isSame = inForce?.learnedKey === learnedKey;
  // If it were sent, the bot would hold it twice for a moment.
  const isAtHand = isSame || isLearnedKept(learnedKey, cacheFolder);
  const good = { files: read.files, knowledge, version, learnedKey };
  yield { kind: "ready", prepared: { ...good, ...(isAtHand ? {} : { learned }), failed } };
  if (isStart) parseEdited(read.files, run, cacheFolder);
  if (inForce === undefined) return;
  const learnedBefore = isSame ? learned : recallLearned(inForce.learnedKey, cacheFolder);
  if (learnedBefore === undefined) return;
  const before = createAnswerer(inForce.knowledge, learnedBefore);
  yield { kind: "moves", moves: compareAnswers(before, answerer, today) };
}

async function readUntilSettled({ from, ...task }: Task) {
  if (typeof from !== "string") return read(from, task);
  let seen = "";
  for (let look = 1; ; look++) {
    const found = readFolder(from, task);
    if (found.kind === "good" || found.digest === seen || look === MAX_LOOKS) return found;
    seen = found.digest;
    await sleep(SECOND_LOOK);
  }
}

function readFolder(folder: string, task: Omit<Task, "from">) {
  let files: DataFiles;
  try {
    files = readDataFiles(folder);
  } catch (error) {
    const message = whyUnreadable(error);
    const problems = [`${folder}: the folder cannot be read: ${message}`];
    return { kind: "bad" as const, problems, digest: message };
  }
  return read(files, task);
}

function read(files: DataFiles, { cacheFolder, run, isStart }: Omit<Task, "from">) {
  const parsed = isStart ? parseDataFiles(files, cacheFolder) : parseEdited(files, run, cacheFolder);
  return parsed.kind === "good"
    ? { ...parsed, files }
    : { kind: "bad" as const, problems: parsed.problems.map(formatProblem), digest: digestOfFiles(files) };
}
