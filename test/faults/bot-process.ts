/** The built bot as a process of its own, for faults that end it. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import type { Sandbox } from "../../src/sandbox/sandbox.js";

export interface Ending {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BotProcess {
  readonly exited: Promise<Ending>;
  /** Resolves once the bot hears what people say. */
  connected(): Promise<void>;
  output(): string;
  signal(signal: NodeJS.Signals): void;
}

export function startBot({ token, url }: Sandbox, environment: Readonly<Record<string, string>> = {}): BotProcess {
  const state = mkdtempSync(join(tmpdir(), "bot-state-"));
  const child = spawn(process.execPath, ["dist/src/main.js"], {
    env: {
      PATH: process.env["PATH"],
      DISCORD_TOKEN: token,
      DISCORD_API: url,
      HOME_GUILD: "",
      DATA_DIR: "data",
      STATE_DIR: state,
      LOG_LEVEL: "trace",
      LOGIN_SECONDS: "10",
      WATCHDOG_SECONDS: "60",
      DRAIN_SECONDS: "3",
      ...environment,
    },
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const exited = new Promise<Ending>((resolve) => {
    child.on("close", (status) => resolve({ status, stdout, stderr }));
  });
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await exited;
    rmSync(state, { recursive: true, force: true });
  });
  return {
    exited,
    output: () => stdout + stderr,
    signal: (signal) => void child.kill(signal),
    async connected() {
      const look = () => (child.exitCode === null ? stdout.includes('"msg":"connected"') : `it ended: ${stderr}`);
      await expect.poll(look, { timeout: 10_000, interval: 20 }).toBe(true);
    },
  };
}

/** Ends with that status and says why in one line. */
export async function expectEnding(bot: BotProcess, status: number, line: RegExp): Promise<void> {
  const ending = await bot.exited;
  expect(ending.stderr).toMatch(line);
  expect(ending.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(ending.status).toBe(status);
}
