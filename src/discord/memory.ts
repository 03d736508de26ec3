/** Forgets the oldest: a map that never grows beyond a bound. */

export interface BoundedMap<K, V> {
  get(key: K): V | undefined;
  /** Puts `key` last in line to be forgotten. */
  set(key: K, value: V): void;
  delete(key: K): void;
  readonly size: number;
}

/** Keeps the latest `most` keys, at least one. */
export function createBoundedMap<K, V>(most: number): BoundedMap<K, V> {
  const map = new Map<K, V>();
  return {
    get: (key) => map.get(key),
    set(key, value) {
      map.delete(key);
      map.set(key, value);
      if (map.size > most) for (const oldest of map.keys()) return void map.delete(oldest);
    },
    delete: (key) => void map.delete(key),
    get size() {
      return map.size;
    },
  };
}
