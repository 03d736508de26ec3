/** Introduces the rooms to one another: settings, data, commands and Discord; the only reader of the environment. */
import { config as loadEnvFile } from "dotenv";
import { pino } from "pino";
import { commands } from "../commands/all.js";
import { type Config, readConfig } from "./config.js";
import { dateOf } from "./core/calendar.js";
import { type Bot, openBot } from "./discord/bot.js";
import { createDesk } from "./discord/desk.js";
import { describeError } from "./discord/fault.js";
import { createReference } from "./discord/intake.js";
import { LoginError } from "./discord/login.js";
import { type LiveData, openLiveData } from "./live-data.js";
import { openStateFolder, type StateFolder } from "./state-folder.js";
import { openInteractionsServer } from "./web/interactions-server.js";
import type { WebServer } from "./web/listening.js";
import { createMetrics } from "./web/metrics.js";
import { openMonitor } from "./web/monitor.js";

/** Bad configuration, as sysexits.h names it: a supervisor need not try again. */
const EX_CONFIG = 78;

loadEnvFile({ quiet: true });
const config = readConfig(process.env);
if ("problems" in config) stop(config.problems, EX_CONFIG);

// Lines are written beside the answers, several at once; a process that exits writes the last ones first.
const log = pino({ level: config.LOG_LEVEL, serializers: { err: describeError } }, pino.destination({ sync: false }));
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
let data: LiveData | undefined;
let bot: Bot | undefined;
let server: WebServer | undefined;
let isEnding = false;
const metrics = createMetrics({ version: () => data?.current().version, shards: () => bot?.shards() ?? [] });
await monitor(config);

const opened = await openLiveData({ dataFolder, stateFolder, report });
if (!("current" in opened)) stop(opened.problems, 1);
data = opened;
for (const problem of opened.problems()) log.warn({ problem }, "the data is bad: the last good data is in force");

const house = {
  commands,
  channels,
  context: () => ({ ...opened.current(), today: dateOf(new Date()) }),
  async reload() {
    const reloaded = await opened.reload();
    metrics.reloaded(reloaded.kind);
    return reloaded;
  },
  dataProblems: opened.problems,
  homeServer: config.HOME_GUILD,
  desk: createDesk({ serverPerMinute: config.SERVER_QUESTIONS_A_MINUTE }),
  log,
  meter: metrics,
};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(signal));
try {
  const times = { login: config.LOGIN_SECONDS, watchdog: config.WATCHDOG_SECONDS, drain: config.DRAIN_SECONDS };
  const { DISCORD_TOKEN: token, DISCORD_API: api, INTERACTIONS: over, DISCORD_APPLICATION_ID: applicationId } = config;
  const interactions = { over, ...(applicationId && { applicationId }) };
  const fail = (line: string) => stop([line], 1);
  bot = await openBot({ ...house, token, api, interactions, shards: config.SHARDS, times, fail });
  await serveInteractions(config, bot);
} catch (error) {
  if (!(error instanceof LoginError)) throw error;
  stop([error.message], error.isFinal ? EX_CONFIG : 1);
}

async function end(signal: string): Promise<void> {
  log.info({ signal }, "ending");
  isEnding = true;
  await server?.close();
  const unfinished = (await bot?.close()) ?? 0;
  if (unfinished > 0) stop([`Ended with ${unfinished} answers under way: the time to finish them was over.`], 1);
  process.exit(0);
}

async function serveInteractions({ DISCORD_PUBLIC_KEY: publicKey, HOST: host, PORT: port }: Config, { answer }: Bot) {
  if (answer === undefined || publicKey === undefined) return;
  server = await openInteractionsServer({ host, port, publicKey, answer, log }).catch(refuseAddress("PORT"));
  log.info({ url: `${server.url}/interactions` }, "interactions are taken");
}

async function monitor({ METRICS_HOST: host, METRICS_PORT: port }: Config): Promise<void> {
  if (port === undefined) return;
  const condition = () => ({ data, bot, isEnding });
  const { url } = await openMonitor({ host, port, metrics, condition }).catch(refuseAddress("METRICS_PORT"));
  log.info({ url }, "health and metrics are told");
}

function openState(): StateFolder {
  try {
    return openStateFolder(stateFolder, report);
  } catch (error) {
    stop([`STATE_DIR cannot be used: ${messageOf(error)}`], EX_CONFIG);
  }
}

function refuseAddress(setting: string): (error: unknown) => never {
  return (error) => stop([`${setting} cannot be used: ${messageOf(error)}`], 1);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function stop(messages: readonly string[], status: number): never {
  process.stderr.write(`${messages.join("\n")}\n`);
  process.exit(status);
}
