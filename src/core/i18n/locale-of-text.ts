/** Tells which of the bot's languages a text is written in. */
import type { Knowledge } from "../data/knowledge.js";
import { normalise } from "../text/text.js";
import type { Locale } from "../values/locale.js";
import { toTaiwan } from "./taiwan.js";

/** Characters of written Cantonese: most of its readers read traditional ones, though these are the same in both varieties. */
const CANTONESE = /[冇咗啲嘅喺佢唔咩㗎嚟乜嘢哋咁嗰]/;

/** Returns the variety of Chinese that `text` is written in; English for every other language. */
export function localeOfText(text: string): Locale {
  const characters = text.match(/\p{Script=Han}/gu)?.join("") ?? "";
  // Japanese and Korean use the same characters, beside letters of their own.
  if (characters === "" || /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return "en";
  return normalise(characters) === characters && !CANTONESE.test(characters) ? "zh-CN" : "zh-TW";
}

/** With this many English words to a Chinese character, the Chinese is only quoted. */
const WORDS_TO_CHARACTER = 3;

/**
 * Returns the language of a question. Apps' names and a few quoted words of Chinese do not decide it. `before` is that of
 * the answer before: Chinese that is written alike in both varieties, as "那 WPS 呢", keeps the variety.
 */
export function localeOfQuestion(question: string, knowledge: Pick<Knowledge, "apps">, before?: Locale): Locale {
  const locale = localeAlone(question, knowledge);
  const isKept = locale === "zh-CN" && before === "zh-TW" && toTaiwan(question, {}) === question;
  return isKept ? before : locale;
}

function localeAlone(question: string, { apps }: Pick<Knowledge, "apps">): Locale {
  if (localeOfText(question) === "en") return "en";
  const text = question.toLowerCase();
  const names = Object.values(apps).flatMap((app) => [app.name, ...app.names].map((name) => name.toLowerCase()));
  const longestFirst = names.filter((name) => text.includes(name)).sort((a, b) => b.length - a.length);
  const withoutNames = longestFirst.reduce((rest, name) => rest.replaceAll(name, " "), text);
  const asked = /\p{L}/u.test(withoutNames) ? withoutNames : question;
  const characters = asked.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = asked.match(/[a-z]{2,}/g)?.length ?? 0;
  return characters === 0 || words >= characters * WORDS_TO_CHARACTER ? "en" : localeOfText(question);
}
