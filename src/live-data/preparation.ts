/** Makes data files ready for use in a process of its own: the bot goes on answering, and all the memory comes back. */
import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { createAnswerer } from "../core/answerer.js";
import type { CalendarDate } from "../core/calendar.js";
import type { DataFiles } from "../core/data-files.js";
import { decidesAlike, type FailedGolden, failedGolden } from "../core/golden.js";
import type { Knowledge } from "../core/knowledge.js";
import type { Fitted } from "../core/matching/fit.js";
import { compareAnswers, type Moves } from "../core/moves.js";
import { formatProblem } from "../core/problem.js";
import { isFittedKept, learnFrom, parseDataFiles, parseEdited, readDataFiles, recallFitted } from "../data-folder.js";
import { digestOf } from "../fitting/cache.js";

export interface Task {
  /** A folder to read the files from, or the files. */
  readonly from: string | DataFiles;
  readonly cacheFolder: string | undefined;
  readonly today: CalendarDate;
  /** What is in force: it is not handed over again, and what moves is told against it. */
  readonly inForce?: {
    readonly knowledge: Knowledge;
    readonly fittedKey: string;
    readonly failed: readonly FailedGolden[];
  };
  /** Names the run of the bot: files that were read in it need not be read again. */
  readonly run: string;
  /** Somebody waits for the bot to start: what an earlier run has read is taken from it. */
  readonly isStart?: true;
}

/** Good data, with all that putting it in force takes. */
export interface Prepared {
  readonly files: DataFiles;
  readonly knowledge: Knowledge;
  readonly version: string;
  readonly fittedKey: string;
  /** Missing where the cache has it, or where it is what is in force already. */
  readonly fitted?: Fitted;
  /** The golden questions that fail. */
  readonly failed: readonly FailedGolden[];
}

/** What is told on the way, in this order: either `bad`, or `read`, `ready` and, where there is something to compare, `moves`. */
export type Step =
  | { readonly kind: "bad"; readonly problems: readonly string[] }
  /** `isLearned`: what was learned from the same before is at hand; else learning begins now. */
  | { readonly kind: "read"; readonly version: string; readonly fittedKey: string; readonly isLearned: boolean }
  | { readonly kind: "ready"; readonly prepared: Prepared }
  | { readonly kind: "moves"; readonly moves: Moves };

export interface Preparation {
  /** The next step; undefined after the last one, and once it was stopped. Rejects where the process failed. */
  next(): Promise<Step | undefined>;
  /** Ends it at once, in the middle of learning if need be. */
  stop(): void;
}

/** In milliseconds: files that are bad are read again after this, as they may have been caught half written. */
const SECOND_LOOK = 250;
const MAX_LOOKS = 10;

/** Node cannot run TypeScript in a process of its own: there, in tests, everything is done in this one. */
const HAS_PROCESSES = !import.meta.url.endsWith(".ts");

export interface Preparer {
  prepare(task: Task): Preparation;
  /** Has a process at hand for the next task, which is about to come: to begin one takes a quarter of a second. */
  warmUp(): void;
  /** Ends the process at hand; what is being prepared goes on. */
  close(): void;
}

export function createPreparer(): Preparer {
  if (!HAS_PROCESSES) return { prepare: prepareHere, warmUp() {}, close() {} };
  let atHand: ChildProcess | undefined;
  return {
    prepare(task) {
      const child = atHand ?? openProcess();
      atHand = undefined;
      return prepareIn(child, task);
    },
    warmUp() {
      atHand ??= openProcess();
    },
    close() {
      atHand?.kill("SIGKILL");
      atHand = undefined;
    },
  };
}

async function* takeSteps(task: Task): AsyncGenerator<Step, undefined> {
  const { cacheFolder, today, inForce, isStart, run } = task;
  const read = await readTwice(task);
  if (read.kind === "bad") {
    yield { kind: "bad", problems: read.problems };
    return;
  }
  const { knowledge, version, fittedKey } = read;
  const good = { files: read.files, knowledge, version, fittedKey };
  const isSame = inForce?.fittedKey === fittedKey;
  if (isSame && decidesAlike(inForce.knowledge, knowledge)) {
    yield { kind: "read", version, fittedKey, isLearned: true };
    yield { kind: "ready", prepared: { ...good, failed: inForce.failed } };
    const fitted = recallFitted(fittedKey, cacheFolder);
    yield* tellMoves(task, knowledge, fitted, fitted);
    return;
  }
  let fitted = recallFitted(fittedKey, cacheFolder);
  yield { kind: "read", version, fittedKey, isLearned: fitted !== undefined };
  fitted ??= await learnFrom(read, cacheFolder);
  const failed = failedGolden(createAnswerer(knowledge, fitted), today);
  // Handed over, it would be in the bot's memory twice for a moment.
  const isAtHand = isSame || isFittedKept(fittedKey, cacheFolder);
  yield { kind: "ready", prepared: { ...good, ...(isAtHand ? {} : { fitted }), failed } };
  if (isStart) parseEdited(read.files, run, cacheFolder);
  const fittedBefore = isSame ? fitted : inForce && recallFitted(inForce.fittedKey, cacheFolder);
  yield* tellMoves(task, knowledge, fitted, fittedBefore);
}

/** Nothing where what was learned for the data in force is no longer kept. */
function* tellMoves(
  { inForce, today }: Task,
  knowledge: Knowledge,
  fitted: Fitted | undefined,
  fittedBefore: Fitted | undefined,
): Generator<Step, undefined> {
  if (inForce === undefined || fitted === undefined || fittedBefore === undefined) return;
  const before = createAnswerer(inForce.knowledge, fittedBefore);
  yield { kind: "moves", moves: compareAnswers(before, createAnswerer(knowledge, fitted), today) };
}

async function readTwice({ from, ...task }: Task) {
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
    const message = error instanceof Error ? error.message : String(error);
    const problems = [`${folder}: the folder cannot be read: ${message}`];
    return { kind: "bad" as const, problems, digest: message };
  }
  return read(files, task);
}

function read(files: DataFiles, { cacheFolder, run, isStart }: Omit<Task, "from">) {
  const parsed = isStart ? parseDataFiles(files, cacheFolder) : parseEdited(files, run, cacheFolder);
  return parsed.kind === "good"
    ? { ...parsed, files }
    : { kind: "bad" as const, problems: parsed.problems.map(formatProblem), digest: digestOf(...[...files].flat()) };
}

function prepareHere(task: Task): Preparation {
  const steps = takeSteps(task);
  let isOver = false;
  return {
    async next() {
      const { value } = isOver ? { value: undefined } : await steps.next();
      return isOver ? undefined : value;
    },
    stop() {
      isOver = true;
    },
  };
}

/** The process is given none of the bot's environment: it needs no token. */
const openProcess = (): ChildProcess =>
  fork(new URL(import.meta.url), [CHILD], {
    env: {},
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });

function prepareIn(child: ChildProcess, task: Task): Preparation {
  const steps: Step[] = [];
  let end: { readonly error?: Error } | undefined;
  let wake: (() => void) | undefined;
  const notify = () => wake?.();
  const finish = (error?: Error): void => {
    end ??= error === undefined ? {} : { error };
    notify();
  };
  child.on("message", (step: Step) => {
    steps.push(step);
    notify();
  });
  child.once("error", finish);
  child.once("exit", (code, signal) =>
    finish(code === 0 ? undefined : new Error(`the process that reads the data ended with ${signal ?? code}`)),
  );
  child.send(task, (error) => error && finish(error));
  return {
    async next() {
      while (steps.length === 0 && end === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const step = steps.shift();
      if (step === undefined && end?.error !== undefined) throw end.error;
      return step;
    },
    stop() {
      steps.length = 0;
      finish();
      child.kill("SIGKILL");
    },
  };
}

/** The argument that tells the process from whoever imports this file. */
const CHILD = "prepare-data";

if (process.argv[2] === CHILD && process.send !== undefined) {
  process.once("disconnect", () => process.exit(0));
  process.once("message", async (task: Task) => {
    // Threads begun from here on are as patient: whoever asks the bot something goes first.
    if (!task.isStart) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    for await (const step of takeSteps(task)) {
      await send(step);
      if (step.kind === "ready") setPriority(constants.priority.PRIORITY_LOW);
    }
    process.disconnect();
  });
}

/** Waits until it is sent: a process that ends before loses it. */
const send = (step: Step): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(step, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
