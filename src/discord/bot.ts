/** Logs the bot in to Discord, handles its events, and closes it without cutting an answer off. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, Events, Status } from "discord.js";
import { createCounters, type Recorder } from "./common/counters.js";
import { createDispatcher } from "./common/dispatcher.js";
import { createReference, describeError } from "./common/fault.js";
import { type BotTimes, DISCORD_TIMES } from "./common/times.js";
import type { BotContext } from "./context/bot-context.js";
import { createDelivery } from "./delivery/delivery.js";
import { createClient } from "./gateway/client.js";
import { REFUSED_TOKEN } from "./gateway/close-codes.js";
import { createHttpTransport } from "./gateway/http-transport.js";
import { logIn } from "./gateway/login.js";
import { createRestOptions, type ProxySettings } from "./gateway/rest-options.js";
import { createIdentifySchedule, type IdentifyThrottler, type ShardRange } from "./gateway/shard-range.js";
import { watchShards } from "./gateway/watchdog.js";
import { listen } from "./listening.js";
import { createNotifier } from "./moderators/notices.js";
import { type HomeRecord, registerCommands } from "./registration.js";

export interface BotOptions extends Omit<BotContext, "delivery" | "counters"> {
  readonly token: string;
  /** Another base of Discord's REST API, such as that of a REST proxy, without version and without a slash at its end. */
  readonly api?: string | undefined;
  readonly proxy?: ProxySettings | undefined;
  /**
   * Over HTTP the bot connects to nothing and gets each interaction through `answer`; messages then don't reach it. By
   * default Discord is asked for `applicationId`.
   */
  readonly interactions?: { readonly over: "gateway" | "http"; readonly applicationId?: string | undefined };
  /** The shards that this process serves; by default all that Discord recommends. */
  readonly shards?: ShardRange | undefined;
  /** Spaces the IDENTIFY requests, instead of discord.js or the schedule of a range. */
  readonly identifyThrottler?: IdentifyThrottler;
  /** Remembers the home server, so that its commands can be removed when another becomes it. */
  readonly homeRecord?: HomeRecord;
  readonly recorder: Recorder;
  readonly times?: Partial<BotTimes>;
  /** Called once, with a line for the operator, when the bot can't go on: it should be closed and started again. */
  readonly onFailure?: (line: string) => void;
}

export type Bot = Readonly<Awaited<ReturnType<typeof openBot>>>;

/** Logs in and answers from then on. Rejects with a `LoginError`. */
export async function openBot({ token, api, shards, recorder, onFailure, ...given }: BotOptions) {
  const times: BotTimes = { ...DISCORD_TIMES, ...given.times };
  // Errors of discord.js hold what people wrote.
  const log = given.log.child({}, { serializers: { err: describeError } });
  const counters = createCounters(recorder);
  /** Each attempt to log in creates a client, and each client has its context. */
  const createContext = (client: Client): BotContext => {
    const delivery = createDelivery(client, log, counters, times);
    return { ...given, log, counters, delivery };
  };
  const dispatcher = createDispatcher(log, counters);
  const transport =
    given.interactions?.over === "http"
      ? createHttpTransport(given.interactions.applicationId, times.acknowledge)
      : undefined;
  const identifyThrottler = given.identifyThrottler ?? (shards && createIdentifySchedule(shards, times));
  if (given.proxy !== undefined && transport === undefined)
    log.warn({ hint: "INTERACTIONS=http needs no gateway" }, "gateway.proxy_ignored");

  let isOver = true;
  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    stopWatching();
    log.fatal({ reason }, "bot.failed");
    onFailure?.(reason);
  };
  const direct = createRestOptions({ times, api, proxy: given.proxy, onTokenLost: () => end(REFUSED_TOKEN) });
  const rest = transport ? { ...direct, makeRequest: transport.interceptRequests(direct.makeRequest) } : direct;
  const { client, identifyWait } = await logIn({
    token,
    rest,
    wantsContent: transport ? undefined : given.channels.isAnyListed(),
    shards,
    times,
    log,
    createClient(readsContent, abandoned) {
      const created = createClient({ rest, readsContent, shards, transport, identifyThrottler, abandoned });
      created.on(Events.Error, (error) => log.error({ err: error }, "client.error"));
      created.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, "shard.error"));
      created.on(Events.ShardReconnecting, (shard) => {
        if (!isOver) log.info({ shard }, "shard.reconnecting");
      });
      created.rest.on("invalidRequestWarning", (warning) => log.warn(warning, "rest.many_refusals"));
      listen(created, createContext(created), dispatcher);
      return created;
    },
  });
  const bot = createContext(client);
  isOver = false;
  const stopWatching = watchShards(client, times.watchdog + identifyWait, end);

  // One process of several on the gateway is enough; over HTTP there may be no other.
  const isFirst = shards === undefined || shards.ids.includes(0);
  const registered =
    isFirst &&
    (await registerCommands(client, bot, given.homeRecord).catch((error: unknown) => {
      log.error({ err: error, reference: createReference() }, "commands.bug");
      return false;
    }));
  const { size } = client.guilds.cache;
  log.info(
    transport ? { registered, over: "http" } : { registered, servers: size, shards: client.ws.shards.size },
    "bot.connected",
  );
  if (isFirst) {
    const notify = createNotifier(bot);
    bot.onDataNews?.((news) => {
      if (!isOver) void notify(news);
    });
    const problems = bot.dataProblems?.() ?? [];
    if (problems.length > 0) await notify({ kind: "kept", version: bot.context().version, problems });
  }
  return {
    client,
    /** Whether the registered commands had to be changed. */
    registered,
    counters,
    /** Only over HTTP: returns the first answer to an interaction that Discord has sent and signed. */
    answer: transport?.answer,
    /** Returns each shard's number and whether it has a session; none over HTTP. */
    shards: () =>
      transport ? [] : client.ws.shards.map(({ id, status }) => ({ id, isReady: status === Status.Ready })),
    /**
     * Takes no more events, finishes those under way, logs out; returns how many answers were cut off after `within`
     * milliseconds, by default those of `times.drain`.
     */
    async close(within = times.drain): Promise<number> {
      isOver = true;
      stopWatching();
      const unfinished = await dispatcher.drain(within);
      await Promise.race([client.destroy(), sleep(times.farewell, undefined, { ref: false })]);
      log.info({ unfinished, counts: counters.counts }, "bot.closed");
      return unfinished;
    },
  };
}
