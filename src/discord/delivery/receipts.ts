/** Remembers when a thing came in, for as long as anybody holds the thing. */

export interface Receipts {
  /** When `thing` was first received, by the clock: now, if that is news. */
  of(thing: object): number;
}

export function createReceipts(now: () => number): Receipts {
  const at = new WeakMap<object, number>();
  return {
    of(thing) {
      const known = at.get(thing);
      if (known !== undefined) return known;
      const received = now();
      at.set(thing, received);
      return received;
    },
  };
}
