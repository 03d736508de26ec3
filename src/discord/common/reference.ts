import { randomBytes } from "node:crypto";

/** Returns a short random text under which the log has an error and a person can report it. */
export const createReference = (): string => randomBytes(4).toString("hex");
