/** Remembers which server was the home at the last start, so that its commands can be removed when another becomes it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { errorCodeOf, messageOf } from "../process/error.js";
import { writeAtomically } from "./atomic-write.js";

const file = z.strictObject({
  homeServer: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});

/** Opens the record. `report` gets every failure, which leaves commands on a former home and does no other harm. */
export function openHomeRecord(folder: string, report: (problem: string) => void) {
  const path = join(folder, "home-server.json");
  return {
    /** Returns undefined if there was none, or if the record cannot be read. */
    last(): string | undefined {
      try {
        return file.parse(JSON.parse(readFileSync(path, "utf8"))).homeServer;
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
