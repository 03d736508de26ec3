/** All durations of `src/discord`, in milliseconds: a test gives its own instead of waiting. */

/** How long Discord and people wait. A time shorter than Discord's own limit leaves room for the network. */
export const DISCORD_TIMES = {
  /** How long attempts to log in may take together. */
  login: 5 * 60_000,
  /** How long a request waits for an answer before it is repeated. */
  request: 10_000,
  /** How long the one repetition of a call without an answer waits; discord.js has repeated it by then. */
  retry: 250,
  /** How long no request is made after a refusal that doesn't say how long to wait. */
  pause: 5_000,
  /** How long a message is worth trying under a rate limit: an answer long after its question only confuses. */
  patience: 30_000,
  /** From receipt, within which Discord takes a first answer (docs: interactions/receiving-and-responding). */
  acknowledge: 2_900,
  /** From receipt, within which an acknowledged interaction can be answered; 15 minutes at Discord. */
  tokenLife: 14 * 60_000,
  /** How long the bot doesn't write into a channel after it lacked a permission there. */
  forbidden: 10 * 60_000,
  /** How long a shard may be without a session; discord.js waits without end for the answer to a RESUME. */
  watchdog: 60_000,
  /**
   * How long a shard's turn to identify takes. Discord takes one IDENTIFY in 5 s for each remainder of shard / max_concurrency (docs:
   * events/gateway); the rest is for clocks that differ and for the time on the way.
   */
  turn: 6_000,
  /** How long after the beginning of its turn a shard may identify; a later one waits for its next turn. */
  beginning: 500,
  /** How long the bot waits for the answers under way when it closes. */
  drain: 8_000,
  /** How long it waits to log out after that; discord.js may wait without end for a silent gateway. */
  farewell: 2_000,
};

export type BotTimes = Readonly<typeof DISCORD_TIMES>;
