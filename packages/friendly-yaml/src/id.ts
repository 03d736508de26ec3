/** The names by which parts of the data refer to each other. */
import { z } from "zod";

export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens")
  .refine((text) => text !== "constructor", {
    error: "programs keep this name for themselves",
    params: { fix: "Write another one." },
  });
