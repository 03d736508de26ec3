/** The data in force: a good edit replaces all of it, a bad one changes nothing and says why. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { CalendarDate } from "../src/core/calendar.js";
import { type LiveData, openLiveData } from "../src/live-data.js";
import { smallFiles, textOf } from "./data.js";

const ON = "2021-02-01" as CalendarDate;

function openTemporary() {
  const folder = mkdtempSync(join(tmpdir(), "live-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [dataFolder, stateFolder, cacheFolder] = ["data", "state", "cache"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(dataFolder, file)), { recursive: true });
    writeFileSync(join(dataFolder, file), text);
  };
  for (const file of smallFiles.keys()) write(file, textOf(smallFiles, file));
  const reports: string[] = [];
  const report = (problem: string) => void reports.push(problem);
  return {
    dataFolder,
    stateFolder,
    reports,
    write,
    edit: (file: string, from: string, to: string) => {
      const text = readFileSync(join(dataFolder, file), "utf8");
      expect(text).toContain(from);
      write(file, text.replace(from, to));
    },
    open: async () => await openLiveData({ dataFolder, stateFolder, cacheFolder, followEvery: 20, report }),
  };
}

function expectLive(opened: LiveData | { problems: readonly string[] }): LiveData {
  if (!("current" in opened)) throw new Error(opened.problems.join("\n"));
  return opened;
}

const textFor = (live: LiveData): string => {
  const answer = live.current().answerer.answerLabel({ entry: "start-date" }, { on: ON });
  return answer?.kind === "entry" ? answer.entry.answer : "";
};

describe("a reload", () => {
  it("puts a good edit in force, the old data being whole until then", async () => {
    const { open, edit } = openTemporary();
    const live = expectLive(await open());
    const before = live.current();
    edit("answers/dates.yaml", "45 days after", "forty-five days after");
    expect(live.current()).toBe(before);
    const reloaded = await live.reload();
    expect(reloaded).toEqual({ kind: "replaced", version: live.current().version });
    expect(live.current().version).not.toBe(before.version);
    expect(textFor(live)).toContain("forty-five days");
    expect(live.problems()).toEqual([]);
  });

  it("keeps the last good data over a bad edit, and names the file, line and entry", async () => {
    const { open, edit } = openTemporary();
    const live = expectLive(await open());
    const before = live.current();
    edit("answers/dates.yaml", "source: the-order", "source: no-such-source");
    const reloaded = await live.reload();
    expect(reloaded).toMatchObject({ kind: "kept", version: before.version });
    expect(live.problems()).toEqual([
      expect.stringMatching(/^answers\/dates\.yaml:\d+:\d+ start-date, .*no-such-source/),
    ]);
    expect(live.current()).toBe(before);
  });

  it("keeps it too where the whole folder is gone", async () => {
    const { open, dataFolder } = openTemporary();
    const live = expectLive(await open());
    rmSync(dataFolder, { recursive: true });
    expect(await live.reload()).toMatchObject({ kind: "kept", problems: [expect.stringContaining("cannot be read")] });
    expect(textFor(live)).not.toBe("");
  });

  it("says that nothing has changed, and forgets the problems once they are mended", async () => {
    const { open, edit } = openTemporary();
    const live = expectLive(await open());
    const { version } = live.current();
    expect(await live.reload()).toEqual({ kind: "unchanged", version });
    edit("sources.yaml", "tier: primary", "tier: golden");
    await live.reload();
    expect(live.problems()).not.toEqual([]);
    edit("sources.yaml", "tier: golden", "tier: primary");
    expect(await live.reload()).toEqual({ kind: "unchanged", version });
    expect(live.problems()).toEqual([]);
  });

  it("asked for during another sees the files as they are after the asking", async () => {
    const { open, edit } = openTemporary();
    const live = expectLive(await open());
    const first = live.reload();
    edit("answers/dates.yaml", "45 days after", "later than");
    const second = live.reload();
    await Promise.all([first, second]);
    expect(textFor(live)).toContain("later than");
  });
});

describe("two processes with one state folder", () => {
  it("have the same data in force: what one accepts, the other follows", async () => {
    const { open, edit } = openTemporary();
    const [one, other] = [expectLive(await open()), expectLive(await open())];
    edit("answers/dates.yaml", "45 days after", "later than");
    await one.reload();
    await expect.poll(() => other.current().version).toBe(one.current().version);
    expect(textFor(other)).toContain("later than");
  });

  it("are rid of a problem once one of them has seen it mended", async () => {
    const { open, edit } = openTemporary();
    const [one, other] = [expectLive(await open()), expectLive(await open())];
    edit("sources.yaml", "tier: primary", "tier: golden");
    await other.reload();
    expect(other.problems()).not.toEqual([]);
    edit("sources.yaml", "tier: golden", "tier: primary");
    await one.reload();
    await expect.poll(() => other.problems()).toEqual([]);
  });
});

describe("a start on bad files", () => {
  it("runs on the last good data, and says what is wrong", async () => {
    const { open, edit } = openTemporary();
    const { version } = expectLive(await open()).current();
    edit("answers/dates.yaml", "reviewed:", "revued:");
    const live = expectLive(await open());
    expect(live.current().version).toBe(version);
    expect(textFor(live)).toContain("45 days after");
    expect(live.problems().join("\n")).toContain("answers/dates.yaml:");
  });

  it("runs on what a reload accepted last", async () => {
    const { open, edit } = openTemporary();
    const live = expectLive(await open());
    edit("answers/dates.yaml", "45 days after", "later than");
    await live.reload();
    edit("answers/dates.yaml", "reviewed:", "revued:");
    expect(textFor(expectLive(await open()))).toContain("later than");
  });

  it("puts the files in force again with a reload once they are mended", async () => {
    const { open, edit } = openTemporary();
    await open();
    edit("answers/dates.yaml", "reviewed:", "revued:");
    const live = expectLive(await open());
    edit("answers/dates.yaml", "revued:", "reviewed:");
    expect(await live.reload()).toMatchObject({ kind: "unchanged" });
    expect(live.problems()).toEqual([]);
  });

  it("is fatal where there was never good data, naming the problem", async () => {
    const { open, edit } = openTemporary();
    edit("answers/dates.yaml", "reviewed:", "revued:");
    const opened = await open();
    expect(opened).not.toHaveProperty("current");
    expect(opened.problems.toString()).toContain("answers/dates.yaml:");
    expect(opened.problems.toString()).toContain("no good data from an earlier run");
  });

  it.each([
    ["cut off", (text: string) => text.slice(0, 100)],
    ["of bad data", (text: string) => text.replaceAll("tier: primary", "tier: golden")],
    ["with a field that is not known", (text: string) => text.replace("{", '{"colour":"red",')],
  ])("is fatal where the kept file is one %s", async (_, damage) => {
    const { open, edit, stateFolder } = openTemporary();
    await open();
    const kept = join(stateFolder, "last-good-data.json");
    writeFileSync(kept, damage(readFileSync(kept, "utf8")));
    edit("answers/dates.yaml", "reviewed:", "revued:");
    expect(await open()).not.toHaveProperty("current");
  });
});

it("goes on where the good data cannot be kept, and reports it", async () => {
  const { open, stateFolder, reports } = openTemporary();
  writeFileSync(stateFolder, "a file where the folder should be");
  expect(textFor(expectLive(await open()))).not.toBe("");
  expect(reports).toEqual([expect.stringContaining("could not be kept")]);
  expect(existsSync(join(stateFolder, "last-good-data.json"))).toBe(false);
});
