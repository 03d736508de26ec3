/** Token buckets, one for each key, which also know whether a key's owner was told to wait. */
import { LRUCache } from "lru-cache";

interface TokenBucketOptions {
  /** The tokens in a full bucket. */
  readonly burst: number;
  /** Milliseconds after which a bucket gets one more token. */
  readonly every: number;
}

/** The keys that are kept. The oldest ones are dropped, and their buckets count as full. */
const MAX_KEYS = 500;

export function createTokenBuckets({ burst, every }: TokenBucketOptions, now: () => number) {
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
