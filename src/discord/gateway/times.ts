/** All durations of `src/discord`, in milliseconds: a test gives its own instead of waiting. */
import type { DeliveryTimes } from "../delivery/create-delivery.js";
import type { RestTimes } from "./rest-options.js";
import type { IdentifyTimes } from "./shard-range.js";
import type { WatchdogTimes } from "./watchdog.js";

export interface BotTimes extends DeliveryTimes, RestTimes, IdentifyTimes, WatchdogTimes {
  /** For all attempts to log in. */
  readonly login: number;
  /** For the answers under way when the bot closes. */
  readonly drain: number;
  /** For logging out after that; discord.js may wait without end for a silent gateway. */
  readonly farewell: number;
}

/** The tolerance of Discord and of people; what is shorter than Discord's own limit leaves time for the way there. */
export const DISCORD_TIMES: BotTimes = {
  request: 10_000,
  retry: 250,
  pause: 5_000,
  patience: 30_000,
  acknowledge: 2_900,
  tokenLife: 14 * 60_000,
  forbidden: 10 * 60_000,
  watchdog: 60_000,
  turn: 6_000,
  beginning: 500,
  login: 5 * 60_000,
  drain: 8_000,
  farewell: 2_000,
};
