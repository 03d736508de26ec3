/** Finds characters that cannot be seen and change what readers get: marks of direction, controls, blanks without width. */

/**
 * Control, surrogate and private-use characters, the separators of lines and paragraphs, what Unicode calls
 * default-ignorable, and the empty Braille cell. Not a tab or a line end, which YAML judges, nor what forms an emoji.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{DI}\u2800](?<![\t\n]|\ufe0f|(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f)\u200d(?=\p{Extended_Pictographic}))/gu;

/** The place of such a character, as an offset, and what to do about it. */
export interface Unseen {
  readonly at: number;
  readonly length: number;
  readonly message: string;
  readonly fix: string;
}

export const findUnseen = (text: string): Unseen[] =>
  [...text.matchAll(UNSEEN)].map(({ 0: character, index }) => ({
    at: index,
    length: character.length,
    message: `The character U+${codeOf(character)} stands here, which cannot be seen.`,
    fix: "Delete it: put the cursor behind it, and press the Backspace key.",
  }));

/** Returns `text` with `mark` in the place of each such character, so that it can be shown. */
export const replaceUnseen = (text: string, mark: string): string => text.replace(UNSEEN, mark);

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
