/** The bot's own words, in each language that it speaks. */
import type { Locale } from "../values/locale.js";
import { en, type Words } from "./en.js";
import { zhCN } from "./zh-cn.js";
import { zhTW } from "./zh-tw.js";

const WORDS: Readonly<Record<Locale, Words>> = { en, "zh-CN": zhCN, "zh-TW": zhTW };

export const wordsIn = (locale: Locale): Words => WORDS[locale];
