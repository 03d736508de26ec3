/** The workers of a bot, all of which end with it. */
import type { Worker } from "./worker.js";

export function createWorkers(startWorker: () => Worker) {
  const running = new Set<Worker>();
  return {
    start(): Worker {
      const worker = startWorker();
      running.add(worker);
      void worker.ended.then(() => running.delete(worker));
      return worker;
    },
    /** Ends all workers; resolves once none of them writes any more. */
    async close(): Promise<void> {
      for (const worker of running) worker.stop();
      await Promise.all([...running].map(({ ended }) => ended));
    },
  };
}
