/** What sentences about the order are made of, each already in the reader's language. */
import { earliestDate, type Knowledge, namedApps } from "../data/knowledge.js";
import type { StandingWords } from "../i18n/wording.js";
import { wordsIn } from "../i18n/words.js";
import { formatDate } from "../values/calendar.js";
import type { Locale } from "../values/locale.js";
import { oncePer } from "./once-per.js";

export interface OrderFacts extends Omit<StandingWords, "app" | "on"> {
  /** How many apps the order names. */
  readonly count: string;
}

export const describeOrder = oncePer((knowledge: Knowledge, locale): OrderFacts => {
  const { order } = knowledge;
  const { signed, revoked } = order.events;
  const names = namedApps(knowledge).map((app) => app.name);
  return {
    order: wordsIn(locale).order(String(order.number)),
    signed: formatDate(signed.on, locale),
    first: formatDate(earliestDate(order), locale),
    revoked: formatDate(revoked.on, locale),
    named: LISTS[locale].format(names),
    count: String(names.length),
  };
});

const LISTS: Readonly<Record<Locale, Intl.ListFormat>> = {
  en: new Intl.ListFormat("en"),
  "zh-CN": new Intl.ListFormat("zh-CN"),
  "zh-TW": new Intl.ListFormat("zh-TW"),
};
