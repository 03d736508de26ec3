/** What the bot starts with: the data folder, or the last good files where what is in the folder must not come into force. */
import type { FailedGolden } from "../core/quality/golden.js";
import { describeFailed } from "../core/quality/news.js";
import type { LastGood } from "./last-good.js";
import type { Prepared, Task } from "./steps.js";
import type { Preparation } from "./turns.js";

export type Start =
  /** `problems`: why the files in the folder are not in force, a line each; empty where they are. */
  | { readonly kind: "good"; readonly prepared: Prepared; readonly problems: readonly string[] }
  | { readonly kind: "bad"; readonly problems: readonly string[] };

/** Bad only where the folder is, and there are no good files from an earlier run. Takes a minute to learn from new data. */
export async function start(task: Task, lastGood: LastGood, begin: (task: Task) => Preparation): Promise<Start> {
  const opened = await makeReady(task, begin);
  if (opened.kind === "good" && opened.prepared.failed.length === 0) return { ...opened, problems: [] };
  const files = lastGood.recall();
  const kept = files && (await makeReady({ ...task, from: files }, begin));
  if (opened.kind === "bad") {
    if (kept?.kind === "good") return { ...kept, problems: opened.problems };
    const none = `${lastGood.path}: no good data from an earlier run is there to fall back on`;
    return { kind: "bad", problems: [...opened.problems, none] };
  }
  // An edit that was held back before must not slip in with a restart.
  const failed = kept?.kind === "good" ? newlyFailed(opened.prepared.failed, kept.prepared.failed) : [];
  if (kept?.kind !== "good" || failed.length === 0) return { ...opened, problems: [] };
  return { ...kept, problems: describeHeld(failed) };
}

/** The golden questions among `now` that did not fail `before`. */
export function newlyFailed(now: readonly FailedGolden[], before: readonly FailedGolden[]): readonly FailedGolden[] {
  const known = new Set(before.map(({ golden }) => JSON.stringify(golden)));
  return now.filter(({ golden }) => !known.has(JSON.stringify(golden)));
}

export const describeHeld = (failed: readonly FailedGolden[]): string[] =>
  failed.map((one) => `golden.yaml: ${describeFailed(one)}`);

export const describeFailure = (error: unknown): string =>
  `the data could not be made ready: ${error instanceof Error ? error.message : String(error)}`;

/** What comes after that it is ready goes on by itself: the files are read once more, so that the first edit is quick. */
async function makeReady(task: Task, begin: (task: Task) => Preparation) {
  const preparation = begin(task);
  try {
    for (let step = await preparation.next(); step !== undefined; step = await preparation.next()) {
      if (step.kind === "bad") return step;
      if (step.kind === "ready") return { kind: "good" as const, prepared: step.prepared };
    }
    return { kind: "bad" as const, problems: [describeFailure("it ended too early")] };
  } catch (error) {
    return { kind: "bad" as const, problems: [describeFailure(error)] };
  }
}
