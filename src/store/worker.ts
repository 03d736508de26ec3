/**
 * Does slow work in a worker process, so that the bot goes on answering. A process gives its memory back when it ends; a
 * worker thread's memory stays with the bot: 330 MB after learning instead of 180 MB.
 */
import { fork } from "node:child_process";
import { type EventEmitter, on, once } from "node:events";
import type { DataFiles } from "../core/data/data-files.js";
import type { Draft, Reviewed } from "../core/quality/draft.js";
import type { Job, Message, Results } from "./jobs.js";

/** A process that waits for its one job. */
export interface Worker {
  run<Kind extends Job["kind"]>(job: Extract<Job, { readonly kind: Kind }>): RunningJob<Results[Kind]>;
  stop(): void;
  /** Resolves once the process has ended and writes nothing more. */
  readonly ended: Promise<void>;
}

export interface RunningJob<Result> {
  /** Returns the next result; undefined after the last one and once the job was stopped. Rejects if the job failed. */
  next(): Promise<Result | undefined>;
  /** Ends the process at once, in the middle of learning if need be. */
  stop(): void;
}

/** The part of a child process that a worker needs: its events are "message", "disconnect" and "exit". */
export interface WorkerProcess extends EventEmitter {
  send(job: Job): unknown;
  kill(signal: NodeJS.Signals): unknown;
}

/** Node cannot run TypeScript in a new process: tests, which import the sources, start the compiled file. */
const PROGRAM = new URL("worker-program.js", import.meta.url.replace(/\/src\/store\/worker\.ts$/, "/dist/src/store/"));

/** The process gets no environment variables: it needs no token. */
const forkWorker = (): WorkerProcess =>
  fork(PROGRAM, [String(process.pid)], {
    env: {},
    // Learning makes much garbage. More room for young objects makes it a tenth faster.
    execArgv: ["--max-semi-space-size=32"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });

/** Starts a process, which takes a quarter of a second. */
export function startWorkerProcess(child = forkWorker()): Worker {
  // The iterator and `exited` pass on the first error. There may be more.
  child.on("error", () => {});
  const messages = on(child, "message", { close: ["disconnect"] });
  const exited = once(child, "exit");
  const ended = exited.then(
    () => {},
    () => {},
  );
  let isStopped = false;
  const stop = () => {
    isStopped = true;
    void messages.return?.();
    child.kill("SIGKILL");
  };
  return {
    run<Kind extends Job["kind"]>(job: Extract<Job, { readonly kind: Kind }>) {
      child.send(job);
      return {
        stop,
        async next() {
          const received = isStopped ? undefined : await messages.next();
          if (isStopped || received === undefined) return undefined;
          if (received.done) {
            const [code, signal] = await exited;
            if (code === 0) return undefined;
            throw new Error(`the worker process ended with ${signal ?? code}`);
          }
          const message: Message<Results[Kind]> = received.value[0];
          if (message.kind === "failed") throw message.error;
          return message.result;
        },
      };
    },
    stop,
    ended,
  };
}

export async function reviewInWorker(files: DataFiles, draft: Draft): Promise<Reviewed> {
  const reviewed = await startWorkerProcess().run({ kind: "review", files, draft }).next();
  if (reviewed === undefined) throw new Error("the worker process ended without a review");
  return reviewed;
}
