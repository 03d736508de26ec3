/** Other people's words, shown back: nothing in them pings, formats, links or breaks a line. */

/** What Discord could read as more than text; a backslash before any of them is not shown. */
const MARKS = /[\\*_~`|[\]()<>@#:+-]/g;

/** Stands for what was cut. */
export const CUT = "…";

/** `text` on one line, at most `most` characters before it is escaped, which at worst doubles it. */
export function escapeUserText(text: string, most: number): string {
  const characters = [...text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim()];
  const shown = characters.length <= most ? characters : [...characters.slice(0, most - 1), CUT];
  return shown.join("").replace(MARKS, "\\$&");
}

/** What `escapeUserText` was given, but for line breaks and what it cut. */
export const unescapeUserText = (text: string): string => text.replace(/\\(.)/gu, "$1");
