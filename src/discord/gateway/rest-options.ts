/** How discord.js sends requests: how fast, how patiently, through which proxy, and what stops it. */
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import { EnvHttpProxyAgent } from "undici";
import { PausedError } from "../common/fault.js";
import type { BotTimes } from "../common/times.js";

/** Discord's limit of requests with the bot's token. First answers to interactions do not count towards it. */
const REQUESTS_A_SECOND = 50;

/** Discord bans an address after 10,000 refused requests in ten minutes (docs: topics/rate-limits). */
const WARN_EVERY = 500;

export interface ProxySettings {
  readonly url: string;
  /** Hosts that are reached without it, as NO_PROXY lists them. */
  readonly except?: string | undefined;
}

interface RestSettings {
  readonly times: BotTimes;
  readonly api: string | undefined;
  readonly proxy: ProxySettings | undefined;
  /** Called when Discord refuses the bot's token: discord.js has forgotten it by then. */
  onTokenLost(): void;
}

/**
 * By default, discord.js repeats a refused request without end. Here it repeats one only if Discord said how long to wait, and
 * if the request has no deadline: discord.js doesn't know that of interactions.
 */
export function createRestOptions({ times, api, proxy, onTokenLost }: RestSettings): Partial<RESTOptions> {
  const { request, patience, pause } = times;
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return {
    ...(api === undefined ? {} : { api }),
    ...(proxy && { agent: createProxyAgent(proxy) }),
    timeout: request,
    globalRequestsPerSecond: REQUESTS_A_SECOND,
    invalidRequestWarningInterval: WARN_EVERY,
    rejectOnRateLimit: ({ route, retryAfter }) =>
      retryAfter <= 0 || retryAfter > patience || route.startsWith("/interactions/"),
    async makeRequest(url, init) {
      if (performance.now() < pausedUntil) throw new PausedError("requests to Discord are paused");
      const response = await DefaultRestOptions.makeRequest(url, init);
      if (response.status === 429 && !response.headers.has("retry-after")) pausedUntil = performance.now() + pause;
      if (response.status === 401 && new Headers(init.headers as Record<string, string>).has("authorization"))
        onTokenLost();
      return response;
    },
  };
}

const createProxyAgent = ({ url, except }: ProxySettings): EnvHttpProxyAgent =>
  new EnvHttpProxyAgent({ httpProxy: url, httpsProxy: url, ...(except !== undefined && { noProxy: except }) });
