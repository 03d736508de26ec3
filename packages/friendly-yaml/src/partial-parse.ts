/** Parses what is good in a broken file, so that one mistake does not hide another. */
import type { z } from "zod";

/** The most names on a path into a file that are looked at: `{group: {id: {field: {part: …}}}}`. */
const MAX_DEPTH = 4;

/** Parses `raw` without the fields that have `issues`, or without their parents; undefined if nothing good remains. */
export function partialParse<S extends z.ZodType>(
  raw: unknown,
  issues: readonly z.core.$ZodIssue[],
  schema: S,
): z.output<S> | undefined {
  const paths = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  for (let depth = MAX_DEPTH; depth > 0; depth--) {
    const copy: unknown = structuredClone(raw);
    for (const path of paths) removeAt(copy, path.slice(0, depth));
    const parsed = schema.safeParse(copy);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

/** Deletes the field at `path`. Items of lists stay, since a path counts them. */
function removeAt(value: unknown, path: readonly PropertyKey[]): void {
  const [step, ...further] = path;
  if (step === undefined || typeof value !== "object" || value === null) return;
  const fields = value as Record<PropertyKey, unknown>;
  if (further.length > 0) removeAt(fields[step], further);
  else if (!Array.isArray(value)) delete fields[step];
}
