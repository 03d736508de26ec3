/** Returns the first item with each key, in the order of the last item with each key. */
export const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
