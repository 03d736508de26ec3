/** The name of an entry. A mistyped one is explained with the right one. */
import { z } from "zod";

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens")
  .refine((text) => text !== "constructor", {
    error: "programs keep this name for themselves",
    params: { fix: "Write another one." },
  });
