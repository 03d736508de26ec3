/** Writes simplified Chinese for readers in Taiwan, Hong Kong and Macau: their characters and Taiwan's words. */
import { Converter } from "opencc-js/cn2t";

type Convert = (text: string) => string;

/** Building the dictionaries takes a tenth of a second: only where somebody reads them. */
let converter: Convert | undefined;

/** `terms` says what a simplified word is in Taiwan, where the dictionaries know another word or none. */
export function toTaiwan(text: string, terms: Readonly<Record<string, string>>): string {
  const convert: Convert = converter ?? Converter({ from: "cn", to: "twp" });
  converter = convert;
  const longestFirst = Object.entries(terms).sort(([a], [b]) => b.length - a.length);
  return convert(longestFirst.reduce((whole, [term, inTaiwan]) => whole.replaceAll(term, inTaiwan), text));
}
