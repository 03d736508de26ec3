/** The folder that outlives a restart: each server's channels in one small file, never half written, and the last home. */
import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { ChannelSettings, ChannelsChanged, ServerChannels } from "../command/context.js";
import { errorCodeOf, messageOf } from "../process/error.js";
import { removeLeftovers, writeAtomically } from "./atomic-write.js";
import { withLock } from "./file-lock.js";

export type StateFolder = ReturnType<typeof openStateFolder>;

/** Discord's ids: 64 bits in decimal. Anything else must not become the name of a file. */
const ID = /^\d{1,20}$/;
const MAX_LISTED = 100;

const id = z.string().regex(ID);
const serverFile = z.strictObject({
  listed: z
    .record(id, z.enum(["questions", "chat"]))
    .refine((listed) => Object.keys(listed).length <= MAX_LISTED, `more than ${MAX_LISTED} channels are listed`),
  moderators: id.optional(),
});

/** Files from before there were two kinds of listed channel: all of those are chat channels. */
const olderFile = z
  .strictObject({ ambient: z.array(id).max(MAX_LISTED), moderators: id.optional() })
  .transform(({ ambient, ...rest }) => ({ listed: Object.fromEntries(ambient.map((id) => [id, "chat"])), ...rest }))
  .pipe(serverFile);

const homeFile = z.strictObject({ homeServer: id.optional() });

const NOTHING: ServerChannels = { listed: {} };

const BUSY = "This server's settings are being changed by someone else, so nothing was changed. Please try again.";

type Change = Parameters<ChannelSettings["change"]>[1];

interface Kept {
  readonly channels: ServerChannels;
  /** Of the file as it was read. */
  readonly stamp: string | undefined;
  /** The file could not be understood: a copy of it is kept before it is overwritten. */
  readonly broken?: true;
}

/**
 * Opens `folder`, and creates it if it is missing. `report` gets every file that cannot be read or understood; its server
 * has no settings. Throws if the folder cannot be created or listed.
 */
export function openStateFolder(folder: string, report: (problem: string) => void) {
  const servers = join(folder, "servers");
  mkdirSync(servers, { recursive: true });
  for (const each of [folder, servers]) removeLeftovers(each);
  const kept = new Map<string, Kept>();
  const writing = new Map<string, Promise<unknown>>();
  const fileOf = (serverId: string) => join(servers, `${serverId}.json`);

  /** Reads the file each time it has changed, because several processes may share the folder. */
  const recall = (serverId: string): Kept => {
    const file = fileOf(serverId);
    const stamp = stampOf(file);
    const known = kept.get(serverId);
    if (known !== undefined && (stamp === undefined || known.stamp === stamp)) return known;
    const read = { ...readServerFile(file, report), stamp };
    kept.set(serverId, read);
    return read;
  };

  const save = async (serverId: string, change: Change): Promise<ChannelsChanged> => {
    const { channels, broken } = recall(serverId);
    const changed = change(channels);
    if ("problem" in changed) return { kind: "failed", problem: changed.problem };
    const saved = serverFile.parse(changed);
    const file = fileOf(serverId);
    if (broken) await copyFile(file, `${file}.broken-${hash("sha256", readFileSync(file)).slice(0, 8)}`);
    await writeAtomically(file, `${JSON.stringify(saved, undefined, 2)}\n`);
    kept.set(serverId, { channels: saved, stamp: stampOf(file) });
    return { kind: "saved", channels: saved };
  };

  // Reads all files now, so that a broken one is reported at the start.
  for (const name of readdirSync(servers)) {
    const [, serverId = ""] = /^(.*)\.json$/.exec(name) ?? [];
    if (ID.test(serverId)) recall(serverId);
  }

  const channels: ChannelSettings = {
    of: (serverId) => (ID.test(serverId) ? recall(serverId).channels : NOTHING),
    isAnyListed: () => [...kept.values()].some(({ channels }) => Object.keys(channels.listed).length > 0),
    async change(serverId, change) {
      if (!ID.test(serverId)) return { kind: "failed", problem: "That is no server." };
      // Under the lock, reads what another process saved meanwhile, so that it is not lost.
      const turn = (writing.get(serverId) ?? Promise.resolve()).then(() =>
        withLock(fileOf(serverId), () => save(serverId, change)),
      );
      writing.set(
        serverId,
        turn.catch(() => undefined),
      );
      try {
        const done = await turn;
        if (done.kind === "done") return done.value;
        report(`${fileOf(serverId)} is being changed by another process, which does not finish`);
        return { kind: "failed", problem: BUSY };
      } catch (error) {
        const problem = describeError(error);
        report(`${fileOf(serverId)} cannot be written: ${problem}`);
        // Moderators of any server read this, so it names no path. The log does.
        const code = errorCodeOf(error) ?? "see the bot's log";
        return { kind: "failed", problem: `The settings could not be saved (${code}); nothing was changed.` };
      }
    },
  };
  return { channels, homeRecord: openHomeRecord(folder, report) };
}

/**
 * Remembers which server was the home at the last start, so that its commands can be removed when another becomes it.
 * A failure leaves commands on a former home and does no other harm.
 */
function openHomeRecord(folder: string, report: (problem: string) => void) {
  const path = join(folder, "home-server.json");
  return {
    /** Returns undefined if there was none, or if the record cannot be read. */
    last(): string | undefined {
      try {
        return homeFile.parse(JSON.parse(readFileSync(path, "utf8"))).homeServer;
      } catch (error) {
        if (errorCodeOf(error) !== "ENOENT") report(`${path} cannot be read: ${messageOf(error)}`);
        return undefined;
      }
    },
    async save(homeServer: string | undefined): Promise<void> {
      try {
        await writeAtomically(path, `${JSON.stringify({ homeServer })}\n`);
      } catch (error) {
        report(`${path} cannot be written: ${messageOf(error)}`);
      }
    },
  };
}

function readServerFile(file: string, report: (problem: string) => void): Omit<Kept, "stamp"> {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return { channels: NOTHING };
    report(`${file} cannot be read, so this server has no settings: ${describeError(error)}`);
    return { channels: NOTHING, broken: true };
  }
  try {
    return { channels: z.union([serverFile, olderFile]).parse(JSON.parse(text)) };
  } catch (error) {
    report(`${file} is broken, so this server has no settings; it stays as it is: ${describeError(error)}`);
    return { channels: NOTHING, broken: true };
  }
}

/** Returns a text that changes with each version of the file; undefined if the file system fails. */
function stampOf(file: string): string | undefined {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat === undefined ? "none" : `${stat.ino} ${stat.mtimeMs} ${stat.size}`;
  } catch {
    return undefined;
  }
}

function describeError(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map(({ path, message }) => [...path.map(String), message].join(": ")).join("; ");
  return messageOf(error);
}
