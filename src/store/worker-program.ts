/** The program of a worker process: does one job, sends each result, and exits. */
import { Worker as Thread } from "node:worker_threads";
import { type Job, type Message, perform } from "./jobs.js";

/** Ends the process when its parent ends, whose id is its argument. The main thread can't check that while it learns. */
const WATCHDOG = `
  const parent = ${Number(process.argv[2])};
  setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGKILL"), 250);
`;

/** Resolves once `message` is sent: a process that ends before that loses it. */
const send = (message: Message): Promise<void> =>
  new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

// Terminals and supervisors signal every process of a group, but the bot decides when its worker ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
// The parent closes the channel when it ends or needs no more results. Failures could not be reported after that.
process.once("disconnect", () => process.exit(1));
new Thread(WATCHDOG, { eval: true }).unref();
process.once("message", async (job: Job) => {
  await perform(job, send);
  process.exit();
});
