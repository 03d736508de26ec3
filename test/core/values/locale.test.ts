import fc from "fast-check";
import { Converter as toTraditional } from "opencc-js/cn2t";
import { Converter as toSimplified } from "opencc-js/t2cn";
import { describe, expect, test } from "vitest";
import { earliestDate } from "../../../src/core/data/knowledge.js";
import type { Answer, Page } from "../../../src/core/decision/decision.js";
import type { Words } from "../../../src/core/i18n/en.js";
import { wordsIn } from "../../../src/core/i18n/words.js";
import { describePage } from "../../../src/core/reply/pages.js";
import { describeRefusal, refuse } from "../../../src/core/reply/refusal.js";
import { describeAnswer, describeLabel } from "../../../src/core/reply/reply.js";
import { describeStanding, statusOn } from "../../../src/core/reply/status.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { formatDate } from "../../../src/core/values/calendar.js";
import { LOCALES, type Locale, toLocale } from "../../../src/core/values/locale.js";
import { knowledgeOf, leanFiles } from "../../data.js";
import { day, dayOf } from "../../days.js";
import { ask } from "../../terminal.js";

const CHINESE = ["zh-CN", "zh-TW"] as const;
const knowledge = knowledgeOf(leanFiles);
const { order, apps, entries } = knowledge;
const { checked } = order;
const { signed, revoked } = order.events;

/** Apps as far as the bot itself speaks of them: what moderators wrote stays in English. */
const bareApps = Object.values(apps).map(({ note, today, ...app }) => ({ ...app, "other-action": [] }));

const BORDERS = ["2020-12-01", "2021-01-04", "2021-01-05", "2021-02-18", "2021-02-19", "2021-06-08", "2021-06-09"];

/** Each word by its path; what a sentence takes stands in it as ⟦its name⟧. */
function sayAll(words: object, path = ""): [string, string][] {
  return Object.entries(words).flatMap(([key, word]): [string, string][] => {
    const here = `${path}${key}`;
    if (typeof word === "string") return [[here, word]];
    if (typeof word === "function") return [[here, word(marker("0"), marker("1"), marker("2"), marker("3"))]];
    return Array.isArray(word) ? [[here, word.join("")]] : sayAll(word, `${here}.`);
  });
}

/** Stands for any argument: a text, a list of texts, or facts of which each is a text. */
function marker(name: string): unknown {
  const text = `⟦${name}⟧`;
  const own = { toString: () => text, replace: () => text, join: () => text };
  return new Proxy(own, {
    get: (target, key) => (typeof key === "symbol" ? undefined : (Reflect.get(target, key) ?? marker(key))),
  });
}

const markersOf = (text: string): string[] => [...new Set(text.match(/⟦[^⟧]*⟧/g) ?? [])].sort();
const said = (locale: Locale): ReadonlyMap<string, string> => new Map(sayAll(wordsIn(locale)));

/** What may stand in Latin letters in a Chinese sentence. */
const NAMES = bareApps.flatMap((app) => [
  app.name,
  ...CHINESE.map((locale) => writerFor(knowledge, locale).nameOf(app)),
]);
const PROPER = [...NAMES, "English", "WeChat Pay", "2021-03-01", "Discord", "PluralKit"].sort(
  (a, b) => b.length - a.length,
);
const latinIn = (text: string): string[] =>
  PROPER.reduce((rest, name) => rest.replaceAll(name, ""), text)
    .replace(/⟦[^⟧]*⟧/g, "")
    .match(/[A-Za-z]{2,}/g) ?? [];

const NOTHING_PROHIBITED = /([从從]未|[没沒])有任何交易被禁止|被禁了[吗嗎]？/g;
const NEVER_SAID = /被禁|生效|禁用|禁令|封[禁杀殺鎖锁]|下架|違法|违法/;

describe("a language tag", () => {
  test.each<[string | undefined, Locale]>([
    ["zh-CN", "zh-CN"],
    ["zh", "zh-CN"],
    ["zh-Hans", "zh-CN"],
    ["zh-SG", "zh-CN"],
    ["zh-MY", "zh-CN"],
    ["zh-Hans-HK", "zh-CN"],
    ["zh-TW", "zh-TW"],
    ["zh-HK", "zh-TW"],
    ["zh-MO", "zh-TW"],
    ["zh-Hant", "zh-TW"],
    ["zh-Hant-CN", "zh-TW"],
    ["zh_TW", "zh-TW"],
    ["ZH-tw", "zh-TW"],
    [" zh-CN ", "zh-CN"],
    ["en-US", "en"],
    ["en-GB", "en"],
    ["ja", "en"],
    ["ko", "en"],
    ["zhx", "en"],
    ["nonsense", "en"],
    ["", "en"],
    [undefined, "en"],
  ])("%j is read as %s", (tag, locale) => expect(toLocale(tag)).toBe(locale));

  test("of whatever kind is read as a language that there is", () => {
    fc.assert(fc.property(fc.string(), (tag) => LOCALES.includes(toLocale(tag))));
  });
});

describe("a date in Chinese", () => {
  test("is the calendar date itself", () => {
    for (const locale of CHINESE) {
      expect(formatDate("2021-06-09", locale)).toBe("2021年6月9日");
      expect(formatDate("2021-05", locale)).toBe("2021年5月");
      expect(formatDate("2021", locale)).toBe("2021年");
    }
    fc.assert(
      fc.property(day, (date) => {
        const [year, month, dayOfMonth] = date.split("-").map(Number);
        expect(formatDate(date, "zh-CN")).toBe(`${year}年${month}月${dayOfMonth}日`);
      }),
    );
  });

  test("is the same for every reader, whatever their time zone", async () => {
    const args = ["--json", "--locale", "zh-TW", "--app", "alipay", "--on", "2021-06-09"];
    const zones = ["Pacific/Kiritimati", "America/Los_Angeles"];
    const runs = await Promise.all(zones.map((TZ) => ask(args, { env: { TZ } })));
    expect(new Set(runs.map(({ stdout }) => stdout)).size).toBe(1);
    expect(JSON.parse(runs[0]?.stdout ?? "").text).toContain("2021年6月9日");
  });
});

describe.each(CHINESE)("the words in %s", (locale) => {
  const words = said(locale);

  test("say the same things as the English ones", () => {
    expect([...words.keys()]).toEqual([...said("en").keys()]);
    for (const [path, text] of words) if (!/InEnglish|partlyEnglish/.test(path)) expect(text, path).not.toBe("");
  });

  test("take up whatever the English ones take up", () => {
    for (const [path, text] of said("en")) expect(markersOf(words.get(path) ?? ""), path).toEqual(markersOf(text));
  });

  test("leave no English behind", () => {
    const left = [...words].filter(([, text]) => latinIn(text).length > 0);
    expect(left).toEqual([]);
  });

  test("never say that an app was banned, or that the order was in force", () => {
    const wrong = [...words].filter(([, text]) => NEVER_SAID.test(text.replace(NOTHING_PROHIBITED, "")));
    expect(wrong).toEqual([]);
  });

  test("are written in the characters of their readers", () => {
    const convert =
      locale === "zh-CN" ? toSimplified({ from: "tw", to: "cn" }) : toTraditional({ from: "cn", to: "tw" });
    for (const text of words.values()) expect(convert(text)).toBe(text);
  });

  test("fit on a button where they are a button's", () => {
    for (const text of Object.values(wordsIn(locale).buttons)) expect(text.length).toBeLessThanOrEqual(20);
  });
});

describe.each(CHINESE)("where an app stands, in %s", (locale) => {
  const words = wordsIn(locale);
  const write = (date: string) => formatDate(date, locale);
  const [first, number] = [write(earliestDate(order)), String(order.number)];

  test.each(BORDERS)("on %s is told with its dates, and without a word that it was banned", (text) => {
    const on = dayOf(text);
    const status = statusOn(order, on);
    const dates = {
      "before-order": { named: [write(on), write(signed.on)], other: [write(signed.on)] },
      signed: { named: [write(on), write(signed.on), first], other: [] },
      "could-begin": { named: [write(on), first], other: [] },
      revoked: { named: [write(signed.on), write(revoked.on)], other: [] },
    }[status];
    for (const app of bareApps) {
      const writer = writerFor(knowledge, locale);
      const { sentences, isNamed } = describeStanding({ app, on }, writer);
      const whole = sentences.join("");
      for (const part of [writer.nameOf(app), ...(isNamed ? [number, ...dates.named] : dates.other)])
        expect(whole).toContain(part);
      expect(whole.replace(NOTHING_PROHIBITED, "")).not.toMatch(NEVER_SAID);
      expect(/[从從]未把它列入/.test(whole)).toBe(!isNamed);
      expect(latinIn(whole)).toEqual([]);
    }
  });

  test("is said as of the sources once they do not reach the day", () => {
    for (const app of bareApps) {
      const { sentences } = describeStanding({ app, on: dayOf("2099-01-01") }, writerFor(knowledge, locale));
      expect(sentences[0]).toContain(`截至${write(checked)}`);
    }
  });

  test("announces what stays in English, and only that", () => {
    for (const app of Object.values(apps)) {
      const { sentences, otherAction } = describeStanding({ app, on: checked }, writerFor(knowledge, locale));
      const { note, today, ...bare } = { ...app, "other-action": [] };
      const own = describeStanding({ app: bare, on: checked }, writerFor(knowledge, locale)).sentences;
      const isAnnounced = sentences.includes(words.restInEnglish[0] ?? "");
      const told = sentences.slice(own.length + (isAnnounced ? 1 : 0));
      const isEnglish = (text: string) => !/\p{sc=Han}/u.test(text.replace(/^[\d年月日]+：/, ""));
      expect(sentences.slice(0, own.length)).toEqual(own);
      expect(isAnnounced).toBe([...told, ...otherAction].some(isEnglish));
    }
  });
});

const answers: Answer[] = [
  ...Object.values(apps).flatMap((app) =>
    [...BORDERS.map(dayOf), checked].map((on): Answer => ({ kind: "app", app, on })),
  ),
  ...Object.values(entries).flatMap((entry): Answer[] => {
    const about = entry.app === undefined ? [] : Object.values(apps);
    const shown = about.filter((app) => entry.shows === undefined || app[entry.shows] !== undefined);
    const withApps = shown.map((app): Answer => ({ kind: "entry", entry, app, on: checked }));
    return entry.app === "required" ? withApps : [{ kind: "entry", entry, on: checked }, ...withApps];
  }),
  { kind: "choose", from: [{ app: "alipay" }, { entry: "start-date" }] },
  ...(["no-entry", "not-clear", "app-not-listed"] as const).map(
    (reason): Answer => ({ kind: "unknown", reason, nearest: [{ app: "alipay" }] }),
  ),
];
const PAGES: readonly Page["id"][] = ["apps", "timeline", "sources", "about", "privacy"];

describe("a reply in English", () => {
  test("is the same whether a language was named or not", () => {
    for (const answer of answers)
      expect(describeAnswer(answer, writerFor(knowledge, "en"))).toEqual(describeAnswer(answer, writerFor(knowledge)));
    for (const id of PAGES) {
      const page = { kind: "page", id, page: 1 } as const;
      expect(describePage(page, writerFor(knowledge, "en"), { version: "v" })).toEqual(
        describePage(page, writerFor(knowledge), { version: "v" }),
      );
    }
    for (const entry of Object.keys(entries))
      expect(describeLabel({ entry }, writerFor(knowledge, "en"))).toBe(describeLabel({ entry }, writerFor(knowledge)));
  });
});

describe.each(CHINESE)("a reply in %s", (locale) => {
  const words: Words = wordsIn(locale);

  test("says before an answer that it is in English if it is, and leaves the answer as it is", () => {
    const inChinese: string[] = [];
    for (const answer of answers) {
      if (answer.kind !== "entry") continue;
      const english = describeAnswer(answer, writerFor(knowledge)).paragraphs;
      const here = describeAnswer(answer, writerFor(knowledge, locale)).paragraphs;
      if (here[0] === words.answerInEnglish[0]) expect(here).toEqual([...words.answerInEnglish, ...english]);
      else {
        expect(here.join()).toMatch(/\p{sc=Han}/u);
        inChinese.push(answer.entry.id);
      }
    }
    expect(inChinese).toContain("start-date");
  });

  test("keeps what machines read: sources, choices, status", () => {
    for (const answer of answers) {
      const [here, english] = [
        describeAnswer(answer, writerFor(knowledge, locale)),
        describeAnswer(answer, writerFor(knowledge)),
      ];
      expect(here.choices.map(({ label }) => label)).toEqual(english.choices.map(({ label }) => label));
      expect(here.sources.map(({ id, locator, url }) => [id, locator, url])).toEqual(
        english.sources.map(({ id, locator, url }) => [id, locator, url]),
      );
      expect([here.status, here.isNamed]).toEqual([english.status, english.isNamed]);
      expect(here.notes).toHaveLength(english.notes.length);
    }
  });

  test("holds its notes, choices of an app and misses in Chinese", () => {
    for (const answer of answers) {
      const { notes, remarks, paragraphs } = describeAnswer(answer, writerFor(knowledge, locale));
      expect([...notes, ...remarks].flatMap(latinIn)).toEqual([]);
      if (answer.kind === "choose" || answer.kind === "unknown") expect(paragraphs.flatMap(latinIn)).toEqual([]);
    }
    expect(latinIn(describeLabel({ app: "alipay" }, writerFor(knowledge, locale)))).toEqual([]);
  });

  test("turns every page, in its own words", () => {
    for (const id of PAGES) {
      const shown = describePage({ kind: "page", id, page: 1 }, writerFor(knowledge, locale), { version: "v" });
      expect(shown.title).toBe(words.titles[id]);
      expect(shown.pages).toBe(
        describePage({ kind: "page", id, page: 1 }, writerFor(knowledge), { version: "v" }).pages,
      );
    }
    for (const id of ["about", "privacy"] as const) {
      const { lines } = describePage({ kind: "page", id, page: 1 }, writerFor(knowledge, locale), {
        version: "0123",
      });
      expect(lines.flatMap(({ text }) => latinIn(text))).toEqual([]);
    }
  });

  test("refuses in Chinese, and in English where no reason of ours is known", () => {
    expect(describeRefusal(refuse("notADate"), locale)).toBe(words.refusals.notADate());
    expect(describeRefusal(refuse("questionTooLong", "6000"), locale)).toContain("6000");
    expect(describeRefusal({ kind: "refused", problem: "No." }, locale)).toBe("No.");
    expect(describeRefusal(refuse("noApp"))).toBe(wordsIn("en").refusals.noApp());
  });

  test("is what --locale shows; ids and fields stay", async () => {
    const questions = [
      "is alipay banned?",
      "When would the ban have started?",
      "is wepay banned?",
      "",
      "x".repeat(7000),
    ];
    const input = questions.join("\n");
    const [english, here] = await Promise.all(
      [[], ["--locale", locale]].map((args) => ask(["--jsonl", ...args], { input })),
    );
    const read = (output = ""): Record<string, unknown>[] =>
      output
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    const textless = (records: Record<string, unknown>[]) => records.map(({ text, ...rest }) => rest);
    expect(textless(read(here?.stdout))).toEqual(textless(read(english?.stdout)));
    for (const { text } of read(here?.stdout)) expect(text).toMatch(/\p{sc=Han}/u);
    const painted = await ask(["--locale", locale, "is alipay banned?"]);
    expect(painted.stdout).toContain(words.notAdvice);
  });
});
