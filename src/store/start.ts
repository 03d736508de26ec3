/** What the bot starts with: the data folder, or the last good files if the folder must not come into force yet. */
import { newlyFailed } from "../core/quality/golden.js";
import { describeHeld } from "../core/quality/news.js";
import { messageOf } from "../process/error.js";
import type { Prepared, Task } from "./jobs.js";
import type { LastGood } from "./last-good.js";
import type { Preparation } from "./reload-queue.js";

type Start =
  /** `problems`: why the files in the folder are not in force, a line each; empty if they are. */
  | { readonly kind: "good"; readonly prepared: Prepared; readonly problems: readonly string[] }
  /** The files in the folder are new to learn from: until that is done, the last good ones are in force. */
  | { readonly kind: "behind"; readonly prepared: Prepared; readonly problems: readonly [] }
  | { readonly kind: "bad"; readonly problems: readonly string[] };

/** What the bot answers from while it learns at its start; with "nothing" it does not answer yet. */
export type Meanwhile = "nothing" | "last good data";

interface StartOptions {
  readonly task: Task;
  readonly lastGood: LastGood;
  prepare(task: Task): Preparation;
  onLearning(answersFrom: Meanwhile): void;
}

/** Returns "bad" only if the folder is bad and no earlier run kept good files. Learning takes ten to twenty seconds. */
export async function start({ task, lastGood, prepare, onLearning }: StartOptions): Promise<Start> {
  const recall = (whenNew: () => { readonly kind: "new" } | undefined) => {
    const files = lastGood.recall();
    return files && makeReady(prepare({ ...task, from: files }), whenNew);
  };
  const opened = await makeReady(prepare(task), async (): Promise<Start | undefined> => {
    const kept = await recall(() => ({ kind: "new" }));
    const isReady = kept?.kind === "good";
    onLearning(isReady ? "last good data" : "nothing");
    return isReady ? { kind: "behind", prepared: kept.prepared, problems: [] } : undefined;
  });
  if (opened.kind === "behind") return opened;
  if (opened.kind === "good" && opened.prepared.failed.length === 0) return { ...opened, problems: [] };
  const kept = await recall(() => {
    onLearning("nothing");
    return undefined;
  });
  if (opened.kind === "bad") {
    if (kept?.kind === "good") return { ...kept, problems: opened.problems };
    const none = `${lastGood.path}: there is no good data from an earlier run to fall back on`;
    return { kind: "bad", problems: [...opened.problems, none] };
  }
  // An edit that was held back before must not slip in with a restart.
  const failed = kept?.kind === "good" ? newlyFailed(opened.prepared.failed, kept.prepared.failed) : [];
  if (kept?.kind !== "good" || failed.length === 0) return { ...opened, problems: [] };
  return { ...kept, problems: describeHeld(failed) };
}

export const describeFailure = (error: unknown): string => `the data could not be made ready: ${messageOf(error)}`;

/**
 * Resolves once the files are ready. If they are new to learn from, resolves to the result of `whenNew` instead, if it has
 * one. The process goes on after that: it reads the files once more, so that the first edit is quick.
 */
async function makeReady<Instead = never>(
  preparation: Preparation,
  whenNew?: () => Instead | undefined | Promise<Instead | undefined>,
) {
  try {
    for (let step = await preparation.next(); step !== undefined; step = await preparation.next()) {
      if (step.kind === "bad") return step;
      if (step.kind === "ready") return { kind: "good" as const, prepared: step.prepared };
      const instead = step.kind === "read" && !step.isLearned ? await whenNew?.() : undefined;
      if (instead === undefined) continue;
      preparation.stop();
      return instead;
    }
    return { kind: "bad" as const, problems: [describeFailure("it ended too early")] };
  } catch (error) {
    return { kind: "bad" as const, problems: [describeFailure(error)] };
  }
}
