/** Collects every sentence that a reader may be shown, with its place in the data files. */

import type { DataFile, Path } from "friendly-yaml";
import { entriesOf, type ReadFiles } from "../data/data-files.js";
import { APP_TEXTS } from "../data/schema.js";

interface PlacedSentence {
  readonly sentence: string;
  readonly path: Path;
  readonly problemAt: DataFile<unknown>["problemAt"];
}

export function* sentencesIn({ answers, apps, order }: ReadFiles): Generator<PlacedSentence> {
  for (const { id, entry, problemAt } of entriesOf(answers))
    for (const field of ["answer", "app-answer"] as const) yield* place(entry[field], [id, field], problemAt);
  for (const [id, app] of Object.entries(apps.value.apps)) {
    for (const name of APP_TEXTS) yield* place(app[name]?.text, ["apps", id, name, "text"], apps.problemAt);
    for (const [index, { text }] of app["other-action"].entries())
      yield* place(text, ["apps", id, "other-action", index, "text"], apps.problemAt);
  }
  for (const [index, { text }] of order.value.timeline.entries())
    yield* place(text, ["timeline", index, "text"], order.problemAt);
}

const place = (text: string | undefined, path: Path, problemAt: PlacedSentence["problemAt"]): PlacedSentence[] =>
  sentencesOf(text ?? "").map((sentence) => ({ sentence, path, problemAt }));

/** Returns the sentences of `text`, unchanged. A full stop between letters, as in "U.S.", ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[a-z0-9)}%"”][.!?]["”)]?)\s+(?=[A-Z{"“])/);
}
