/** The jobs of a worker, and how it does one: the messages that it sends for it. */
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

export type Message<Result = Results[Job["kind"]]> =
  | { readonly kind: "result"; readonly result: Result }
  | { readonly kind: "failed"; readonly error: unknown }
  | { readonly kind: "done" };

/** Does `job`, and waits for each message to be sent before it goes on. */
export async function perform(job: Job, send: (message: Message) => Promise<void>): Promise<void> {
  try {
    const results = job.kind === "review" ? [review(job.files, job.draft)] : takeSteps(job.task);
    for await (const result of results) await send({ kind: "result", result });
    await send({ kind: "done" });
  } catch (error) {
    await send({ kind: "failed", error });
  }
}
