/** Writes simplified Chinese for readers in Taiwan, Hong Kong and Macau: their characters and Taiwan's words. */
import { Converter } from "opencc-js/cn2t";

type Convert = (text: string) => string;

/** Building the dictionaries takes a tenth of a second: only where somebody reads them. */
let converter: Convert | undefined;

/**
 * Returns `text` for readers in Taiwan. `terms` says what a simplified word is there, where the dictionaries know another
 * word or none: it is left as it is given, because the dictionaries replace some traditional words too (聲明 by 宣告).
 */
export function toTaiwan(text: string, terms: Readonly<Record<string, string>>): string {
  const longestFirst = Object.entries(terms).sort(([a], [b]) => b.length - a.length);
  const found = longestFirst.find(([term]) => text.includes(term));
  if (found !== undefined) {
    const [term, inTaiwan] = found;
    return text
      .split(term)
      .map((part) => toTaiwan(part, terms))
      .join(inTaiwan);
  }
  const convert: Convert = converter ?? Converter({ from: "cn", to: "twp" });
  converter = convert;
  return convert(text).replaceAll("“", "「").replaceAll("”", "」");
}
