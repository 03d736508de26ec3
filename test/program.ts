/** The built program in a process of its own, with small data and nothing set but what a test sets, and its end awaited. */
import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { programFiles, writeDataFiles } from "./data.js";

export interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Program {
  readonly exited: Promise<Ending>;
  /** Resolves once that is on its output. */
  prints(text: string | RegExp): Promise<void>;
  /** The page's, once it is printed. */
  address(): Promise<string>;
  output(): string;
  signal(signal: NodeJS.Signals): void;
}

interface ProgramOptions {
  /** Takes what is to be done when the program is no longer needed: after the test, unless told otherwise. */
  readonly atEnd?: (done: () => Promise<void>) => void;
  /** Signals then go to a shell that waits for the program, as they do under npm. */
  readonly throughShell?: boolean;
}

export function startProgram(
  environment: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
  { atEnd = onTestFinished, throughShell = false }: ProgramOptions = {},
): Program {
  const folder = mkdtempSync(join(tmpdir(), "bot-"));
  const [data, state] = [join(folder, "data"), join(folder, "state")];
  writeDataFiles(data, programFiles);
  // Empty ones are not given; they keep a .env of whoever runs the tests out of it.
  const unset = { DISCORD_TOKEN: "", DISCORD_API: "", HOME_GUILD: "", LOG_LEVEL: "", NODE_ENV: "" };
  const program = [process.execPath, "dist/src/main.js", ...args];
  const [command = "", ...rest] = throughShell ? ["sh", "-c", '"$@"; true', "sh", ...program] : program;
  const child = spawn(command, rest, {
    env: { PATH: process.env["PATH"], ...unset, DATA_DIR: data, STATE_DIR: state, PORT: "0", ...environment },
  });
  const [stdout, stderr]: [string[], string[]] = [[], []];
  const output = () => [...stdout, ...stderr].join("");
  const heard = new EventEmitter();
  for (const [stream, kept] of [
    [child.stdout, stdout],
    [child.stderr, stderr],
  ] as const) {
    stream.on("data", (chunk) => {
      kept.push(String(chunk));
      heard.emit("output");
    });
  }
  const exited = new Promise<Ending>((resolve) => {
    child.on("close", (status) => resolve({ status, stdout: stdout.join(""), stderr: stderr.join("") }));
  });
  atEnd(async () => {
    child.kill("SIGKILL");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  });
  const prints = (text: string | RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (typeof text === "string" ? output().includes(text) : text.test(output())) resolve();
      };
      heard.on("output", look);
      look();
      exited.then(() => reject(new Error(`It ended without printing ${text}: ${output()}`)));
    });
  return {
    exited,
    output,
    prints,
    signal: (signal) => void child.kill(signal),
    async address() {
      await prints(/http:\S+/);
      return /http:\S+/.exec(output())?.[0] ?? "";
    },
  };
}
