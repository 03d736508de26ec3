/** The built bot as a process of its own, for faults that end it. */
import type { Sandbox } from "discord-sandbox";
import { expect } from "vitest";
import { type Program, startProgram } from "../program.js";

export interface BotProcess extends Program {
  /** Resolves once the bot hears what people say. */
  connected(): Promise<void>;
}

export function startBot({ token, url }: Sandbox, environment: Readonly<Record<string, string>> = {}): BotProcess {
  const program = startProgram({
    DISCORD_TOKEN: token,
    DISCORD_API: url,
    LOG_LEVEL: "trace",
    LOGIN_SECONDS: "10",
    WATCHDOG_SECONDS: "60",
    DRAIN_SECONDS: "3",
    ...environment,
  });
  return { ...program, connected: () => program.prints('"msg":"bot.connected"') };
}

/** Ends with that status and says why in one line. */
export async function expectEnding(bot: BotProcess, status: number, line: RegExp): Promise<void> {
  const ending = await bot.exited;
  expect(ending.stderr).toMatch(line);
  expect(ending.stderr.trimEnd().split("\n")).toHaveLength(1);
  expect(ending.status).toBe(status);
}
