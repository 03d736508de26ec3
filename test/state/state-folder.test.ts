/** The state folder: what moderators set outlives restarts, crashes and broken files. */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { ServerChannels } from "../../src/command/context.js";
import { writeAtomically } from "../../src/state/atomic-write.js";
import { OWNER } from "../../src/state/owner.js";
import { openStateFolder } from "../../src/state/state-folder.js";

const SERVER = "1234567890123456789";
const OTHER = "2234567890123456789";
const CHANNEL = "3234567890123456789";

function openTemporary() {
  const folder = mkdtempSync(join(tmpdir(), "state-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const reports: string[] = [];
  const open = () => openStateFolder(folder, (problem) => reports.push(problem)).channels;
  const servers = join(folder, "servers");
  return { folder, servers, reports, open, file: join(servers, `${SERVER}.json`) };
}

const list = (id: string) => (now: ServerChannels) => ({ ...now, listed: { ...now.listed, [id]: "chat" as const } });

/** A state folder in which that file was before the bot started. */
function openWith(content: string) {
  const temporary = openTemporary();
  mkdirSync(temporary.servers);
  writeFileSync(temporary.file, content);
  return temporary;
}

describe("the settings of a server", () => {
  it("are empty until somebody sets something", () => {
    const channels = openTemporary().open();
    expect(channels.of(SERVER)).toEqual({ listed: {} });
    expect(channels.isAnyListed()).toBe(false);
  });

  it("outlive a restart, each server's in a file of its own", async () => {
    const { open, servers } = openTemporary();
    const channels = open();
    await channels.change(SERVER, (now) => ({ ...now, listed: { [CHANNEL]: "chat" } }));
    await channels.change(OTHER, (now) => ({ ...now, moderators: CHANNEL }));
    const again = open();
    expect(again.of(SERVER)).toEqual({ listed: { [CHANNEL]: "chat" } });
    expect(again.of(OTHER)).toEqual({ listed: {}, moderators: CHANNEL });
    expect(again.isAnyListed()).toBe(true);
    expect(readdirSync(servers).sort()).toEqual([`${SERVER}.json`, `${OTHER}.json`]);
  });

  it("are read as chat channels from a file that knows no other kind, and written with their kind", async () => {
    const { open, file } = openWith(`{ "ambient": ["${CHANNEL}"], "moderators": "${OTHER}" }`);
    const channels = open();
    expect(channels.of(SERVER)).toEqual({ listed: { [CHANNEL]: "chat" }, moderators: OTHER });
    await channels.change(SERVER, (now) => now);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ listed: { [CHANNEL]: "chat" }, moderators: OTHER });
  });

  it("stay what they are if the change is refused", async () => {
    const { open, servers } = openTemporary();
    const channels = open();
    const changed = await channels.change(SERVER, () => ({ kind: "refused", problem: "no more room" }));
    expect(changed).toEqual({ kind: "failed", problem: "no more room" });
    expect(readdirSync(servers)).toEqual([]);
  });

  it("are the same for every process that shares the folder, as soon as one of them has saved", async () => {
    const { open } = openTemporary();
    const [one, other] = [open(), open()];
    expect(other.of(SERVER)).toEqual({ listed: {} });
    await one.change(SERVER, (now) => ({ ...now, listed: { [CHANNEL]: "chat" } }));
    expect(other.of(SERVER)).toEqual({ listed: { [CHANNEL]: "chat" } });
    await other.change(SERVER, (now) => ({ ...now, moderators: CHANNEL }));
    expect(one.of(SERVER)).toEqual({ listed: { [CHANNEL]: "chat" }, moderators: CHANNEL });
  });

  it("lose nothing when several moderators change them at once", async () => {
    const { open } = openTemporary();
    const channels = open();
    const ids = Array.from({ length: 20 }, (_, index) => String(BigInt(CHANNEL) + BigInt(index)));
    await Promise.all(ids.map((id) => channels.change(SERVER, list(id))));
    expect(Object.keys(open().of(SERVER).listed)).toEqual(ids);
  });

  it("lose nothing when several processes change them at once", async () => {
    const { open, servers } = openTemporary();
    const processes = Array.from({ length: 4 }, open);
    const ids = processes.flatMap((_, index) =>
      Array.from({ length: 5 }, (_, at) => String(BigInt(CHANNEL) + BigInt(10 * index + at))),
    );
    const changed = await Promise.all(ids.map((id, at) => processes[at % 4]?.change(SERVER, list(id))));
    // A change that waits for two seconds is refused.
    const saved = ids.filter((_, at) => changed[at]?.kind === "saved");
    expect(saved).not.toEqual([]);
    expect(Object.keys(open().of(SERVER).listed).sort()).toEqual(saved);
    expect(readdirSync(servers)).toEqual([`${SERVER}.json`]);
  });

  it("can be changed though a process died while it changed them", async () => {
    const { open, file, servers } = openTemporary();
    const channels = open();
    writeFileSync(`${file}.lock`, "");
    const longAgo = new Date(Date.now() - 11_000);
    utimesSync(`${file}.lock`, longAgo, longAgo);
    expect(await channels.change(SERVER, () => ({ listed: { [CHANNEL]: "chat" } }))).toMatchObject({ kind: "saved" });
    expect(readdirSync(servers)).toEqual([`${SERVER}.json`]);
  });

  it("can be changed at once though a process was killed while it changed them", async () => {
    const { open, file, servers } = openTemporary();
    const channels = open();
    writeFileSync(`${file}.lock`, endedOwner());
    expect(await channels.change(SERVER, list(CHANNEL))).toMatchObject({ kind: "saved" });
    expect(readdirSync(servers)).toEqual([`${SERVER}.json`]);
  });

  it("stay what they were where another process does not finish changing them, and say so", async () => {
    const { open, file } = openTemporary();
    const channels = open();
    writeFileSync(`${file}.lock`, "");
    const changed = await channels.change(SERVER, () => ({ listed: { [CHANNEL]: "chat" } }));
    expect(changed).toEqual({ kind: "failed", problem: expect.stringContaining("try again") });
    expect(channels.of(SERVER)).toEqual({ listed: {} });
    expect(existsSync(`${file}.lock`)).toBe(true);
  });

  it("are in force only once they are on the disk", async () => {
    const { open, servers } = openTemporary();
    const channels = open();
    const changing = channels.change(SERVER, () => ({ listed: { [CHANNEL]: "chat" } }));
    expect(channels.of(SERVER).listed).toEqual({});
    await changing;
    expect(channels.of(SERVER).listed).toEqual({ [CHANNEL]: "chat" });
    expect(readdirSync(servers).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("stay what they were where the change cannot be saved, and say so without naming a path", async () => {
    const { open, servers, reports } = openTemporary();
    const channels = open();
    await channels.change(SERVER, (now) => now);
    rmSync(servers, { recursive: true });
    writeFileSync(servers, "a file where the folder was");
    const changed = await channels.change(SERVER, () => ({ listed: { [CHANNEL]: "chat" } }));
    expect(changed).toEqual({ kind: "failed", problem: expect.stringContaining("could not be saved") });
    expect(JSON.stringify(changed)).not.toContain(servers);
    expect(channels.of(SERVER)).toEqual({ listed: {} });
    expect(reports).toContainEqual(expect.stringContaining("cannot be written"));
  });

  it("survive a crash in the middle of a write", async () => {
    const { open, file } = openTemporary();
    await open().change(SERVER, () => ({ listed: { [CHANNEL]: "chat" } }));
    writeFileSync(`${file}.tmp`, '{"listed": {');
    expect(open().of(SERVER)).toEqual({ listed: { [CHANNEL]: "chat" } });
  });

  it.each([
    ["is no number", "../../etc/passwd"],
    ["is empty", ""],
    ["is longer than any id", "1".repeat(21)],
    ["has a slash", "1/2"],
  ])("are never looked for where the server's id %s", async (_, id) => {
    const { open, folder } = openTemporary();
    const channels = open();
    expect(channels.of(id)).toEqual({ listed: {} });
    expect(await channels.change(id, (now) => now)).toMatchObject({ kind: "failed" });
    expect(readdirSync(folder)).toEqual(["servers"]);
  });
});

/** As a process is named that has ended. */
const endedOwner = () => OWNER.replace(`-${process.pid}-`, `-${spawnSync(process.execPath, ["-e", ""]).pid}-`);

describe("a write that does not end", () => {
  it("because it fails leaves no file behind, and the old content in place", async () => {
    const { folder } = openTemporary();
    const file = join(folder, "last-good-data.json");
    await writeAtomically(file, "old");
    function* failing() {
      yield "the beginning";
      throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
    }
    await expect(writeAtomically(file, failing())).rejects.toThrow("no space");
    expect(readdirSync(folder)).toEqual(["last-good-data.json"]);
    expect(readFileSync(file, "utf8")).toBe("old");
  });

  it("because its process was killed leaves files that the next start removes, but none of a process that runs", () => {
    const { folder, servers, open } = openTemporary();
    mkdirSync(servers);
    const ended = endedOwner();
    const left = [
      join(folder, `last-good-data.json.${ended}.0a1b2c3d.tmp`),
      join(servers, `${SERVER}.json.${ended}.0a1b2c3d.tmp`),
      join(servers, `${OTHER}.json.lock`),
    ];
    for (const path of left) writeFileSync(path, ended);
    // Versions before this one named no process.
    const older = join(folder, "last-good-data.json.0a1b2c3d.tmp");
    writeFileSync(older, "");
    utimesSync(older, new Date(0), new Date(0));
    const running = [join(folder, `last-good-data.json.${OWNER}.1a1b2c3d.tmp`), join(servers, `${SERVER}.json.lock`)];
    for (const path of running) writeFileSync(path, OWNER);
    open();
    expect([...left, older].filter((path) => existsSync(path))).toEqual([]);
    expect(running.filter((path) => existsSync(path))).toEqual(running);
  });
});

describe("a broken file", () => {
  it.each([
    ["cut in the middle", '{"listed": {"12'],
    ["empty", ""],
    ["with a field that is not known", `{"listed": {}, "colour": "red"}`],
    ["with a channel that is no id", `{"listed": {"general": "chat"}}`],
    ["with a kind of channel that is not known", `{"listed": {"${CHANNEL}": "loud"}}`],
    ["without its list", "{}"],
  ])("%s is reported at the start and counts as empty", (_, content) => {
    const { open, file, reports } = openWith(content);
    expect(open().of(SERVER)).toEqual({ listed: {} });
    expect(reports).toEqual([expect.stringContaining(`${SERVER}.json is broken`)]);
    expect(readFileSync(file, "utf8")).toBe(content);
  });

  it("is copied before it is written over", async () => {
    const { open, servers } = openWith("what somebody wrote");
    await open().change(SERVER, () => ({ listed: { [CHANNEL]: "chat" } }));
    const copies = readdirSync(servers).filter((name) => name.includes(".broken-"));
    expect(copies.map((name) => readFileSync(join(servers, name), "utf8"))).toEqual(["what somebody wrote"]);
    expect(open().of(SERVER)).toEqual({ listed: { [CHANNEL]: "chat" } });
  });

  it("that cannot even be read is not written over", async () => {
    const { open, file, servers } = openWith("");
    rmSync(file);
    mkdirSync(file);
    const channels = open();
    expect(await channels.change(SERVER, () => ({ listed: { [CHANNEL]: "chat" } }))).toMatchObject({ kind: "failed" });
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(servers)).toEqual([`${SERVER}.json`]);
  });
});

it("the home server of the last start is remembered, and a broken record counts as none", async () => {
  const { folder, reports } = openTemporary();
  const open = () => openStateFolder(folder, (problem) => reports.push(problem)).homeRecord;
  expect(open().last()).toBeUndefined();
  await open().save(SERVER);
  expect(open().last()).toBe(SERVER);
  await open().save(undefined);
  expect([open().last(), reports]).toEqual([undefined, []]);
  writeFileSync(join(folder, "home-server.json"), "{");
  expect(open().last()).toBeUndefined();
  expect(reports).toEqual([expect.stringContaining("home-server.json cannot be read")]);
});
