/** Shows the line of a problem with a mark under the place. */
import type { Problem } from "./problem.js";
import { replaceUnseen } from "./unseen.js";

/** Longer lines are cut around the place, in characters. */
const WIDTH = 100;

/**
 * Returns the line of `problem` in a file of `bytes` and, below it, `^` under the place; undefined if the line is missing or
 * empty. Works in any font of fixed width, for Chinese as well.
 */
export function excerptOf({ line, column, length = 1 }: Problem, bytes: Uint8Array | undefined): string | undefined {
  const source = new TextDecoder().decode(bytes).split(/\r\n?|\n/)[line - 1];
  if (source === undefined || source.trim() === "") return undefined;
  const start = Math.max(0, Math.min(column - 1 - WIDTH / 2, source.length - WIDTH));
  const cut = (text: string): string => replaceUnseen(text.replaceAll("\t", "→"), "�");
  const shown = `${start > 0 ? "…" : ""}${cut(source.slice(start, start + WIDTH))}${start + WIDTH < source.length ? "…" : ""}`;
  const before = `${start > 0 ? " " : ""}${source.slice(start, column - 1)}`;
  const marked = [...source.slice(column - 1, Math.min(column - 1 + length, start + WIDTH))];
  const gutter = `${line} | `;
  const pad = [...before].map((letter) => (isWide(letter) ? "\u3000" : " ")).join("");
  const carets = marked.map((letter) => (isWide(letter) ? "^^" : "^")).join("") || "^";
  return `${gutter}${shown}\n${" ".repeat(gutter.length - 2)}| ${pad}${carets}`;
}

/** Chinese characters and marks take two columns. */
const isWide = (letter: string): boolean => /[\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u.test(letter);
