/** Remembers when a thing came in, for as long as anybody holds the thing. */

export interface Receipts {
  /** When `thing` was first received, by the clock: now, if that is news. */
  of(thing: object): number;
}

export function createReceipts(now: () => number): Receipts {
  const at = new WeakMap<object, number>();
  return {
    of(thing) {
      const known = at.get(thing) ?? now();
      at.set(thing, known);
      return known;
    },
  };
}
