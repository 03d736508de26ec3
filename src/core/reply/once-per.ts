/** Writes what is shown of an object once for each language, and forgets it together with the object. */
import type { Locale } from "../values/locale.js";

type Write<Given, Written> = (given: Given, locale: Locale) => Written;

/** `write` must depend on nothing but its arguments, and nobody may change what it gives. */
export function oncePer<Given extends object, Written>(write: Write<Given, Written>): Write<Given, Written> {
  const known = new WeakMap<Given, Map<Locale, Written>>();
  return (given, locale) => {
    const byLocale = known.get(given) ?? new Map<Locale, Written>();
    if (!known.has(given)) known.set(given, byLocale);
    const written = byLocale.get(locale) ?? write(given, locale);
    byLocale.set(locale, written);
    return written;
  };
}
