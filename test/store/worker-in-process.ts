/** A worker in the process of the test: it does the same as a worker process, and is there at once. */
import { EventEmitter, on } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { review } from "../../src/core/quality/draft.js";
import type { Job } from "../../src/store/jobs.js";
import { takeSteps } from "../../src/store/steps.js";
import type { Worker } from "../../src/store/worker.js";

async function* perform(job: Job) {
  if (job.kind === "review") yield review(job.files, job.draft);
  else yield* takeSteps(job.task);
}

export function startWorkerInProcess(): Worker {
  const channel = new EventEmitter();
  const results = on(channel, "result", { close: ["end"] });
  const ended = new Promise<void>((resolve) => channel.once("end", resolve));
  // The iterator passes on the first one.
  channel.on("error", () => {});
  let isStopped = false;
  let isBusy = false;
  const stop = () => {
    isStopped = true;
    void results.return?.();
    if (!isBusy) channel.emit("end");
  };
  /** Nothing is shared with the bot, as nothing is between processes. */
  const work = async (job: Job) => {
    isBusy = true;
    try {
      await turn();
      for await (const result of perform(structuredClone(job))) {
        if (isStopped) break;
        channel.emit("result", structuredClone(result));
        await turn();
        if (isStopped) break;
      }
    } catch (error) {
      channel.emit("error", error);
    }
    channel.emit("end");
  };
  return {
    run(job) {
      void work(job);
      return {
        stop,
        async next() {
          const received = await results.next();
          return isStopped || received.done ? undefined : received.value[0];
        },
      };
    },
    stop,
    ended,
  };
}
