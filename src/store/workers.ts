/** The workers of a bot: one may be kept ready for the next task, and all of them end with the bot. */
import type { Worker } from "./worker.js";

export function createWorkers(start: () => Worker) {
  const running = new Set<Worker>();
  let spare: Worker | undefined;
  const add = (): Worker => {
    const worker = start();
    running.add(worker);
    void worker.ended.then(() => running.delete(worker));
    return worker;
  };
  return {
    /** Starts a worker ahead of its task, so that the task need not wait for it. */
    keepReady(): void {
      spare ??= add();
    },
    take(): Worker {
      const worker = spare ?? add();
      spare = undefined;
      return worker;
    },
    /** Ends all workers; resolves once none of them writes any more. */
    async close(): Promise<void> {
      for (const worker of running) worker.stop();
      await Promise.all([...running].map(({ ended }) => ended));
    },
  };
}
