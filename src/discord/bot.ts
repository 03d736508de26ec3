/** The bot on Discord: logs in, hears what people do, and ends without leaving an answer half given. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Client, Events, Status } from "discord.js";
import { describeError } from "./common/fault.js";
import { createIntake, createReference } from "./common/intake.js";
import { createTally, type Meter, type Tally } from "./common/tally.js";
import { type House, withoutState } from "./context/house.js";
import { createDelivery } from "./delivery/outbox.js";
import { createClient } from "./gateway/client.js";
import { REFUSED_TOKEN } from "./gateway/closing.js";
import { type Line, openLine } from "./gateway/line.js";
import { logIn } from "./gateway/login.js";
import { createRestOptions } from "./gateway/rest-options.js";
import { createTurns, type IdentifyThrottler, longestWait, type ShardRange } from "./gateway/shard-range.js";
import { type BotTimes, DISCORD_TIMES } from "./gateway/times.js";
import { watchShards } from "./gateway/watchdog.js";
import { listen } from "./listening.js";
import { createNotices } from "./moderators/notices.js";
import { registerCommands } from "./registration.js";

export interface BotOptions
  extends Omit<House, "delivery" | "channels" | "reload" | "review" | "desk" | "tally">,
    Partial<Pick<House, "channels" | "reload" | "review" | "desk">> {
  readonly token: string;
  /** Another base of Discord's REST API, such as a proxy's: without version and without a slash at its end. */
  readonly api?: string | undefined;
  /**
   * Over HTTP the bot connects to nothing and is given each interaction by `answer`; messages then don't reach it.
   * `applicationId` is asked of Discord where it is missing.
   */
  readonly interactions?: { readonly over: "gateway" } | { readonly over: "http"; readonly applicationId?: string };
  /** The part of the gateway that this process serves; all of it, as Discord sees fit, where it is missing. */
  readonly shards?: ShardRange | undefined;
  /** Spaces the beginnings of sessions, in the place of discord.js or of the turns that a range has. */
  readonly identifyThrottler?: IdentifyThrottler;
  readonly meter?: Meter;
  readonly times?: Partial<BotTimes>;
  /** Called once, with a line for whoever runs the bot, when it can't go on: it should be ended, and started anew. */
  readonly fail?: (line: string) => void;
}

export interface Bot {
  readonly client: Client<true>;
  /** Whether the commands had to be registered anew. */
  readonly registered: boolean;
  readonly tally: Tally;
  /** Of a bot over HTTP: gives the first answer to an interaction that Discord has sent and signed. */
  readonly answer: Line["answer"] | undefined;
  /** Each shard's number, and whether it has a session; none over HTTP. */
  shards(): readonly { readonly id: number; readonly isReady: boolean }[];
  /**
   * Takes nothing new, finishes what is under way, logs out; gives how many answers had to be cut off after `within`
   * milliseconds, which are those of `times.drain` where they are not given.
   */
  close(within?: number): Promise<number>;
}

/** Logs in and answers from then on. Rejects with a `LoginError`. */
export async function openBot({ token, api, shards, meter, fail, ...given }: BotOptions): Promise<Bot> {
  const times: BotTimes = { ...DISCORD_TIMES, ...given.times };
  const now = (): number => performance.now();
  // What discord.js throws holds what people wrote.
  const log = given.log.child({}, { serializers: { err: describeError } });
  const tally = createTally(meter);
  const delivery = createDelivery(log, tally, times, now);
  const house: House = { ...withoutState(given.context), ...given, log, tally, delivery };
  const intake = createIntake(log, tally);
  const line =
    given.interactions?.over === "http" ? openLine({ ...given.interactions, hold: times.acknowledge }) : undefined;
  const identifyThrottler = given.identifyThrottler ?? (shards && createTurns(shards, times));

  let isOver = true;
  const end = (reason: string): void => {
    if (isOver) return;
    isOver = true;
    stopWatching();
    log.fatal(reason);
    fail?.(reason);
  };
  const direct = createRestOptions(times, api, () => end(REFUSED_TOKEN), now);
  const rest = line ? { ...direct, makeRequest: line.carry(direct.makeRequest) } : direct;
  let turns = 0;
  const client = await logIn({
    token,
    rest,
    wantsContent: line ? undefined : house.channels.isAnyListed(),
    shards: shards?.ids.length,
    turns(concurrency) {
      turns = longestWait(shards, concurrency, times);
      return turns;
    },
    within: times.login,
    log,
    now,
    createClient(readsContent) {
      const created = createClient({ rest, readsContent, shards, line, identifyThrottler });
      created.on(Events.Error, (error) => log.error({ err: error }, "the client reported an error"));
      created.on(Events.ShardError, (error, shard) => log.warn({ err: error, shard }, "a shard reported an error"));
      created.on(Events.ShardReconnecting, (shard) => {
        if (!isOver) log.info({ shard }, "a shard reconnects");
      });
      created.rest.on("invalidRequestWarning", (warning) => log.warn(warning, "Discord refuses many requests"));
      listen(created, house, intake);
      return created;
    },
  });
  isOver = false;
  const stopWatching = watchShards(client, { watchdog: times.watchdog + turns }, end, now);

  // Of several processes on the gateway one is enough; over HTTP there may be no other.
  const isFirst = shards === undefined || shards.ids.includes(0);
  const registered = isFirst && (await register(client, house));
  const { size } = client.guilds.cache;
  log.info(
    line ? { registered, over: "http" } : { registered, servers: size, shards: client.ws.shards.size },
    "connected",
  );
  if (isFirst) await tellOfData(client, house, now, () => isOver);
  return {
    client,
    registered,
    tally,
    answer: line?.answer,
    shards: () => (line ? [] : client.ws.shards.map(({ id, status }) => ({ id, isReady: status === Status.Ready }))),
    async close(within = times.drain) {
      isOver = true;
      stopWatching();
      const unfinished = await intake.drain(within);
      await Promise.race([client.destroy(), sleep(times.farewell, undefined, { ref: false })]);
      log.info({ unfinished, counts: tally.counts }, "closed");
      return unfinished;
    },
  };
}

const register = (client: Client<true>, house: House): Promise<boolean> =>
  registerCommands(client, house.commands, house).catch((error: unknown) => {
    house.log.error({ err: error, reference: createReference() }, "the commands could not be registered");
    return false;
  });

/** The moderators of the home server hear what becomes of each edit, and of data that was bad at the start. */
async function tellOfData(client: Client<true>, house: House, now: () => number, isOver: () => boolean): Promise<void> {
  const notices = createNotices(client, house, now);
  house.onDataNews?.((news) => {
    if (!isOver()) void notices.tell(news);
  });
  const problems = house.dataProblems?.() ?? [];
  if (problems.length > 0) await notices.tell({ kind: "kept", version: house.context().version, problems });
}
