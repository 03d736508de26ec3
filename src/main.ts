/** Introduces the rooms to one another: settings, data, commands and Discord; the only reader of the environment. */
import { config as loadEnvFile } from "dotenv";
import { pino } from "pino";
import { commands } from "../commands/all.js";
import { readConfig } from "./config.js";
import { dateOf } from "./core/calendar.js";
import { formatProblem } from "./core/problem.js";
import { openDataFolder } from "./data-folder.js";
import { openBot } from "./discord/bot.js";

/** Bad configuration, as sysexits.h names it: a supervisor need not try again. */
const EX_CONFIG = 78;

loadEnvFile({ quiet: true });
const config = readConfig(process.env);
if ("problems" in config) stop(config.problems, EX_CONFIG);

const data = await openDataFolder(config.DATA_DIR);
if (data.kind === "bad") stop(data.problems.map(formatProblem), 1);

const log = pino({ level: config.LOG_LEVEL });
const { answerer, version } = data;
const context = () => ({ answerer, version, today: dateOf(new Date()) });
try {
  const bot = await openBot({ token: config.DISCORD_TOKEN, api: config.DISCORD_API, commands, context, log });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void bot.close());
} catch (error) {
  stop([`Discord refused the login: ${error instanceof Error ? error.message : String(error)}`], EX_CONFIG);
}

function stop(messages: readonly string[], status: number): never {
  process.stderr.write(`${messages.join("\n")}\n`);
  process.exit(status);
}
