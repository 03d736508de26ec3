/** Every duration of the sandbox, in one mutable place: a test changes one instead of waiting. In milliseconds. */
export const DISCORD_TIMES = {
  /** Milliseconds since 1970. */
  now: Date.now,
  /** How late an interaction may be acknowledged; a negative number makes every acknowledgement late. */
  acknowledgeWithin: 3_000,
  /** How long an interaction's token is good for edits and follow-ups. */
  interactionLife: 15 * 60_000,
  heartbeatEvery: 41_250,
  /** The pause between two IDENTIFYs of one concurrency key. */
  identifyEvery: 5_000,
  /** How long a session without a socket can still be resumed. */
  sessionLife: 5 * 60_000,
  /** How long an identical nonce counts as the same message. */
  nonceLife: 3 * 60_000,
  /** How long a person waits for the bot before giving up. */
  patience: 5_000,
};

export type Times = typeof DISCORD_TIMES;
