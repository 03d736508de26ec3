/** The data in force: a good edit replaces all of it, a bad one changes nothing and says why. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { failedGolden } from "../../src/core/quality/golden.js";
import { startWorkerProcess } from "../../src/store/worker.js";
import { expectLive, hear, ON, openTemporary, textFor } from "./live-folder.js";
import { workersOf } from "./worker-processes.js";

describe("a reload", () => {
  it("puts a good edit in force, the old data being whole until then", async () => {
    const { open, edit } = openTemporary();
    const live = expectLive(await open());
    const before = live.current();
    edit("answers/dates.yaml", "45 days after", "forty-five days after");
    expect(live.current()).toBe(before);
    const reloaded = await live.reload();
    expect(reloaded).toMatchObject({ kind: "replaced", version: live.current().version });
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
    expect(await live.reload()).toMatchObject({
      kind: "kept",
      problems: [expect.stringMatching(/cannot be read: .* is not there/)],
    });
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

  it("that the end of the bot cuts off claims nothing of the files", async () => {
    const { open, edit } = openTemporary();
    const live = expectLive(await open());
    edit("sources.yaml", "tier: primary", "tier: golden");
    const reloaded = live.reload();
    await live.close();
    expect(await reloaded).toEqual({ kind: "ended", version: live.current().version });
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

describe("an edit that changes the reply to a golden question", () => {
  const GOLDEN = '{ ask: "when did it begin", expect: start-date }';
  /** The question that was answered becomes one that must not be. */
  const breaking = (temporary: ReturnType<typeof openTemporary>) => {
    temporary.edit("golden.yaml", GOLDEN, '{ ask: "when did it begin", expect: none }');
  };

  it("starts from data that keeps the reply to each golden question", async () => {
    const { answerer } = (await openTemporary().openGood()).current();
    expect(failedGolden(answerer, ON)).toEqual([]);
  });

  it("is held back, with what is expected and what it would be", async () => {
    const temporary = openTemporary();
    const live = await temporary.openGood();
    const { version } = live.current();
    breaking(temporary);
    const reloaded = await live.reload();
    expect(reloaded).toMatchObject({ kind: "held", version, failed: [{ golden: { expect: ["none"] } }] });
    expect(live.current().version).toBe(version);
    expect(live.problems()).toEqual([
      expect.stringMatching(/golden\.yaml: "when did it begin": none is expected, but/),
    ]);
  });

  it("comes into force where a moderator accepts that, and then holds nothing back any more", async () => {
    const temporary = openTemporary();
    const live = await temporary.openGood();
    breaking(temporary);
    await live.reload();
    const accepted = await live.reload({ force: true });
    expect(accepted).toMatchObject({ kind: "replaced", failed: [{ golden: { expect: ["none"] } }] });
    expect(live.problems()).toEqual([]);
    temporary.edit("answers/dates.yaml", "45 days after", "later than");
    expect(await live.reload()).toMatchObject({ kind: "replaced", failed: [] });
  });

  it("is accepted by every process with the same state folder once it is by one", async () => {
    const temporary = openTemporary();
    const [one, other] = [await temporary.openGood(), await temporary.openGood()];
    other.watch({ every: 20, quiet: 10 });
    breaking(temporary);
    await expect.poll(() => other.problems()).toHaveLength(1);
    await one.reload({ force: true });
    await expect.poll(() => other.current().version).toBe(one.current().version);
    expect(other.problems()).toEqual([]);
  });

  it("is not accepted with it where the files are bad", async () => {
    const temporary = openTemporary();
    const live = await temporary.openGood();
    temporary.edit("answers/dates.yaml", "reviewed:", "revued:");
    expect(await live.reload({ force: true })).toMatchObject({ kind: "kept" });
  });

  it("does not slip in with a restart", async () => {
    const temporary = openTemporary();
    const { version } = (await temporary.openGood()).current();
    breaking(temporary);
    const live = await temporary.openGood();
    expect(live.current().version).toBe(version);
    expect(live.problems()).toEqual([expect.stringContaining("when did it begin")]);
    await live.reload({ force: true });
    expect((await temporary.openGood()).problems()).toEqual([]);
  });

  it("is no reason not to start where nothing was in force before", async () => {
    const temporary = openTemporary();
    breaking(temporary);
    expect((await temporary.openGood()).problems()).toEqual([]);
  });
});

describe("whoever listens", () => {
  it("hears what came of each edit, and what it moves", async () => {
    const temporary = openTemporary();
    const live = await temporary.openGood();
    const news = hear(live);
    temporary.edit("answers/dates.yaml", "45 days after", "later than");
    await live.reload();
    temporary.edit("answers/dates.yaml", "reviewed:", "revued:");
    await live.reload();
    temporary.edit("answers/dates.yaml", "revued:", "reviewed:");
    await live.reload();
    expect(news.map(({ kind }) => kind)).toEqual(["replaced", "kept", "unchanged"]);
    expect(news[0]).toMatchObject({
      counts: expect.stringContaining("2 answers, "),
      moves: { texts: [{ labels: ["start-date"] }] },
    });
  });

  it("hears nothing where nothing was wrong and nothing has changed", async () => {
    const live = await openTemporary().openGood();
    const news = hear(live);
    await live.reload();
    expect(news).toEqual([]);
  });

  it("hears that learning has begun, where there is something new to learn, before what came of it", async () => {
    const temporary = openTemporary();
    const live = await temporary.openGood();
    const news = hear(live);
    temporary.edit("phrasings/dates.txt", "when does it start", "which day does it start on");
    expect(await live.reload({ force: true })).toMatchObject({ kind: "replaced" });
    expect(news.map(({ kind }) => kind)).toEqual(["learning", "replaced"]);
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

describe("a start on question lists that are new", () => {
  const addPhrasing = ({ edit }: ReturnType<typeof openTemporary>) =>
    edit("phrasings/dates.txt", "when does it start", "when does it start\nwhich day does it start on");

  it("answers from the last good data at once, and from the new data once it has learned", async () => {
    const temporary = openTemporary();
    const { version } = (await temporary.openGood()).current();
    addPhrasing(temporary);
    const live = await temporary.openGood();
    expect([live.current().version, live.problems()]).toEqual([version, []]);
    expect(temporary.meanwhile).toEqual(["nothing", "last good data"]);
    const news = hear(live);
    live.watch({ every: 15, quiet: 45 });
    await expect.poll(() => live.current().version).not.toBe(version);
    await expect.poll(() => news.map(({ kind }) => kind)).toContain("replaced");
    const { version: learned } = live.current();
    expect((await temporary.openGood()).current().version).toBe(learned);
    expect(temporary.meanwhile).toHaveLength(2);
  });

  it("learns first where the last good data must be learned from too", async () => {
    const temporary = openTemporary();
    const { version } = (await temporary.openGood()).current();
    addPhrasing(temporary);
    rmSync(temporary.cacheFolder, { recursive: true });
    expect((await temporary.openGood()).current().version).not.toBe(version);
    expect(temporary.meanwhile).toEqual(["nothing", "nothing"]);
  });
});

it("once closed leaves no worker process that would still write", async () => {
  const others = workersOf(process.pid);
  const own = () => workersOf(process.pid).filter((id) => !others.includes(id));
  const { folder, openGood } = openTemporary({ startWorker: startWorkerProcess });
  // So much that the process which reads it once more after a start is not done yet.
  cpSync("data", join(folder, "data"), { recursive: true });
  const live = await openGood();
  await live.close();
  expect(own()).toEqual([]);
});

it("goes on where the good data cannot be kept, and reports it", async () => {
  const { open, stateFolder, reports } = openTemporary();
  writeFileSync(stateFolder, "a file where the folder should be");
  expect(textFor(expectLive(await open()))).not.toBe("");
  expect(reports).toContainEqual(expect.stringContaining("could not be kept"));
  expect(existsSync(join(stateFolder, "last-good-data.json"))).toBe(false);
});

it("holds on to nothing of what is no longer in force", async () => {
  const temporary = openTemporary();
  const live = await temporary.openGood();
  const past: WeakRef<object>[] = [];
  for (let time = 0; time < 12; time++) {
    past.push(new WeakRef(live.current().answerer), new WeakRef(live.current().files));
    const text = temporary.read("answers/dates.yaml");
    temporary.write("answers/dates.yaml", text.replace(/On .*\{date.e/, `On ${time}, {date.e`));
    expect(await live.reload()).toMatchObject({ kind: "replaced" });
  }
  const left = () => {
    collectGarbage();
    return past.filter((one) => one.deref() !== undefined).length;
  };
  await expect.poll(left).toBe(0);
});

/** What is still in memory afterwards is held by something. */
function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  collect();
}
