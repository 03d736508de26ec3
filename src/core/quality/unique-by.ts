/** The first of the items with each key, in the order of their last ones. */
export const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  [...new Map([...items].reverse().map((item) => [keyOf(item), item])).values()].reverse();
