/** Writes simplified Chinese for readers in Taiwan, Hong Kong and Macau: their characters and Taiwan's words. */
import { Converter } from "opencc-js/cn2t";

/** Building the dictionaries takes a tenth of a second: only where somebody reads them. */
let converter: ReturnType<typeof Converter> | undefined;

/** What was converted with these terms already: the texts of the data come again with every keystroke. */
const CONVERTED = new WeakMap<Terms, Map<string, string>>();
const MOST_CONVERTED = 2000;

type Terms = Readonly<Record<string, string>>;

/**
 * Returns `text` for readers in Taiwan. `terms` says what a simplified word is there, where the dictionaries know another
 * word or none: it is left as it is given, because the dictionaries replace some traditional words too (聲明 by 宣告).
 */
export function toTaiwan(text: string, terms: Terms): string {
  const known = CONVERTED.get(terms) ?? new Map<string, string>();
  const converted = known.get(text) ?? convertText(text, terms);
  if (known.size < MOST_CONVERTED) CONVERTED.set(terms, known.set(text, converted));
  return converted;
}

function convertText(text: string, terms: Terms): string {
  const longestFirst = Object.entries(terms).sort(([a], [b]) => b.length - a.length);
  const found = longestFirst.find(([term]) => text.includes(term));
  if (found !== undefined) {
    const [term, inTaiwan] = found;
    return text
      .split(term)
      .map((part) => convertText(part, terms))
      .join(inTaiwan);
  }
  converter ??= Converter({ from: "cn", to: "twp" });
  return converter(text).replaceAll("“", "「").replaceAll("”", "」");
}
