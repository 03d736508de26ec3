/** Lets so many through at once and then one in a while, for each of many, and knows who has been told to wait. */
import { LRUCache } from "lru-cache";

export interface Allowance {
  /** How many may come at once. */
  readonly burst: number;
  /** Milliseconds after which one more may come. */
  readonly every: number;
}

export interface Allowances {
  /** Milliseconds until `key` may come, for `share` of what one takes; 0 is now. */
  wait(key: string, share: number): number;
  take(key: string, share: number): void;
  /** Whether `key` had been told to wait before; from now on it has. */
  tell(key: string): boolean;
}

/** Keys kept; the oldest are forgotten first. */
const MOST = 500;

export function createAllowances({ burst, every }: Allowance, now: () => number): Allowances {
  /** When all of a key's will have been worked off, as if each took `every`. */
  const known = new LRUCache<string, { readonly busyUntil: number; readonly told: boolean }>({ max: MOST });
  const after = (key: string, share: number) => Math.max(now(), known.get(key)?.busyUntil ?? 0) + share * every;
  return {
    wait: (key, share) => Math.max(0, after(key, share) - now() - burst * every),
    take: (key, share) => void known.set(key, { busyUntil: after(key, share), told: false }),
    tell(key) {
      const { busyUntil = now(), told = false } = known.get(key) ?? {};
      known.set(key, { busyUntil, told: true });
      return told;
    },
  };
}
