/** Which shards a process serves, and when each may begin a session without colliding with another machine. */
import { setTimeout as sleep } from "node:timers/promises";
import type { WebSocketOptions } from "discord.js";
import type { BotTimes } from "../common/times.js";

/** Some shards of `count`, which all machines with one token must agree on. */
export interface ShardRange {
  readonly ids: readonly number[];
  readonly count: number;
}

type IdentifyTimes = Pick<BotTimes, "turn" | "beginning">;

/** The time of day is the same on all machines. */
const WALL_CLOCK = {
  now: () => Date.now(),
  wait: (milliseconds: number, signal?: AbortSignal): Promise<unknown> => sleep(milliseconds, undefined, { signal }),
};

export type IdentifyThrottler = NonNullable<WebSocketOptions["buildIdentifyThrottler"]>;

/** Returns the number of turns after which a shard's turn comes again: at most `concurrency` shards share one. */
const turnsOf = ({ count }: ShardRange, concurrency: number): number => Math.ceil(count / concurrency);

/** Returns the longest time, in milliseconds, that a shard waits for its turn. */
export const longestWait = (range: ShardRange | undefined, concurrency: number, { turn }: IdentifyTimes): number =>
  range === undefined ? 0 : (turnsOf(range, concurrency) + 1) * turn;

/**
 * Assigns turns by the clock: shards 0 to max_concurrency - 1 have the first, the next ones the second, and so on, round
 * and round. No two machines begin at once, at a start or later, and they share nothing but the time of day.
 */
export function createIdentifySchedule(range: ShardRange, times: IdentifyTimes, clock = WALL_CLOCK): IdentifyThrottler {
  const used = new Map<number, number>();
  return async (manager) => {
    const { max_concurrency: concurrency } = (await manager.fetchGatewayInformation()).session_start_limit;
    const turns = turnsOf(range, concurrency);
    return {
      async waitForIdentify(shard, signal) {
        const mine = Math.floor(shard / concurrency);
        const at = clock.now();
        const current = Math.floor(at / times.turn);
        const isMine = current % turns === mine && at % times.turn < times.beginning && used.get(shard) !== current;
        const next = isMine ? current : current + 1 + ((mine - current - 1 + turns * (current + 1)) % turns);
        used.set(shard, next);
        if (!isMine) await clock.wait(next * times.turn - at, signal);
      },
    };
  };
}
