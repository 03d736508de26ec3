/** Repeats what people wrote without letting it ping, format, link or break a line. */

/**
 * Characters that Discord may read as markup, or as part of a link: `discord.gg/name` is an invitation without a scheme.
 * Discord does not show a backslash before any of them.
 */
const MARKS = /[\\*_~`|[\]()<>@#:/+-]/g;

export const CUT = "…";

/** Returns `text` on one line, cut to `most` characters and then escaped, which at worst doubles it. */
export function escapeUserText(text: string, most: number): string {
  // Half of a surrogate pair is no text; Discord refuses it.
  const line = text.replace(/\p{Cs}/gu, "\ufffd").replace(/[\s\p{Cc}\p{Cf}]+/gu, " ");
  const characters = [...line.trim()];
  const shown = characters.length <= most ? characters : [...characters.slice(0, most - 1), CUT];
  return shown.join("").replace(MARKS, "\\$&");
}

/** Returns what `escapeUserText` was given, without line breaks and without the part that it cut. */
export const unescapeUserText = (text: string): string => text.replace(/\\(.)/gu, "$1");
