/** How REST is used: how fast, how patiently, and what every answer is watched for. */
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { PausedError } from "../common/fault.js";

export interface RestTimes {
  /** After so many milliseconds without an answer a request is repeated. */
  readonly request: number;
  /** The longest wait, in milliseconds, that a rate limit may impose on a message. */
  readonly patience: number;
  /** How long nothing is sent, in milliseconds, after a refusal that doesn't say how long to wait. */
  readonly pause: number;
}

/**
 * Discord's limit for what carries the bot's token. First answers to interactions are not counted, here as there, so
 * that it bounds replies to messages and late edits alone.
 */
const REQUESTS_A_SECOND = 50;

/** Discord bans an address after 10,000 refused requests in ten minutes (docs: topics/rate-limits); warned of at each of these. */
const WARN_EVERY = 500;

/**
 * `lostToken` is called when Discord refuses the bot's token: discord.js has forgotten it by then.
 *
 * discord.js repeats a refused request as soon as it may, and without end. That is left to it only where it was told
 * how long to wait, and where nothing depends on when: interactions have a deadline that it doesn't know.
 */
export function createRestOptions(
  { request, patience, pause }: RestTimes,
  api: string | undefined,
  lostToken: () => void,
  now: () => number,
): Partial<RESTOptions> {
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return {
    ...(api === undefined ? {} : { api }),
    timeout: request,
    globalRequestsPerSecond: REQUESTS_A_SECOND,
    invalidRequestWarningInterval: WARN_EVERY,
    rejectOnRateLimit: ({ route, retryAfter }) =>
      retryAfter <= 0 || retryAfter > patience || route.startsWith("/interactions/"),
    async makeRequest(url, init) {
      if (now() < pausedUntil) throw new PausedError();
      const response = await DefaultRestOptions.makeRequest(url, init);
      if (response.status === 429 && !response.headers.has("retry-after")) pausedUntil = now() + pause;
      if (response.status === 401 && new Headers(init.headers as Record<string, string>).has("authorization"))
        lostToken();
      return response;
    },
  };
}
