/** Rate limits, so that no member can make the bot flood a channel. */
import { LRUCache } from "lru-cache";
import { wordsIn } from "../../core/i18n/words.js";
import type { Locale } from "../../core/values/locale.js";

export interface RateLimitOptions {
  /** The questions that one person may ask at once. */
  readonly burst?: number;
  /** The questions a minute on one server, from all members together. A sixth of them may come at once. */
  readonly serverPerMinute?: number;
}

/** Who asks, and where. `server` is null in a direct message. */
interface RateLimitRequest {
  readonly asker: string;
  readonly server: string | null;
  /** The cost, in questions. A press of a button costs less than one. */
  readonly cost?: number;
}

/** Milliseconds until one person may ask one more question. */
const EVERY = 3000;

/** In keystrokes and milliseconds. Discord asks for suggestions at each keystroke, and fast typists make ten a second. */
const TYPING = { burst: 40, every: 100 };

/** `now` is a monotonic clock, in milliseconds. */
export function createRateLimits(now: () => number, { burst = 10, serverPerMinute = 600 }: RateLimitOptions = {}) {
  const askers = createTokenBuckets(burst, EVERY, now);
  const servers = createTokenBuckets(Math.ceil(serverPerMinute / 6), 60_000 / serverPerMinute, now);
  const typists = createTokenBuckets(TYPING.burst, TYPING.every, now);
  return {
    /**
     * Returns whether the request is allowed now. If so, it counts. If not, `who` asked too much, one person or a whole
     * server, and must wait at least one second; `isTold`: they were told so before.
     */
    check({ asker, server, cost = 1 }: RateLimitRequest) {
      const limits = [["asker", askers, asker] as const, ...(server ? [["server", servers, server] as const] : [])];
      for (const [who, buckets, key] of limits) {
        const wait = buckets.waitFor(key, cost);
        if (wait > 0)
          return { kind: "wait", who, seconds: Math.ceil(wait / 1000), isTold: buckets.markTold(key) } as const;
      }
      for (const [, buckets, key] of limits) buckets.take(key, cost);
      return { kind: "allowed" } as const;
    },
    /** Returns whether suggestions are computed for a keystroke of `asker`. If so, it counts. */
    checkTyping(asker: string): boolean {
      const isAllowed = typists.waitFor(asker, 1) === 0;
      if (isAllowed) typists.take(asker, 1);
      return isAllowed;
    },
  };
}

export function describeWait(
  { who, seconds }: { readonly who: "asker" | "server"; readonly seconds: number },
  locale: Locale,
): string {
  const { wait, busy } = wordsIn(locale);
  return (who === "asker" ? wait : busy)(String(seconds));
}

/** The keys that are kept. The oldest ones are dropped, and their buckets count as full. */
const MAX_KEYS = 500;

/**
 * Creates token buckets, one for each key, which also know whether a key's owner was told to wait. A full bucket has
 * `burst` tokens, and gets one more each `every` milliseconds.
 */
function createTokenBuckets(burst: number, every: number, now: () => number) {
  /** `fullAt`: when the bucket will be full again. */
  const buckets = new LRUCache<string, { readonly fullAt: number; readonly isTold: boolean }>({ max: MAX_KEYS });
  const fullAfter = (key: string, tokens: number) => Math.max(now(), buckets.get(key)?.fullAt ?? 0) + tokens * every;
  return {
    /** Returns the milliseconds until the bucket of `key` has `tokens`; 0 if it has them now. */
    waitFor: (key: string, tokens: number): number => Math.max(0, fullAfter(key, tokens) - now() - burst * every),
    take: (key: string, tokens: number): void =>
      void buckets.set(key, { fullAt: fullAfter(key, tokens), isTold: false }),
    /** Returns whether a wait was announced to the owner of `key` since the last `take`; from now on, it was. */
    markTold(key: string): boolean {
      const { fullAt = now(), isTold = false } = buckets.get(key) ?? {};
      buckets.set(key, { fullAt, isTold: true });
      return isTold;
    },
  };
}
