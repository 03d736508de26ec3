/** Runs a built bot in a separate process, and reads its log as it is written. */
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** A line of the bot's log. */
export interface LogLine {
  readonly level: number;
  readonly msg?: string;
  readonly outcome?: string;
  /** What a question was decided to be. */
  readonly kinds?: readonly string[];
  /** Why a question was ignored. */
  readonly reason?: string;
  readonly reference?: string;
  readonly [field: string]: unknown;
}

interface Ending {
  readonly status: number | null;
  readonly stderr: string;
}

export interface BotProcess {
  readonly pid: number;
  readonly startedAt: number;
  readonly exited: Promise<Ending>;
  /** Undefined while it runs. */
  ending(): Ending | undefined;
  /** Resident memory in bytes; undefined where that cannot be read. */
  memory(): number | undefined;
  signal(signal: NodeJS.Signals): void;
}

/** As `npm start`, the container and the unit of systemd start it. */
const AS_DEPLOYED = ["--heap-growing-percent=70", "--max-semi-space-size=8", "dist/src/main.js"];

/** Starts the bot, or another `program` in its place, and waits until a line says that it `isReady`, or it has ended. */
export async function startBot(
  environment: Readonly<Record<string, string>>,
  handleLine: (line: LogLine) => void,
  program?: string,
  isReady = ({ msg }: LogLine): boolean => msg === "bot.connected",
): Promise<BotProcess> {
  const child = spawn(process.execPath, program === undefined ? AS_DEPLOYED : [program], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { pid = 0 } = child;
  let ending: Ending | undefined;
  let stderr = "";
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  // A trial that fails leaves no bot behind.
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const exited = new Promise<Ending>((resolve) => {
    child.once("close", (status) => {
      process.off("exit", kill);
      ending = { status, stderr: stderr.trim() };
      resolve(ending);
    });
  });
  const startedAt = performance.now();
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on("line", (text) => {
      const line = parseLine(text);
      handleLine(line);
      if (isReady(line)) resolve();
    });
  });
  await Promise.race([ready, exited]);
  return {
    pid,
    startedAt,
    exited,
    ending: () => ending,
    memory: () => readMemory(pid),
    signal: (signal) => void child.kill(signal),
  };
}

/** Milliseconds in which a bot that was told to end must have ended. */
const LONGEST_END = 20_000;

/** Ends the bot, by force if it takes too long. */
export async function end(bot: BotProcess): Promise<Ending> {
  if (bot.ending() === undefined) bot.signal("SIGTERM");
  const killing = setTimeout(() => bot.signal("SIGKILL"), LONGEST_END);
  const ending = await bot.exited;
  clearTimeout(killing);
  return ending;
}

function parseLine(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine;
  } catch {
    return { level: 60, msg: `no line of a log: ${text}` };
  }
}

/** The resident memory of a process in bytes, from Linux's /proc; undefined if that cannot be read. */
export function readMemory(pid: number): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
