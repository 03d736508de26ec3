/** The languages that the bot's own words are written in, and how a reader's language tag picks one. */

export type Locale = "en" | "zh-CN" | "zh-TW";

export const LOCALES: readonly Locale[] = ["en", "zh-CN", "zh-TW"];

/** The script, and where Chinese is written in it unless the tag says otherwise. */
const TRADITIONAL = ["hant", "tw", "hk", "mo"];

/**
 * The language for a reader who uses `tag`: one of Discord's locales or any BCP 47 tag, in any case.
 * A script outweighs a region, as in BCP 47. Other languages are answered in English.
 */
export function toLocale(tag: string | undefined): Locale {
  const [language, ...rest] = (tag ?? "").trim().toLowerCase().split(/[-_]/);
  if (language !== "zh") return "en";
  return !rest.includes("hans") && rest.some((part) => TRADITIONAL.includes(part)) ? "zh-TW" : "zh-CN";
}
