/** Counts the slips between two words. */

const createRows = (length: number) =>
  [new Int32Array(length + 2), new Int32Array(length + 2), new Int32Array(length + 2)] as const;

/** The length of the rows below, which are reused because words are compared by the thousand. */
const LONGEST = 64;
const ROWS = createRows(LONGEST);

/** Returns the number of inserted, dropped, changed or swapped letters between `a` and `b`; at most `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [beforeLast, last, row] = b.length <= LONGEST ? ROWS : createRows(b.length);
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Cells further from the diagonal than the limit are always above it.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    let least = from === 1 ? i : limit + 1;
    row[from - 1] = least;
    for (let j = from; j <= to; j++) {
      const isSame = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      const isSwap =
        i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      let cost = (last[j - 1] as number) + (isSame ? 0 : 1);
      cost = Math.min(cost, (last[j] as number) + 1, (row[j - 1] as number) + 1);
      if (isSwap) cost = Math.min(cost, (beforeLast[j - 2] as number) + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    row[to + 1] = limit + 1;
    if (least > limit) return limit + 1;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  return Math.min(last[b.length] as number, limit + 1);
}
