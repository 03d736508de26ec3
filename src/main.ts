/** Introduces the rooms to one another: settings, data, commands and Discord; the only reader of the environment. */
import { config as loadEnvFile } from "dotenv";
import { pino } from "pino";
import { commands } from "../commands/all.js";
import { HELP, readArguments } from "./arguments.js";
import { type Config, readConfig } from "./config.js";
import { dateOf } from "./core/calendar.js";
import { type Bot, openBot } from "./discord/bot.js";
import { describeError } from "./discord/fault.js";
import { createReference } from "./discord/intake.js";
import { LoginError } from "./discord/login.js";
import { openLiveData } from "./live-data.js";
import type { LocalDiscord, Place } from "./local.js";
import { watchParent } from "./orphan.js";
import { openStateFolder, type StateFolder } from "./state-folder.js";

/** Bad configuration, as sysexits.h names it: a supervisor need not try again. */
const EX_CONFIG = 78;
const BAD_USAGE = 2;

const given = readArguments(process.argv.slice(2));
if ("problems" in given) stop(given.problems, BAD_USAGE);
if (given.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
loadEnvFile({ quiet: true });
const config = readConfig(process.env, given);
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
const local = config.DISCORD_TOKEN === undefined ? await openLocal(config) : undefined;
const { token, api, homeServer, stateFolder } = local ?? onDiscord(config);
let bot: Bot | undefined;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(signal));
if (process.env["npm_lifecycle_event"] === "start") watchParent(() => void end("npm is gone"));

const { DATA_DIR: dataFolder } = config;
const { channels } = openState();
await local?.listChannels(channels);
const patience = setTimeout(() => tell("Learning from the data. Where it is new, that takes up to a minute."), 2000);
const data = await openLiveData({ dataFolder, stateFolder, report });
clearTimeout(patience);
if (!("current" in data)) stop(data.problems, 1);
for (const problem of data.problems()) log.warn({ problem }, "the data is bad: the last good data is in force");

const house = {
  commands,
  channels,
  context: () => ({ ...data.current(), today: dateOf(new Date()) }),
  reload: data.reload,
  dataProblems: data.problems,
  homeServer,
  log,
};
try {
  const times = { login: config.LOGIN_SECONDS, watchdog: config.WATCHDOG_SECONDS, drain: config.DRAIN_SECONDS };
  const fail = (line: string) => stop([line], 1);
  bot = await openBot({ ...house, token, api, times, fail });
} catch (error) {
  if (!(error instanceof LoginError)) throw error;
  stop([error.message], error.isFinal ? EX_CONFIG : 1);
}
if (local !== undefined) tell(local.greeting);

/** On this machine somebody sits before the terminal; on Discord there is a log. */
function tell(line: string): void {
  if (local === undefined) log.info(line);
  else process.stdout.write(`${line}\n`);
}

function onDiscord({ DISCORD_TOKEN = "", DISCORD_API, HOME_GUILD, STATE_DIR }: Config): Place {
  log.info("this runs on Discord; without DISCORD_TOKEN it runs in the browser, on this machine alone");
  return { token: DISCORD_TOKEN, api: DISCORD_API, homeServer: HOME_GUILD, stateFolder: STATE_DIR };
}

/** Loaded only here: a bot on Discord has no use for it. */
async function openLocal({ PORT: port, STATE_DIR: stateFolder }: Config): Promise<LocalDiscord> {
  const { openLocalDiscord } = await import("./local.js");
  const opened = await openLocalDiscord({ port, stateFolder });
  if ("problem" in opened) stop([opened.problem], opened.isFinal ? EX_CONFIG : 1);
  return opened;
}

async function end(signal: string): Promise<void> {
  log.info({ signal }, "ending");
  const unfinished = (await bot?.close()) ?? 0;
  await local?.close();
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
