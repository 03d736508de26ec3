/** Repeats what people wrote without letting it ping, format, link or break a line. */

/** Characters that Discord may read as markup. It does not show a backslash before any of them. */
const MARKS = /[\\*_~`|[\]()<>@#:+-]/g;

/** Marks a text that was cut. */
export const CUT = "…";

/** Returns `text` on one line, cut to `most` characters and then escaped, which at worst doubles it. */
export function escapeUserText(text: string, most: number): string {
  const characters = [...text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim()];
  const shown = characters.length <= most ? characters : [...characters.slice(0, most - 1), CUT];
  return shown.join("").replace(MARKS, "\\$&");
}

/** Returns what `escapeUserText` was given, without line breaks and without the part that it cut. */
export const unescapeUserText = (text: string): string => text.replace(/\\(.)/gu, "$1");
