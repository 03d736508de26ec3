/** Counts requests as Discord does, per bucket and per bot, and tells clients through the headers. */
import { createHash } from "node:crypto";
import type { Answer } from "./route.js";

export interface Bucket {
  limit: number;
  /** Milliseconds. */
  per: number;
}

export interface RateLimits {
  /** The bucket of a route, by its operationId. Discord's real sizes are unpublished; clients must read the headers. */
  bucket: (operation: string) => Bucket;
  /** Requests a second over all routes that carry the bot's token. */
  global: number;
}

export const DISCORD_LIMITS: RateLimits = { bucket: () => ({ limit: 50, per: 1000 }), global: 50 };

interface Window {
  used: number;
  endsAt: number;
}

export function createRateLimiter(limits: RateLimits, now: () => number) {
  const windows = new Map<string, Window>();

  const take = (key: string, { limit, per }: Bucket): Window & { over: boolean } => {
    let window = windows.get(key);
    if (!window || window.endsAt <= now()) {
      window = { used: 0, endsAt: now() + per };
      windows.set(key, window);
      if (windows.size > 10_000) forgetPast(windows, now());
    }
    const over = window.used >= limit;
    if (!over) window.used += 1;
    return { ...window, over };
  };

  /**
   * Returns the headers of an answer, and the 429 to send instead of doing the work if there were too many requests. `major`
   * is the channel, guild or token that has a separate bucket.
   */
  return function checkLimits(
    operation: string,
    major: string,
    counted: boolean,
  ): { headers: Record<string, string>; refused?: Answer } {
    if (counted) {
      const whole = take("global", { limit: limits.global, per: 1000 });
      if (whole.over) return { headers: {}, refused: tooManyRequests(whole.endsAt - now(), "global") };
    }
    const bucket = limits.bucket(operation);
    const { used, endsAt, over } = take(`${operation} ${major}`, bucket);
    const headers = {
      "x-ratelimit-bucket": createHash("md5").update(operation).digest("hex"),
      "x-ratelimit-limit": String(bucket.limit),
      "x-ratelimit-remaining": String(Math.max(0, bucket.limit - used)),
      "x-ratelimit-reset": (endsAt / 1000).toFixed(3),
      "x-ratelimit-reset-after": (Math.max(0, endsAt - now()) / 1000).toFixed(3),
    };
    return over ? { headers, refused: tooManyRequests(endsAt - now(), "user") } : { headers };
  };
}

function forgetPast(windows: Map<string, Window>, now: number): void {
  for (const [key, { endsAt }] of windows) if (endsAt <= now) windows.delete(key);
}

function tooManyRequests(wait: number, scope: "global" | "user"): Answer {
  const seconds = Number((wait / 1000).toFixed(3));
  const global = scope === "global";
  return {
    status: 429,
    body: { code: 0, message: "You are being rate limited.", retry_after: seconds, global },
    headers: {
      "retry-after": String(Math.ceil(seconds)),
      "x-ratelimit-scope": scope,
      ...(global && { "x-ratelimit-global": "true" }),
    },
  };
}
