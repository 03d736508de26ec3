/** Tells which of the bot's languages a text is written in. */
import { normalise } from "../text/text.js";
import type { Locale } from "../values/locale.js";

/** Returns the variety of Chinese that `text` is written in; English for every other language. */
export function localeOfText(text: string): Locale {
  const characters = text.match(/\p{Script=Han}/gu)?.join("") ?? "";
  // Japanese and Korean use the same characters, beside letters of their own.
  if (characters === "" || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return "en";
  return normalise(characters) === characters ? "zh-CN" : "zh-TW";
}
