/** Introduces the rooms to one another: settings, data, commands and Discord; the only reader of the environment. */
import { config as loadEnvFile } from "dotenv";
import { pino } from "pino";
import { commands } from "../commands/all.js";
import { type Config, readConfig } from "./config.js";
import { findClockProblem, trustedDay } from "./core/data/clock.js";
import type { Draft } from "./core/quality/draft.js";
import { dateOf } from "./core/values/calendar.js";
import { type Bot, openBot } from "./discord/bot.js";
import { describeError } from "./discord/common/fault.js";
import { createReference } from "./discord/common/intake.js";
import { createDesk } from "./discord/context/desk.js";
import { LoginError } from "./discord/gateway/login.js";
import type { LocalDiscord, Place } from "./local.js";
import { HELP, readArguments } from "./process/arguments.js";
import { BAD_USAGE, EX_CONFIG, stop } from "./process/exits.js";
import { watchParent } from "./process/orphan.js";
import { openStateFolder, type StateFolder } from "./state/state-folder.js";
import { reviewOffThread } from "./store/draft-thread.js";
import { type LiveData, openLiveData } from "./store/live-data.js";
import { openInteractionsServer } from "./web/interactions-server.js";
import type { WebServer } from "./web/listening.js";
import { createMetrics } from "./web/metrics.js";
import { openMonitor } from "./web/monitor.js";

const given = readArguments(process.argv.slice(2));
if ("problems" in given) stop(given.problems, BAD_USAGE);
if (given.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
loadEnvFile({ quiet: true });
const config = readConfig(process.env, given);
if ("problems" in config) stop(config.problems, EX_CONFIG);

// Lines are written beside the answers, several at once: so many bytes, or, in milliseconds, what came within that time.
// A process that exits writes the last ones first.
const output = pino.destination({ sync: false, minLength: 4096, periodicFlush: 200 });
const log = pino({ level: config.LOG_LEVEL, serializers: { err: describeError } }, output);
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

/** What is there so far; all of it is closed at the end. */
const parts: {
  data?: LiveData;
  bot?: Bot;
  server?: WebServer;
  local?: LocalDiscord;
  clockProblem?: () => string | undefined;
  isEnding?: true;
} = {};
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void end(signal, config));
if (process.env["npm_lifecycle_event"] === "start") watchParent(() => void end("npm is gone", config));

const { token, api, homeServer, stateFolder } = await openPlace(config);
const metrics = createMetrics({
  version: () => parts.data?.current().version,
  shards: () => parts.bot?.shards() ?? [],
});
await monitor(config);
const report = (problem: string) => log.warn(problem);
const today = () => dateOf(new Date());
const { channels } = openState();
await parts.local?.listChannels(channels);
const patience = setTimeout(() => tell("Learning from the data. Where it is new, that takes up to a minute."), 2000);
const data = await openLiveData({ dataFolder: config.DATA_DIR, stateFolder, today, report });
clearTimeout(patience);
if (!("current" in data)) stop(data.problems, 1);
parts.data = data;
for (const problem of data.problems()) log.warn({ problem }, "the data is bad: the last good data is in force");
parts.clockProblem = () => findClockProblem(data.current().answerer.knowledge, today());
const behind = parts.clockProblem();
if (behind !== undefined) log.warn({ problem: behind }, "clock.behind");
data.onNews(({ kind }) => metrics.reloaded(kind));
data.watch();

try {
  const { INTERACTIONS: over, DISCORD_APPLICATION_ID: applicationId, SHARDS: shards, DATA_URL: dataUrl } = config;
  parts.bot = await openBot({
    token,
    api,
    interactions: { over, ...(applicationId && { applicationId }) },
    shards,
    times: { login: config.LOGIN_SECONDS, watchdog: config.WATCHDOG_SECONDS, drain: config.DRAIN_SECONDS },
    fail: (line) => stop([line], 1),
    commands,
    channels,
    context: () => {
      const current = data.current();
      return {
        ...current,
        today: trustedDay(current.answerer.knowledge, today()),
        clockProblem: parts.clockProblem?.(),
      };
    },
    reload: data.reload,
    review: (draft: Draft) => reviewOffThread(data.current().files, draft),
    dataUrl,
    dataProblems: data.problems,
    onDataNews: data.onNews,
    homeServer,
    onIgnored: parts.local?.explainSilence,
    desk: createDesk({ serverPerMinute: config.SERVER_QUESTIONS_A_MINUTE }),
    log,
    meter: metrics,
  });
  await serveInteractions(config, parts.bot);
} catch (error) {
  if (!(error instanceof LoginError)) throw error;
  stop([error.message], error.isFinal ? EX_CONFIG : 1);
}
if (parts.local) tell(parts.local.greeting);

/** On this machine somebody sits before the terminal; on Discord there is a log. */
function tell(line: string): void {
  if (parts.local === undefined) log.info(line);
  else process.stdout.write(`${line}\n`);
}

/** Discord itself; or, where there is no token, a sketch of it on this machine, which a bot on Discord never loads. */
async function openPlace({ DISCORD_TOKEN, DISCORD_API, HOME_GUILD, STATE_DIR, PORT }: Config): Promise<Place> {
  if (DISCORD_TOKEN !== undefined) {
    log.info("this runs on Discord; without DISCORD_TOKEN it runs in the browser, on this machine alone");
    return { token: DISCORD_TOKEN, api: DISCORD_API, homeServer: HOME_GUILD, stateFolder: STATE_DIR };
  }
  const { openLocalDiscord } = await import("./local.js");
  const local = await openLocalDiscord({ port: PORT, stateFolder: STATE_DIR });
  if ("problem" in local) stop([local.problem], local.isFinal ? EX_CONFIG : 1);
  parts.local = local;
  return local;
}

async function monitor({ METRICS_HOST: host, METRICS_PORT: port }: Config): Promise<void> {
  if (port === undefined) return;
  const { url } = await openMonitor({ host, port, metrics, condition: () => parts }).catch(
    refuseAddress("METRICS_PORT"),
  );
  log.info({ url }, "health and metrics are told");
}

async function serveInteractions({ DISCORD_PUBLIC_KEY: publicKey, HOST: host, PORT: port }: Config, { answer }: Bot) {
  if (answer === undefined || publicKey === undefined) return;
  const options = { host, port, publicKey, answer, meter: metrics, log };
  parts.server = await openInteractionsServer(options).catch(refuseAddress("PORT"));
  log.info({ url: `${parts.server.url}/interactions` }, "interactions are taken");
}

async function end(signal: string, { DRAIN_SECONDS: drain }: Config): Promise<void> {
  log.info({ signal }, "ending");
  parts.isEnding = true;
  const since = performance.now();
  const left = () => Math.max(0, drain - (performance.now() - since));
  parts.data?.close();
  await parts.server?.close(left());
  const unfinished = (await parts.bot?.close(left())) ?? 0;
  await parts.local?.close();
  if (unfinished > 0) stop([`Ended with ${unfinished} answers under way: the time to finish them was over.`], 1);
  process.exit(0);
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
