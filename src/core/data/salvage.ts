/** What of a file can still be looked at where some of it is broken, so that one mistake does not hide another. */
import type { z } from "zod";

/** The data is so many names deep at most, as in `apps: {id: {maker: {text: …}}}`. */
const DEEPEST = 4;

/** `raw` parsed without what `issues` are about, with as little around it as `schema` can do without; or undefined. */
export function withoutIssues<S extends z.ZodType>(
  raw: unknown,
  issues: readonly z.core.$ZodIssue[],
  schema: S,
): z.output<S> | undefined {
  const paths = issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path],
  );
  for (let depth = DEEPEST; depth > 0; depth--) {
    const copy: unknown = structuredClone(raw);
    for (const path of paths) removeAt(copy, path.slice(0, depth));
    const parsed = schema.safeParse(copy);
    if (parsed.success) return parsed.data;
  }
  return undefined;
}

/** Items of lists stay, for the places of those behind them. */
function removeAt(value: unknown, path: readonly PropertyKey[]): void {
  const [step, ...further] = path;
  if (step === undefined || typeof value !== "object" || value === null) return;
  const fields = value as Record<PropertyKey, unknown>;
  if (further.length > 0) removeAt(fields[step], further);
  else if (!Array.isArray(value)) delete fields[step];
}
