/** A data folder of the small set in a temporary place, and the data in force that comes from it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { DataNews } from "../../src/core/quality/news.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { type LiveData, openLiveData } from "../../src/store/live-data.js";
import { smallFiles, writeDataFiles } from "../data.js";
import { startWorkerInProcess } from "./worker-in-process.js";

export const ON = "2021-02-01" as CalendarDate;

/** `startWorker`: a start of a process for the tests that are about processes. */
export function openTemporary({ startWorker = startWorkerInProcess } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "live-"));
  const opened: LiveData[] = [];
  onTestFinished(async () => {
    for (const live of opened) await live.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const [dataFolder, stateFolder, cacheFolder] = ["data", "state", "cache"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(dataFolder, file)), { recursive: true });
    writeFileSync(join(dataFolder, file), text);
  };
  const read = (file: string) => readFileSync(join(dataFolder, file), "utf8");
  writeDataFiles(dataFolder, smallFiles);
  const reports: string[] = [];
  const report = (problem: string) => void reports.push(problem);
  const meanwhile: string[] = [];
  const onLearning = (answersFrom: string) => void meanwhile.push(answersFrom);
  const open = async () => {
    const live = await openLiveData({
      ...{ dataFolder, stateFolder, cacheFolder, startWorker, report, onLearning },
      today: () => ON,
    });
    if ("current" in live) opened.push(live);
    return live;
  };
  return {
    folder,
    dataFolder,
    stateFolder,
    cacheFolder,
    reports,
    /** What the bot answered from while it learned, for each start that had to learn. */
    meanwhile,
    write,
    read,
    /** The text of a file with a part of it replaced, which must be there. */
    edited: (file: string, from: string, to: string) => {
      expect(read(file)).toContain(from);
      return read(file).replace(from, to);
    },
    edit: (file: string, from: string, to: string) => {
      expect(read(file)).toContain(from);
      write(file, read(file).replace(from, to));
    },
    copy: (name: string) => {
      cpSync(dataFolder, join(folder, name), { recursive: true });
      return join(folder, name);
    },
    open,
    openGood: async () => expectLive(await open()),
  };
}

export function expectLive(opened: LiveData | { problems: readonly string[] }): LiveData {
  if (!("current" in opened)) throw new Error(opened.problems.join("\n"));
  return opened;
}

/** What the answer to when it would have started says now. */
export const textFor = (live: LiveData): string => {
  const answer = live.current().answerer.answerLabel({ entry: "start-date" }, { on: ON });
  return answer?.kind === "entry" ? answer.entry.answer : "";
};

/** All news from now on. */
export function hear(live: LiveData): DataNews[] {
  const news: DataNews[] = [];
  live.onNews((one) => void news.push(one));
  return news;
}
