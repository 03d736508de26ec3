/** Makes data files ready in a process of its own: the bot goes on answering, and all the memory comes back. */
import { type ChildProcess, fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { type Step, type Task, takeSteps } from "./steps.js";

export interface Preparation {
  /** The next step; undefined after the last one, and once it was stopped. Rejects where the process failed. */
  next(): Promise<Step | undefined>;
  /** Ends it at once, in the middle of learning if need be. */
  stop(): void;
}

/** Node cannot run TypeScript in a process of its own: there, in tests, everything is done in this one. */
const HAS_PROCESSES = !import.meta.url.endsWith(".ts");

export interface Preparer {
  prepare(task: Task): Preparation;
  /** Has a process at hand for the next task, which is about to come: to begin one takes a quarter of a second. */
  warmUp(): void;
  /** Ends the process at hand; what is being prepared goes on. */
  close(): void;
}

export function createPreparer(): Preparer {
  if (!HAS_PROCESSES) return { prepare: prepareHere, warmUp() {}, close() {} };
  let atHand: ChildProcess | undefined;
  return {
    prepare(task) {
      const child = atHand ?? openProcess();
      atHand = undefined;
      return prepareIn(child, task);
    },
    warmUp() {
      if (atHand?.connected !== true) atHand = openProcess();
    },
    close() {
      atHand?.kill("SIGKILL");
      atHand = undefined;
    },
  };
}

function prepareHere(task: Task): Preparation {
  const steps = takeSteps(task);
  let isOver = false;
  return {
    async next() {
      const { value } = isOver ? { value: undefined } : await steps.next();
      return isOver ? undefined : value;
    },
    stop() {
      isOver = true;
    },
  };
}

/** The process is given none of the bot's environment: it needs no token. */
function openProcess(): ChildProcess {
  const child = fork(new URL(import.meta.url), [CHILD], {
    env: {},
    execArgv: [],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  // One that could not be begun is heard of when it is given its task.
  child.on("error", () => {});
  return child;
}

function prepareIn(child: ChildProcess, task: Task): Preparation {
  const steps: Step[] = [];
  let end: { readonly error?: Error } | undefined;
  let wake: (() => void) | undefined;
  const notify = () => wake?.();
  const finish = (error?: Error): void => {
    end ??= error === undefined ? {} : { error };
    notify();
  };
  child.on("message", (step: Step) => {
    steps.push(step);
    notify();
  });
  child.once("error", finish);
  child.once("exit", (code, signal) =>
    finish(code === 0 ? undefined : new Error(`the process that reads the data ended with ${signal ?? code}`)),
  );
  child.send(task, (error) => error && finish(error));
  return {
    async next() {
      while (steps.length === 0 && end === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      const step = steps.shift();
      if (step === undefined && end?.error !== undefined) throw end.error;
      return step;
    },
    stop() {
      steps.length = 0;
      finish();
      child.kill("SIGKILL");
    },
  };
}

/** The argument that tells the process from whoever imports this file. */
const CHILD = "prepare-data";

if (process.argv[2] === CHILD && process.send !== undefined) {
  process.once("disconnect", () => process.exit(0));
  process.once("message", async (task: Task) => {
    // Threads begun from here on are as patient: whoever asks the bot something goes first.
    if (!task.isStart) setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    for await (const step of takeSteps(task)) {
      await send(step);
      if (step.kind === "ready") setPriority(constants.priority.PRIORITY_LOW);
    }
    process.disconnect();
  });
}

/** Waits until it is sent: a process that ends before loses it. */
const send = (step: Step): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(step, undefined, undefined, (error) => (error ? reject(error) : resolve()));
  });
