/** Introduces the rooms to one another: settings, data, commands and Discord; the only reader of the environment. */
import { config as loadEnvFile } from "dotenv";
import { pino } from "pino";
import { commands } from "../commands/all.js";
import { readConfig } from "./config.js";
import { dateOf } from "./core/calendar.js";
import type { Draft } from "./core/draft.js";
import { type Bot, openBot } from "./discord/bot.js";
import { describeError } from "./discord/fault.js";
import { createReference } from "./discord/intake.js";
import { LoginError } from "./discord/login.js";
import { reviewOffThread } from "./draft-thread.js";
import { openLiveData } from "./live-data/live-data.js";
import { openStateFolder, type StateFolder } from "./state-folder.js";

/** Bad configuration, as sysexits.h names it: a supervisor need not try again. */
const EX_CONFIG = 78;

loadEnvFile({ quiet: true });
const config = readConfig(process.env);
if ("problems" in config) stop(config.problems, EX_CONFIG);

const log = pino({ level: config.LOG_LEVEL, serializers: { err: describeError } });
// discord.js throws where nobody can catch it when an event is not as documented: the next one may be.
process.on("unhandledRejection", (error) => {
  log.error({ err: error, reference: createReference() }, "something failed that nobody waited for");
});
// What it left half done nobody knows; the error itself may hold what people wrote.
process.on("uncaughtException", (error) => {
  const reference = createReference();
  log.fatal({ err: error, reference }, "something failed that nobody caught");
  stop([`Ended by a mistake of mine, which the log has under ${reference}.`], 1);
});
const report = (problem: string) => log.warn(problem);
const { DATA_DIR: dataFolder, STATE_DIR: stateFolder } = config;
const { channels } = openState();
const today = () => dateOf(new Date());
const opened = await openLiveData({ dataFolder, stateFolder, today, report });
if (!("current" in opened)) stop(opened.problems, 1);
const data = opened;
for (const problem of data.problems()) log.warn({ problem }, "the data is bad: the last good data is in force");

const house = {
  commands,
  channels,
  context: () => ({ ...data.current(), today: today() }),
  reload: data.reload,
  review: (draft: Draft) => reviewOffThread(data.current().files, draft),
  dataUrl: config.DATA_URL,
  dataProblems: data.problems,
  onDataNews: data.onNews,
  homeServer: config.HOME_GUILD,
  log,
};
data.watch();
let bot: Bot | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(signal));
try {
  const times = { login: config.LOGIN_SECONDS, watchdog: config.WATCHDOG_SECONDS, drain: config.DRAIN_SECONDS };
  const fail = (line: string) => stop([line], 1);
  bot = await openBot({ ...house, token: config.DISCORD_TOKEN, api: config.DISCORD_API, times, fail });
} catch (error) {
  if (!(error instanceof LoginError)) throw error;
  stop([error.message], error.isFinal ? EX_CONFIG : 1);
}

async function end(signal: string): Promise<void> {
  log.info({ signal }, "ending");
  data.close();
  const unfinished = (await bot?.close()) ?? 0;
  if (unfinished > 0) stop([`Ended with ${unfinished} answers under way: the time to finish them was over.`], 1);
  process.exit(0);
}

function openState(): StateFolder {
  try {
    return openStateFolder(stateFolder, report);
  } catch (error) {
    stop([`STATE_DIR cannot be used: ${error instanceof Error ? error.message : String(error)}`], EX_CONFIG);
  }
}

function stop(messages: readonly string[], status: number): never {
  process.stderr.write(`${messages.join("\n")}\n`);
  process.exit(status);
}
