/** Times of a bot in the process of a test: no rule depends on how fast the machine is. */
import type { BotOptions } from "../src/discord/bot.js";

/** What takes this long has failed. */
const LONG = 30_000;

export const UNHURRIED: NonNullable<BotOptions["times"]> = {
  request: LONG,
  patience: LONG,
  acknowledge: LONG,
};
