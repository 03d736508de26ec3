/** Runs `ask` and `check` as they were built, each in a process of its own. */
import { spawn } from "node:child_process";

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Loading what was learned takes memory and a second of work: more at once would be slower. */
const AT_ONCE = 3;
let running = 0;
const waiting: (() => void)[] = [];

interface Given {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Asks with `args`; `input` is its standard input. */
export const ask = (args: readonly string[], given: Given = {}): Promise<Run> => inTurn("ask", args, given);

/** Checks with `args`. */
export const check = (args: readonly string[]): Promise<Run> => inTurn("check", args, {});

async function inTurn(program: string, args: readonly string[], { input = "", env = {} }: Given): Promise<Run> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await run(program, args, input, env);
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function run(program: string, args: readonly string[], input: string, env: Given["env"]): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`dist/src/cli/${program}.js`, ...args], {
      env: { ...process.env, ...env },
    });
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}
