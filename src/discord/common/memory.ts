/** Forgets the oldest: a map that never grows beyond a bound. */

export interface BoundedMap<K, V> {
  get(key: K): V | undefined;
  /** Puts `key` last in line to be forgotten. */
  set(key: K, value: V): void;
  delete(key: K): void;
  readonly size: number;
}

/** Keeps the latest `most` keys, at least one; `forgotten` is given the value of each that had to make room. */
export function createBoundedMap<K, V>(most: number, forgotten?: (value: V) => void): BoundedMap<K, V> {
  const map = new Map<K, V>();
  return {
    get: (key) => map.get(key),
    set(key, value) {
      map.delete(key);
      map.set(key, value);
      if (map.size <= most) return;
      for (const [oldest, its] of map) {
        map.delete(oldest);
        return forgotten?.(its);
      }
    },
    delete: (key) => void map.delete(key),
    get size() {
      return map.size;
    },
  };
}
