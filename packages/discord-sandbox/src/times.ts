/** Every duration of the sandbox, in one mutable place: a test changes one instead of waiting. */

export interface Times {
  /** Milliseconds since 1970. */
  now: () => number;
  /** How late an interaction may be acknowledged; a negative number makes every acknowledgement late. */
  acknowledgeWithin: number;
  /** How long an interaction's token is good for edits and follow-ups. */
  interactionLife: number;
  heartbeatEvery: number;
  /** The pause between two IDENTIFYs of one concurrency key. */
  identifyEvery: number;
  /** How long a session without a socket can still be resumed. */
  sessionLife: number;
  /** How long an identical nonce counts as the same message. */
  nonceLife: number;
  /** How long a person waits for the bot before giving up. */
  patience: number;
}

export const DISCORD_TIMES: Times = {
  now: Date.now,
  acknowledgeWithin: 3_000,
  interactionLife: 15 * 60_000,
  heartbeatEvery: 41_250,
  identifyEvery: 5_000,
  sessionLife: 5 * 60_000,
  nonceLife: 3 * 60_000,
  patience: 5_000,
};
