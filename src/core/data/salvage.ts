/** What of the data can still be looked at where some of it is broken, so that one mistake neither hides nor makes another. */
import type { z } from "zod";
import type { DataFiles, FoundFiles } from "./data-files.js";
import { APP_STATUS, type Known } from "./knowledge.js";

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

/** Whether an id is one of those that are there but broken: of these nobody is told that they are missing. */
export type IsLost = (id: string) => boolean;

/**
 * The ids, and hosts, that stand at the start of a line in one of the `broken` files, or in the phrasings that belong to
 * broken answers: there they are listed once more. Every one where the list of sources or of apps is itself unreadable.
 */
export function findLost(files: DataFiles, found: FoundFiles, broken: ReadonlySet<string>): IsLost {
  if (found.sources === undefined || found.apps === undefined) return () => true;
  const listing = [...broken].flatMap((file) => [file, file.replace(/^answers\//, "phrasings/")]);
  const text = listing.map((file) => new TextDecoder().decode(files.get(file))).join("\n");
  const names = text.split(/\r\n?|\n/).map((line) => /^[^\p{L}\d]*([\w.-]+)/u.exec(line)?.[1] ?? "");
  const lost = new Set(names.map((name) => name.toLowerCase().replaceAll("_", "-")));
  return (id) => lost.has(id);
}

/** The files of answers that are gone: their phrasings are there, and the answers of these are in no file. */
export function findMissingAnswers(files: DataFiles, found: FoundFiles, { entries }: Known, isLost: IsLost): string[] {
  return found.phrasings.flatMap(({ file, value }) => {
    const answers = file.replace(/^phrasings\//, "answers/");
    const isAnswered = (id: string) => id === APP_STATUS || Object.hasOwn(entries, id) || isLost(id);
    return files.has(answers) || Object.keys(value).every(isAnswered) ? [] : [answers];
  });
}
