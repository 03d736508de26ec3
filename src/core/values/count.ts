/** Returns a number with what it counts: "1 answer", "2,000 phrasings". */
export const countOf = (count: number, what: string): string =>
  `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
