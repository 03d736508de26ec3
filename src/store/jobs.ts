/** The program of a worker process: does one job, sends each result, and exits. */
import { Worker as Thread } from "node:worker_threads";
import type { DataFiles } from "../core/data/data-files.js";
import { type Draft, type Reviewed, review } from "../core/quality/draft.js";
import { type Step, type Task, takeSteps } from "./steps.js";

export type Job =
  | { readonly kind: "prepare"; readonly task: Task }
  | { readonly kind: "review"; readonly files: DataFiles; readonly draft: Draft };

export interface Results {
  readonly prepare: Step;
  readonly review: Reviewed;
}

export type Message<Result> =
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "done" };

/** Ends the process when its parent ends, whose id is its argument. The main thread can't check that while it learns. */
const WATCHDOG = `
  const parent = ${Number(process.argv[2])};
  setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 250);
`;

async function* perform(job: Job): AsyncGenerator<Results[Job["kind"]], undefined> {
  if (job.kind === "review") yield review(job.files, job.draft);
  else yield* takeSteps(job.task);
}

/** Resolves once `message` is sent: a process that ends before that loses it. */
const send = (message: Message<Results[Job["kind"]]>): Promise<void> =>
  new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

// Terminals and supervisors signal every process of a group, but the bot decides when its worker ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
// The parent closes the channel when it ends or needs no more results. Failures could not be reported after that.
process.once("disconnect", () => process.exit());
new Thread(WATCHDOG, { eval: true }).unref();
process.once("message", async (job: Job) => {
  try {
    for await (const result of perform(job)) await send({ kind: "result", result });
    await send({ kind: "done" });
  } catch (error) {
    await send({ kind: "failed", error });
  }
  process.disconnect();
});
