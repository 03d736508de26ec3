/** Starts everything: reads the settings, opens the data, and connects the commands to Discord. */
import { config as loadEnvFile } from "dotenv";
import { pino } from "pino";
import { commands } from "../commands/all.js";
import { type Config, readConfig } from "./config.js";
import { createClockWarning, findClockProblem, trustedDay } from "./core/data/clock.js";
import type { Draft } from "./core/quality/draft.js";
import { dateOf } from "./core/values/calendar.js";
import { type Bot, openBot } from "./discord/bot.js";
import { createReference, describeError } from "./discord/common/fault.js";
import { createBotMemory } from "./discord/context/bot-memory.js";
import { LoginError } from "./discord/gateway/login.js";
import type { LocalDiscord } from "./local.js";
import { HELP, readArguments } from "./process/arguments.js";
import { messageOf } from "./process/error.js";
import { BAD_USAGE, EX_CONFIG, exitWith, INTERRUPTED } from "./process/exit.js";
import { handleSignals, watchParent } from "./process/signals.js";
import { openStateFolder, type StateFolder } from "./state/state-folder.js";
import { type LiveData, openLiveData } from "./store/live-data.js";
import type { Meanwhile } from "./store/start.js";
import { reviewInWorker } from "./store/worker.js";
import { type InteractionsServer, openInteractionsServer } from "./web/interactions-server.js";
import { createMetrics } from "./web/metrics.js";
import { openMonitor } from "./web/monitor.js";

const LEARNING: Readonly<Record<Meanwhile, string>> = {
  nothing: "The data is new. The bot learns from it first, which takes ten to twenty seconds, and then connects.",
  "last good data":
    "The data is new. The bot learns from it, which takes ten to twenty seconds, and answers from the last good data until then.",
};

const given = readArguments(process.argv.slice(2));
if ("problems" in given) exitWith(given.problems, BAD_USAGE);
if (given.help) {
  process.stdout.write(`${HELP}\n`);
  process.exit(0);
}
loadEnvFile({ quiet: true });
const config = readConfig(process.env, given);
if ("problems" in config) exitWith(config.problems, EX_CONFIG);

// Writes lines together, and without making answers wait: these many bytes, or the lines of these many milliseconds. On
// exit the last ones are written first.
const output = pino.destination({ sync: false, minLength: 4096, periodicFlush: 200 });
const log = pino({ level: config.LOG_LEVEL, serializers: { err: describeError } }, output);
// discord.js throws outside of any handler if an event is not as documented. The next event may be.
process.on("unhandledRejection", (error) => {
  log.error({ err: error, reference: createReference() }, "process.unhandled_rejection");
});
// The state of the program is unknown after that. The error itself may hold what people wrote.
process.on("uncaughtException", (error) => {
  const reference = createReference();
  log.fatal({ err: error, reference }, "process.uncaught_exception");
  exitWith([`The bot stopped because of a bug (reference ${reference}). The log has the details.`], 1);
});

/** The parts that are open so far; all of them are closed at the end. */
const parts: {
  data?: LiveData;
  bot?: Bot;
  server?: InteractionsServer;
  local?: LocalDiscord;
  clockProblem?: () => string | undefined;
  isEnding?: true;
} = {};
handleSignals({
  close: (signal) => void close(signal, config),
  endNow: () =>
    exitWith(["Ctrl+C was pressed again: the bot ended at once, and cut off the answers under way."], INTERRUPTED),
});
if (process.env["npm_lifecycle_event"] === "start") watchParent(() => void close("npm ended", config));

const { token, api, homeServer, stateFolder } = await openDiscord(config);
const metrics = createMetrics({
  version: () => parts.data?.current().version,
  shards: () => parts.bot?.shards() ?? [],
});
if (config.METRICS_PORT !== undefined) {
  const address = { host: config.METRICS_HOST, port: config.METRICS_PORT };
  const { url } = await openMonitor(address, metrics, () => parts).catch(refuseAddress("METRICS_PORT"));
  log.info({ url }, "monitor.listening");
}
const report = (problem: string) => log.warn({ problem }, "state.problem");
const today = () => dateOf(new Date());
const { channels, homeRecord } = openState();
await parts.local?.listChannels(channels);
const onLearning = (answersFrom: Meanwhile) => announce(LEARNING[answersFrom]);
const data = await openLiveData({ dataFolder: config.DATA_DIR, stateFolder, today, report, onLearning });
if (!("current" in data)) exitWith(data.problems, 1);
parts.data = data;
for (const problem of data.problems()) log.warn({ problem }, "data.invalid");
parts.clockProblem = () => findClockProblem(data.current().answerer.knowledge, today());
const warnOfClock = createClockWarning(parts.clockProblem, (problem) => log.warn({ problem }, "clock.behind"));
warnOfClock();
data.onNews(({ kind }) => {
  metrics.reloaded(kind);
  warnOfClock();
});
data.watch();

try {
  const { HTTPS_PROXY: proxy, NO_PROXY: except, DISCORD_PUBLIC_KEY: publicKey, HOST: host, PORT: port } = config;
  parts.bot = await openBot({
    token,
    api,
    interactions: { over: config.INTERACTIONS, applicationId: config.DISCORD_APPLICATION_ID },
    shards: config.SHARDS,
    times: { login: config.LOGIN_SECONDS, watchdog: config.WATCHDOG_SECONDS, drain: config.DRAIN_SECONDS },
    onFailure: (line) => exitWith([line], 1),
    // The sandbox on this machine is reached directly.
    proxy: proxy === undefined || parts.local ? undefined : { url: proxy, except },
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
    review: (draft: Draft) => reviewInWorker(data.current().files, draft),
    dataUrl: config.DATA_URL,
    dataProblems: data.problems,
    onDataNews: data.onNews,
    homeServer,
    homeRecord,
    onIgnored: parts.local?.explainSilence,
    memory: createBotMemory({ serverPerMinute: config.SERVER_QUESTIONS_A_MINUTE }),
    log,
    recorder: metrics,
  });
  const { answer } = parts.bot;
  if (answer !== undefined && publicKey !== undefined) {
    const opening = openInteractionsServer({ host, port, publicKey, answer, recorder: metrics, log });
    parts.server = await opening.catch(refuseAddress("PORT"));
    log.info({ url: `${parts.server.url}/interactions` }, "interactions.listening");
  }
} catch (error) {
  if (!(error instanceof LoginError)) throw error;
  exitWith([error.message], error.isFinal ? EX_CONFIG : 1);
}
if (parts.local) announce(parts.local.greeting);

/** Writes to the terminal if the bot runs in the browser, and to the log on Discord. */
function announce(line: string): void {
  if (parts.local === undefined) log.info({ note: line }, "bot.starting");
  else process.stdout.write(`${line}\n`);
}

/** Returns Discord itself; or, without a token, a sandbox on this machine, whose code a bot on Discord never loads. */
async function openDiscord({ DISCORD_TOKEN: token, DISCORD_API: api, HOME_GUILD: homeServer, ...given }: Config) {
  if (token !== undefined) {
    announce("Runs on Discord. Without DISCORD_TOKEN it would run in the browser, on this machine alone.");
    return { token, api, homeServer, stateFolder: given.STATE_DIR };
  }
  const { openLocalDiscord } = await import("./local.js");
  const local = await openLocalDiscord(given.PORT, given.STATE_DIR);
  if ("problem" in local) exitWith([local.problem], local.isFinal ? EX_CONFIG : 1);
  parts.local = local;
  return local;
}

async function close(reason: string, { DRAIN_SECONDS: drain }: Config): Promise<void> {
  if (parts.isEnding) return;
  log.info({ reason }, "bot.closing");
  parts.isEnding = true;
  const since = performance.now();
  const left = () => Math.max(0, drain - (performance.now() - since));
  await parts.data?.close();
  await parts.server?.close(left());
  const unfinished = (await parts.bot?.close(left())) ?? 0;
  await parts.local?.close();
  if (unfinished > 0) exitWith([`Answers cut off because they took longer than DRAIN_SECONDS: ${unfinished}.`], 1);
  process.exit(0);
}

function openState(): StateFolder {
  try {
    return openStateFolder(stateFolder, report);
  } catch (error) {
    exitWith([`STATE_DIR cannot be used: ${messageOf(error)}`], EX_CONFIG);
  }
}

function refuseAddress(setting: string): (error: unknown) => never {
  return (error) => exitWith([`${setting} cannot be used: ${messageOf(error)}`], 1);
}
