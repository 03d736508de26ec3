/** A worker without a process: it runs the same code in the process of the test, and is there at once. */
import { EventEmitter } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import { type Job, type Message, perform } from "../../src/store/jobs.js";
import { startWorkerProcess, type Worker, type WorkerProcess } from "../../src/store/worker.js";

/** Stands for a child process. Nothing is shared with the bot, as nothing is between processes. */
class InProcess extends EventEmitter implements WorkerProcess {
  private isBusy = false;
  private isKilled = false;

  send(job: Job): void {
    this.isBusy = true;
    perform(structuredClone(job), this.reply)
      .catch(() => undefined)
      .finally(this.end);
  }

  /** What is being done goes on up to its next result. */
  kill(): void {
    this.isKilled = true;
    if (!this.isBusy) this.end();
  }

  private reply = async (message: Message): Promise<void> => {
    await turn();
    if (this.isKilled) throw new Error("killed");
    this.emit("message", structuredClone(message));
  };

  private end = (): void => {
    this.emit("disconnect");
    this.emit("exit", 0, null);
  };
}

export const startWorkerInProcess = (): Worker => startWorkerProcess(new InProcess());
