/** Rows of text under a head, in columns as wide as they need. */

type Row = readonly string[];

/** The first column stands to the left, figures to the right. */
export function formatTable(head: Row, rows: readonly Row[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const formatRow = (row: Row): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd();
  return [formatRow(head), widths.map((width) => "-".repeat(width)).join("  "), ...rows.map(formatRow)].join("\n");
}

export const formatPercent = (share: number, digits = 1): string => (share * 100).toFixed(digits);
