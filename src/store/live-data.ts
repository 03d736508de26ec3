/** The data in force: a good edit replaces all of it as soon as it is saved; a bad one changes nothing. */
import { randomUUID } from "node:crypto";
import type { Reload } from "../command/context.js";
import { type Answerer, createAnswerer } from "../core/answerer.js";
import type { DataFiles } from "../core/data/data-files.js";
import type { Learned } from "../core/matching/learn.js";
import { newlyFailed } from "../core/quality/golden.js";
import { type DataNews, describeCounts, describeHeld, type Reloaded } from "../core/quality/news.js";
import type { CalendarDate } from "../core/values/calendar.js";
import { chooseCacheFolder, recallLearned } from "./data-folder.js";
import type { Prepared, Task } from "./jobs.js";
import { openLastGood } from "./last-good.js";
import { createReloadQueue } from "./reload-queue.js";
import { rememberAnswers } from "./remembered-answers.js";
import { describeFailure, type Meanwhile, start } from "./start.js";
import { lookAt, WATCH_TIMES, type WatchTimes, watchFolder } from "./watch.js";
import { startWorkerProcess, type Worker } from "./worker.js";

export interface LiveData {
  current(): { readonly answerer: Answerer; readonly version: string; readonly files: DataFiles };
  /** Why the files in the data folder are not in force, a line each; empty while they are. */
  problems(): readonly string[];
  /** Reads the folder now; resolves to the result, or to that of a newer edit that was saved meanwhile. */
  readonly reload: Reload;
  /** Reads the folder whenever something in it changes, or has changed since the start. */
  watch(times?: WatchTimes): void;
  onNews(listener: (news: DataNews) => void): void;
  /** Stops watching and learning; resolves once nothing is written any more. */
  close(): Promise<void>;
}

interface LiveDataOptions {
  readonly dataFolder: string;
  /** Where the last good files are kept. */
  readonly stateFolder: string;
  readonly cacheFolder?: string;
  /** Starts the worker that prepares the files; by default a worker process. */
  readonly startWorker?: () => Worker;
  today(): CalendarDate;
  /** Called if something other than the data is wrong, such as a full disk. */
  report(problem: string): void;
  /** Called if the start finds data that is new to learn from, which takes ten to twenty seconds. */
  onLearning(answersFrom: Meanwhile): void;
}

interface InForce extends Omit<Prepared, "knowledge"> {
  readonly answerer: Answerer;
  readonly learned: Learned;
}

/** Returns whether that version may come into force although golden questions fail that did not fail before. */
type Acceptance = (version: string) => boolean;

/**
 * Opens the data folder or, if its files must not come into force yet or at all, the last good ones. Returns problems only if
 * there are none of these either.
 */
export async function openLiveData(
  options: LiveDataOptions,
): Promise<LiveData | { readonly problems: readonly string[] }> {
  const { dataFolder, stateFolder, today, report, onLearning, startWorker = startWorkerProcess } = options;
  const { cacheFolder = chooseCacheFolder(stateFolder) } = options;
  const lastGood = openLastGood(stateFolder, report);
  let seen = await lookAt(dataFolder);
  const workers = new Set<Worker>();
  const prepare = (task: Task) => {
    const worker = startWorker();
    workers.add(worker);
    void worker.ended.then(() => workers.delete(worker));
    return worker.run({ kind: "prepare", task });
  };
  const run = randomUUID();
  const task: Task = { from: dataFolder, cacheFolder, today: today(), run, isStart: true };
  const begun = await start({ task, lastGood, prepare, onLearning });
  if (begun.kind === "bad") return { problems: begun.problems };
  let inForce = createInForce(begun.prepared, cacheFolder);
  let problems: readonly string[] = begun.problems;
  // Data that is still to be learned from counts as an edit since the start.
  if (begun.kind === "behind") seen = "";
  else if (problems.length === 0) await lastGood.keep(inForce.version, inForce.files);

  const listeners: ((news: DataNews) => void)[] = [];
  const emit = (news: DataNews) => {
    for (const listener of listeners) listener(news);
  };
  const queue = createReloadQueue({
    begin: () => {
      const { answerer, learnedKey } = inForce;
      const known = { knowledge: answerer.knowledge, learnedKey };
      return prepare({ from: dataFolder, cacheFolder, today: today(), run, inForce: known });
    },
    isInForce: (version) => version === inForce.version,
    onLearning: () => emit({ kind: "learning", version: inForce.version }),
  });

  /** Reloads the files as they are now. Resolves to undefined if a newer reload has overtaken this one. */
  const reloadNow = async (isAccepted: Acceptance): Promise<Reloaded | undefined> => {
    const begunAt = performance.now();
    const reloaded = await queue.reload();
    switch (reloaded.kind) {
      case "overtaken":
        return undefined;
      case "same":
        problems = [];
        return { kind: "unchanged", version: inForce.version };
      case "bad":
        problems = reloaded.problems;
        return { kind: "kept", version: inForce.version, problems };
      case "ready": {
        const { prepared } = reloaded;
        const failed = newlyFailed(prepared.failed, inForce.failed);
        if (failed.length > 0 && !isAccepted(prepared.version)) {
          problems = describeHeld(failed);
          return { kind: "held", version: inForce.version, failed, moves: await reloaded.moves() };
        }
        inForce = createInForce(prepared, cacheFolder, inForce);
        problems = [];
        const { version, files, answerer } = inForce;
        const seconds = (performance.now() - begunAt) / 1000;
        await lastGood.keep(version, files);
        const counts = describeCounts(answerer.knowledge);
        return { kind: "replaced", version, counts, seconds, failed, moves: await reloaded.moves() };
      }
    }
  };

  let latest: Promise<Reloaded | undefined> = Promise.resolve(undefined);
  const reloadAndEmit = (isAccepted: Acceptance): Promise<Reloaded | undefined> => {
    const wasBad = problems.length > 0;
    latest = reloadNow(isAccepted)
      .catch((error: unknown): Reloaded => {
        problems = [describeFailure(error)];
        return { kind: "kept", version: inForce.version, problems };
      })
      .then((reloaded) => {
        if (reloaded !== undefined && (reloaded.kind !== "unchanged" || wasBad)) emit(reloaded);
        return reloaded;
      });
    return latest;
  };

  let isClosed = false;
  let endWatch = () => {};
  return {
    current: () => inForce,
    problems: () => problems,
    async reload({ force = false } = {}) {
      let reloaded = await reloadAndEmit(() => force);
      while (reloaded === undefined && !isClosed) reloaded = await latest;
      return reloaded ?? { kind: "ended", version: inForce.version };
    },
    watch(times = WATCH_TIMES) {
      endWatch();
      const endFollowing = lastGood.follow(5 * times.every, (version) => {
        // Another process has put it in force. If a moderator accepted changed golden questions there, accept them here too,
        // for this version only.
        if (version !== inForce.version) void reloadAndEmit((prepared) => prepared === version);
      });
      const endWatching = watchFolder(dataFolder, seen, times, () => void reloadAndEmit(() => false));
      endWatch = () => {
        endFollowing();
        endWatching();
      };
    },
    onNews: (listener) => void listeners.push(listener),
    async close() {
      isClosed = true;
      endWatch();
      queue.close();
      for (const worker of workers) worker.stop();
      await Promise.all([latest, ...[...workers].map(({ ended }) => ended)]);
    },
  };
}

/** `before` is what was in force until now. Throws if what was learned is no longer in the cache. */
function createInForce(
  { knowledge, learned: given, files: received, ...rest }: Prepared,
  cacheFolder: string,
  before?: InForce,
): InForce {
  // Copied, because each is a view of the whole message that the worker sent, which is twice as large.
  const files = new Map([...received].map(([name, content]) => [name, new Uint8Array(content)]));
  const known = before?.learnedKey === rest.learnedKey ? before.learned : undefined;
  const learned = given ?? known ?? recallLearned(rest.learnedKey, cacheFolder);
  if (learned === undefined) throw new Error("what was learned from the data is missing");
  return { ...rest, files, learned, answerer: rememberAnswers(createAnswerer(knowledge, learned)) };
}
