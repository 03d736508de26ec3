/** Keeps the files that were in force last, in case the bot starts on bad ones. */
import { readFileSync, unwatchFile, watchFile } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { DataFiles } from "../core/data/data-files.js";
import { errorCodeOf, messageOf } from "../process/error.js";
import { writeAtomically } from "../state/atomic-write.js";

const FILE = "last-good-data.json";
const kept = z.strictObject({ version: z.string(), files: z.record(z.string(), z.string()) });

export type LastGood = ReturnType<typeof openLastGood>;

export function openLastGood(stateFolder: string, report: (problem: string) => void) {
  const path = join(stateFolder, FILE);
  const read = (): z.output<typeof kept> | undefined => {
    try {
      return kept.parse(JSON.parse(readFileSync(path, "utf8")));
    } catch (error) {
      if (errorCodeOf(error) !== "ENOENT") report(`${path} cannot be used: ${messageOf(error)}`);
      return undefined;
    }
  };
  return {
    path,
    /** Returns undefined if there are none, or if they cannot be used, which is reported. */
    recall(): DataFiles | undefined {
      const found = read();
      return found && new Map(Object.entries(found.files).map(([name, text]) => [name, Buffer.from(text)]));
    },
    /**
     * Calls `onKept` for each set of files that any process keeps; looks every `interval` milliseconds. Returns the
     * function that ends this.
     */
    follow(interval: number, onKept: (version: string) => void): () => void {
      const look = () => {
        const found = read();
        if (found !== undefined) onKept(found.version);
      };
      watchFile(path, { interval, persistent: false }, look);
      return () => unwatchFile(path, look);
    },
    /** Reports a failed write instead of rejecting: the bot loses only its safety net. */
    async keep(version: string, files: DataFiles): Promise<void> {
      try {
        await writeAtomically(path, write(version, files));
      } catch (error) {
        report(`the good data could not be kept in ${path}: ${messageOf(error)}`);
      }
    },
  };
}

/** File by file: all of them in one text would be some megabytes for a moment. They are UTF-8, or they would not be good. */
function* write(version: string, files: DataFiles): Generator<string> {
  let before = `{"version":${JSON.stringify(version)},"files":{`;
  for (const [name, bytes] of files) {
    yield `${before}${JSON.stringify(name)}:${JSON.stringify(Buffer.from(bytes).toString("utf8"))}`;
    before = ",\n";
  }
  yield "}}\n";
}
