/** The bot on Discord: logs in, hears what people do, and ends without leaving an answer half given. */
import { type Client, Events } from "discord.js";
import { type ClientSettings, createClient } from "./client.js";
import { REFUSED_TOKEN } from "./closing.js";
import { createDelivery } from "./delivery.js";
import { describeError } from "./fault.js";
import { type House, withoutState } from "./house.js";
import { createIntake, createReference } from "./intake.js";
import { listen } from "./listening.js";
import { logIn } from "./login.js";
import { createNotices } from "./notices.js";
import { registerCommands } from "./registration.js";
import { createRestOptions } from "./rest-options.js";
import { createTally, type Tally } from "./tally.js";
import { type BotTimes, DISCORD_TIMES } from "./times.js";
import { watchShards } from "./watchdog.js";

export interface BotOptions
  extends Omit<House, "delivery" | "channels" | "reload" | "review" | "desk">,
    Partial<Pick<House, "channels" | "reload" | "review" | "desk">>,
    Pick<ClientSettings, "identifyThrottler"> {
  readonly token: string;
  /** Another base of Discord's REST API, such as a proxy's: without version and without a slash at its end. */
  readonly api?: string | undefined;
  readonly times?: Partial<BotTimes>;
  /** Called once, with a line for whoever runs the bot, when it can't go on: it should be ended, and started anew. */
  readonly fail?: (line: string) => void;
}

export interface Bot {
  readonly client: Client<true>;
  /** Whether the commands had to be registered anew. */
  readonly registered: boolean;
  readonly tally: Tally;
  /** Takes nothing new, finishes what is under way, logs out; gives how many answers had to be cut off. */
  close(): Promise<number>;
}

/** Logs in and answers from then on. Rejects with a `LoginError`. */
export async function openBot({ token, api, identifyThrottler, fail, ...given }: BotOptions): Promise<Bot> {
  const times: BotTimes = { ...DISCORD_TIMES, ...given.times };
  const now = (): number => performance.now();
  // What discord.js throws holds what people wrote.
  const log = given.log.child({}, { serializers: { err: describeError } });
  const tally = createTally();
  const house: House = {
    ...withoutState(given.context),
    ...given,
    log,
    delivery: createDelivery(log, tally, times, now),
  };
  const intake = createIntake(log, tally);

  let isOver = true;
  const end = (line: string): void => {
    if (isOver) return;
    isOver = true;
    stopWatching();
    log.fatal(line);
    fail?.(line);
  };
  const rest = createRestOptions(times, api, () => end(REFUSED_TOKEN), now);
  const client = await logIn({
    token,
    rest,
    wantsContent: house.channels.isAnyListed(),
    within: times.login,
    log,
    now,
    createClient(readsContent) {
      const created = createClient({ rest, readsContent, ...(identifyThrottler ? { identifyThrottler } : {}) });
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
  const stopWatching = watchShards(client, times, end, now);

  const registered = await registerCommands(client, house.commands, house).catch((error: unknown) => {
    log.error({ err: error, reference: createReference() }, "the commands could not be registered");
    return false;
  });
  log.info({ registered, servers: client.guilds.cache.size, shards: client.ws.shards.size }, "connected");
  const notices = createNotices(client, house, now);
  house.onDataNews?.((news) => {
    if (!isOver) void notices.tell(news);
  });
  const problems = house.dataProblems?.() ?? [];
  if (problems.length > 0) await notices.tell({ kind: "kept", version: house.context().version, problems });
  return {
    client,
    registered,
    tally,
    async close() {
      isOver = true;
      stopWatching();
      const unfinished = await intake.drain(times.drain);
      await client.destroy();
      log.info({ unfinished, counts: tally.counts }, "closed");
      return unfinished;
    },
  };
}
