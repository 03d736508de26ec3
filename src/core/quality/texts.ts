/** Collects every text that a reader may be shown, with its place in the data files. */

import type { DataFile, Path } from "friendly-yaml";
import type { ReadFiles } from "../data/data-files.js";
import { FACTS } from "../data/schema.js";

export const MONTHS: readonly string[] = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

export interface PlacedText {
  readonly text: string;
  readonly path: Path;
  readonly problemAt: DataFile<unknown>["problemAt"];
}

export function collectTexts({ answers, apps, order }: ReadFiles): PlacedText[] {
  const ofEntries = answers.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, entry]) =>
      (["answer", "app-answer"] as const).flatMap((field): PlacedText[] => {
        const text = entry[field];
        return text === undefined ? [] : [{ text, path: [id, field], problemAt }];
      }),
    ),
  );
  const ofApps = Object.entries(apps.value.apps).flatMap(([id, app]) => {
    const { problemAt } = apps;
    const facts = [...FACTS, "note" as const, "today" as const].flatMap((name): PlacedText[] => {
      const fact = app[name];
      return fact === undefined ? [] : [{ text: fact.text, path: ["apps", id, name, "text"], problemAt }];
    });
    const actions = app["other-action"].map(
      ({ text }, index): PlacedText => ({ text, path: ["apps", id, "other-action", index, "text"], problemAt }),
    );
    return [...facts, ...actions];
  });
  const ofOrder = order.value.timeline.map(
    ({ text }, index): PlacedText => ({ text, path: ["timeline", index, "text"], problemAt: order.problemAt }),
  );
  return [...ofEntries, ...ofApps, ...ofOrder];
}

/** Returns the sentences of `text`, unchanged. A full stop between letters, as in "U.S.", ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[a-z0-9)}%"”][.!?]["”)]?)\s+(?=[A-Z{"“])/);
}
