/** However a data file is saved, and wherever the folder is, it is one reload, soon after; nothing half written counts. */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hear, openTemporary, textFor } from "./live-folder.js";

const TIMES = { every: 15, quiet: 45 };
const ANSWERS = "answers/dates.yaml";
const CHANGE = ["45 days after", "later than"] as const;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const entryOf = (id: string) => `${id}:
  question: Where do purple animals sleep, such as ${id}?
  answer: In the hills.
  cites: []
  reviewed: 2026-11-23
`;

async function openWatched(prepare?: (temporary: ReturnType<typeof openTemporary>) => void, times = TIMES) {
  const temporary = openTemporary();
  prepare?.(temporary);
  const live = await temporary.openGood();
  const news = hear(live);
  live.watch(times);
  return {
    ...temporary,
    live,
    news,
    path: (file: string) => join(temporary.dataFolder, file),
    changed: () => temporary.edited(ANSWERS, ...CHANGE),
    /** Waits until the changed answer is in force. */
    inForce: () => expect.poll(() => textFor(live)).toContain("later than"),
    told: (kind: string) => expect.poll(() => news.map((one) => one.kind)).toContain(kind),
  };
}

describe("a change is seen and in force", () => {
  it("where an editor writes over the file", async () => {
    const { write, changed, inForce } = await openWatched();
    write(ANSWERS, changed());
    await inForce();
  });

  it("where an editor writes another file and renames it over the old one, again and again", async () => {
    const { path, changed, inForce, live, edited } = await openWatched();
    writeFileSync(path(`${ANSWERS}~`), changed());
    renameSync(path(`${ANSWERS}~`), path(ANSWERS));
    await inForce();
    writeFileSync(path(`${ANSWERS}~`), edited(ANSWERS, "later than", "long after"));
    renameSync(path(`${ANSWERS}~`), path(ANSWERS));
    await expect.poll(() => textFor(live)).toContain("long after");
  });

  it("where an editor moves the old file away, and writes a new one in its place", async () => {
    const { path, changed, inForce, news } = await openWatched();
    const text = changed();
    renameSync(path(ANSWERS), path(`${ANSWERS}.bak`));
    writeFileSync(path(ANSWERS), text);
    await inForce();
    expect(news.filter(({ kind }) => kind === "kept")).toEqual([]);
  });

  it("where size and time of change are what they were", async () => {
    const { path, write, read, live } = await openWatched();
    const then = new Date(2020, 1, 1);
    utimesSync(path(ANSWERS), then, then);
    await pause(150);
    write(ANSWERS, read(ANSWERS).replace("45 days", "54 days"));
    utimesSync(path(ANSWERS), then, then);
    await expect.poll(() => textFor(live)).toContain("54 days");
  });

  it("where a file is renamed", async () => {
    const { path, told, live } = await openWatched();
    renameSync(path(ANSWERS), path("answers/days.yaml"));
    await told("replaced");
    expect(live.current().answerer.knowledge.entries["start-date"]?.topic).toBe("days");
  });

  it("where the folder is removed and made anew", async () => {
    const { dataFolder, copy, write, changed, inForce, told, live } = await openWatched();
    write("answers/dates.yaml", changed());
    const elsewhere = copy("elsewhere");
    rmSync(dataFolder, { recursive: true });
    await told("kept");
    expect(textFor(live)).not.toBe("");
    cpSync(elsewhere, dataFolder, { recursive: true });
    await inForce();
    expect(live.problems()).toEqual([]);
  });

  it("where the folder is a link, and the link is turned to another folder", async () => {
    const { folder, copy, dataFolder, read, inForce } = await openWatched(({ copy, dataFolder, folder }) => {
      copy("one");
      rmSync(dataFolder, { recursive: true });
      symlinkSync(join(folder, "one"), dataFolder);
    });
    copy("two");
    writeFileSync(join(folder, "two", ANSWERS), read(ANSWERS).replace(...CHANGE));
    symlinkSync(join(folder, "two"), join(folder, "new-link"));
    renameSync(join(folder, "new-link"), dataFolder);
    await inForce();
  });

  it("where a file is a link to one elsewhere, which is edited", async () => {
    const { folder, changed, inForce } = await openWatched(({ folder, dataFolder }) => {
      renameSync(join(dataFolder, ANSWERS), join(folder, "linked.yaml"));
      symlinkSync(join(folder, "linked.yaml"), join(dataFolder, ANSWERS));
    });
    writeFileSync(join(folder, "linked.yaml"), changed());
    await inForce();
  });

  it("where a mounted configuration turns its hidden link to a new version", async () => {
    const { dataFolder, changed, inForce, news, told } = await openWatched(({ copy, dataFolder }) => {
      const all = copy("all");
      rmSync(dataFolder, { recursive: true });
      mkdirSync(dataFolder);
      renameSync(all, join(dataFolder, "..version-1"));
      symlinkSync("..version-1", join(dataFolder, "..data"));
      for (const name of readdirSync(join(dataFolder, "..data")))
        symlinkSync(join("..data", name), join(dataFolder, name));
    });
    const text = changed();
    cpSync(join(dataFolder, "..version-1"), join(dataFolder, "..version-2"), { recursive: true });
    writeFileSync(join(dataFolder, "..version-2", ANSWERS), text);
    symlinkSync("..version-2", join(dataFolder, "..data_tmp"));
    renameSync(join(dataFolder, "..data_tmp"), join(dataFolder, "..data"));
    await inForce();
    await told("replaced");
    expect(news).toHaveLength(1);
  });
});

describe("many changes at once", () => {
  /** Longer than a busy machine lets the test wait between two changes. */
  const PATIENT = { ...TIMES, quiet: 500 };

  it("are one reload, as a pull of twenty files is", async () => {
    const { write, changed, inForce, news } = await openWatched(undefined, PATIENT);
    for (let file = 0; file < 19; file++) {
      const id = `llama-${file}`;
      write(`answers/${id}.yaml`, entryOf(id));
      await pause(3);
    }
    write(ANSWERS, changed());
    await inForce();
    await expect.poll(() => news.map(({ kind }) => kind)).toContain("replaced");
    await pause(150);
    expect(news.map(({ kind }) => kind)).toEqual(["learning", "replaced"]);
  });

  it("that arrive in pieces are looked at once they are whole", async () => {
    const { write, changed, inForce, news } = await openWatched(undefined, PATIENT);
    const text = changed();
    for (let part = 1; part <= 6; part++) {
      write(ANSWERS, text.slice(0, Math.ceil((text.length * part) / 6)));
      await pause(20);
    }
    await inForce();
    expect(news.filter(({ kind }) => kind === "kept")).toEqual([]);
  });

  it("are not told as bad where the rest comes a little later than it should", async () => {
    const { write, changed, inForce, news } = await openWatched();
    const text = changed();
    write(ANSWERS, text.slice(0, 200));
    await pause(TIMES.quiet * 3);
    write(ANSWERS, text);
    await inForce();
    expect(news.filter(({ kind }) => kind === "kept")).toEqual([]);
  });
});

describe("a bad save", () => {
  it("is told, and mended by the next good one", async () => {
    const { write, read, told, live, changed, inForce } = await openWatched();
    const text = changed();
    write(ANSWERS, read(ANSWERS).replace("reviewed:", "revued:"));
    await told("kept");
    expect(live.problems()[0]).toContain(ANSWERS);
    write(ANSWERS, text);
    await inForce();
    expect(live.problems()).toEqual([]);
  });

  it("is also a file that is gone", async () => {
    const { path, told, live } = await openWatched();
    unlinkSync(path("words.yaml"));
    await told("kept");
    expect(live.problems()).toEqual([expect.stringContaining("words.yaml")]);
  });
});

describe("nothing is read anew", () => {
  it("for what editors keep beside the files", async () => {
    const { dataFolder, news, live } = await openWatched();
    const { version } = live.current();
    symlinkSync("somebody@machine.1234", join(dataFolder, "answers", ".#dates.yaml"));
    writeFileSync(join(dataFolder, ".words.yaml.swp"), "\0");
    writeFileSync(join(dataFolder, "answers", "dates.yaml~"), "half");
    await pause(250);
    expect(news).toEqual([]);
    expect(live.current().version).toBe(version);
  });

  it("once the bot has ended", async () => {
    const { live, write, changed } = await openWatched();
    await live.close();
    write(ANSWERS, changed());
    await pause(200);
    expect(textFor(live)).not.toContain("later than");
  });
});

it("an edit from before the watch, and after the start, counts", async () => {
  const temporary = openTemporary();
  const live = await temporary.openGood();
  temporary.edit(ANSWERS, ...CHANGE);
  live.watch(TIMES);
  await expect.poll(() => textFor(live)).toContain("later than");
});
