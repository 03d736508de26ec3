/** Writes for one kind of reader: what the bot and the data say, in one language. */
import { type App, type Entry, earliestDate, type Knowledge, namedApps, type Source } from "../data/knowledge.js";
import type { APP_TEXTS } from "../data/schema.js";
import { fillSlots } from "../data/slots.js";
import { chineseOfApp, digestOf, findChinese, findText, type Translated } from "../data/translations.js";
import type { OrderFacts } from "../i18n/en.js";
import { translateLocator } from "../i18n/locators.js";
import { toTaiwan } from "../i18n/taiwan.js";
import { wordsIn } from "../i18n/words.js";
import { formatDate } from "../values/calendar.js";
import type { Locale } from "../values/locale.js";
import { ownValue } from "../values/own-value.js";

/** `isForeign`: it is in English, and its reader reads another language. */
export interface WrittenText {
  readonly text: string;
  readonly isForeign: boolean;
}

export type Writer = Readonly<ReturnType<typeof createWriter>>;

const KNOWN_WRITERS = new WeakMap<Knowledge, Map<Locale, Writer>>();

/** Returns the writer for readers of `locale`. It is created once, and lives no longer than its knowledge. */
export function writerFor(knowledge: Knowledge, locale: Locale = "en"): Writer {
  const made = KNOWN_WRITERS.get(knowledge) ?? new Map<Locale, Writer>();
  const writer = made.get(locale) ?? createWriter(knowledge, locale);
  KNOWN_WRITERS.set(knowledge, made.set(locale, writer));
  return writer;
}

function createWriter(knowledge: Knowledge, locale: Locale) {
  const { order, chinese } = knowledge;
  const words = wordsIn(locale);
  const isChinese = locale !== "en";
  const date = (text: string): string => formatDate(text, locale);
  const list = new Intl.ListFormat(locale);
  /** In the reader's variety, where the data has it in simplified Chinese. */
  const inVariety = (simplified: string): string =>
    tidy(locale === "zh-TW" ? toTaiwan(simplified, chinese.terms) : simplified);
  /** Joins what was written in parts: between Chinese characters there are no spaces. */
  const tidy = (text: string): string => (isChinese ? text.replace(BETWEEN_CHINESE, "") : text);

  const translate = (known: readonly (Translated | undefined)[], english: string): WrittenText => {
    const found = isChinese ? findText(known, english) : undefined;
    return found === undefined ? { text: english, isForeign: isChinese } : { text: inVariety(found), isForeign: false };
  };
  const nameOf = (app: App): string => {
    const name = isChinese ? chineseOfApp(knowledge, app)?.name : undefined;
    return name === undefined ? app.name : inVariety(name);
  };
  const ofApp = (app: App, field: (typeof APP_TEXTS)[number] | "other-action", english: string): WrittenText =>
    translate([chineseOfApp(knowledge, app)?.[field] ?? []].flat(), english);
  const nameSource = (id: string, short: string): string => {
    const found = isChinese ? ownValue(chinese.sources, id) : undefined;
    return found?.of === digestOf(short) ? inVariety(found.short) : short;
  };
  const names = namedApps(knowledge).map(nameOf);

  return {
    knowledge,
    locale,
    words,
    /** What sentences on the order are made of. */
    order: {
      order: words.order(String(order.number)),
      signed: date(order.events.signed.on),
      first: date(earliestDate(order)),
      revoked: date(order.events.revoked.on),
      named: list.format(names),
      count: String(names.length),
    } satisfies OrderFacts,
    date,
    nameOf,
    question(entry: Entry, app?: App): string {
      const found = isChinese ? findChinese(knowledge, entry) : undefined;
      const { question, "app-question": ofOne } = found ?? entry;
      const name = app && (found ? nameOf(app) : app.name);
      const ofApp = name && (ofOne?.replaceAll("{app.name}", name) ?? words.aboutApp(question, name));
      const text = ofApp ?? question;
      return found ? inVariety(text) : text;
    },
    /** The answer of `entry`, about `app` if it takes one, with its slots filled. */
    answer(entry: Entry, app?: App): WrittenText {
      const fact = app && entry.shows ? app[entry.shows] : undefined;
      const shown = app && entry.shows && fact ? ofApp(app, entry.shows, fact.text) : undefined;
      const found = isChinese && !shown?.isForeign ? findChinese(knowledge, entry) : undefined;
      const { answer, "app-answer": ofOne } = found ?? entry;
      const text = app && ofOne !== undefined ? ofOne : answer;
      if (found === undefined) {
        const english = { knowledge, locale: "en", names: namedApps(knowledge).map(({ name }) => name) } as const;
        return { text: fillSlots(text, english, { name: app?.name, fact: fact?.text }), isForeign: isChinese };
      }
      const title = translate([chinese.order.title], order.title).text;
      const about = { name: app && nameOf(app), fact: shown?.text };
      return { text: tidy(fillSlots(inVariety(text), { knowledge, locale, names, title }, about)), isForeign: false };
    },
    ofApp,
    event: (english: string): WrittenText => translate(chinese.order.timeline, english),
    source: nameSource,
    /** The full title of a source, behind the name that its readers know it by if that is another. */
    title(id: string, { short, title }: Pick<Source, "short" | "title">): string {
      const name = nameSource(id, short);
      if (name === short) return title;
      const ofOrder = title.includes(order.title) ? translate([chinese.order.title], order.title) : undefined;
      return ofOrder === undefined || ofOrder.isForeign ? `${name}：${title}` : `${name}《${ofOrder.text}》`;
    },
    locator: (at: string): string => (isChinese ? inVariety(translateLocator(at)) : at),
    tidy,
  };
}

/** Spaces that a line break in YAML left, or that a sentence keeps free around a Latin name. */
const BETWEEN_CHINESE =
  /(?<=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”])[ \n]+(?=[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”])/gu;
