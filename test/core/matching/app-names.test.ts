import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAppField } from "../../../src/core/matching/app-field.js";
import { createAppNames } from "../../../src/core/matching/app-names.js";
import { collectWords, knownWordsOf } from "../../../src/core/matching/learn.js";
import { soundOf } from "../../../src/core/text/pinyin.js";
import { isHan, nameKey, tokenise } from "../../../src/core/text/text.js";
import { readEnglishWords } from "../../../src/store/english.js";
import { knowledgeOf, realFiles } from "../../data.js";

const knowledge = knowledgeOf(realFiles);
const english = readEnglishWords();
const names = createAppNames(knowledge, knownWordsOf(collectWords(knowledge, english)));
const field = createAppField(knowledge, names);
const apps = Object.values(knowledge.apps);
const everyName = apps.flatMap(({ id, name, names: others }) => [name, ...others].map((written) => [written, id]));
const ambiguous = new Set(Object.keys(knowledge.ambiguous).map(nameKey));
const isAmbiguous = (written: string) => ambiguous.has(nameKey(written));

const resolved = (typed: string) => {
  const reading = field.resolve(typed);
  return reading.kind === "app" ? [reading.app] : reading.kind === "several" ? reading.apps : [];
};
const found = (sentence: string) => names.find(tokenise(sentence)).map((mention) => mention.apps);

describe("an app field", () => {
  test("resolves every recognition name to its app", () => {
    const wrong = everyName.filter(
      ([name = "", id]) => !isAmbiguous(name) && JSON.stringify(resolved(name)) !== JSON.stringify([id]),
    );
    expect(wrong).toEqual([]);
  });

  test("resolves a name in capitals, hyphenated and spaced out just the same", () => {
    for (const { name, id } of apps.filter(({ name }) => !isAmbiguous(name)))
      for (const typed of [name.toUpperCase(), `  ${name} `, name.replaceAll(" ", "-"), name.replaceAll(" ", "")])
        expect([typed, ...resolved(typed)]).toEqual([typed, id]);
  });

  test("offers all that an ambiguous name could mean, and picks none", () => {
    for (const [name, { means }] of Object.entries(knowledge.ambiguous))
      expect([name, field.resolve(name)]).toEqual([name, { kind: "several", apps: means }]);
  });

  test("offers both WePay and WeChat Pay for wepay", () => {
    expect(resolved("wepay")).toEqual(expect.arrayContaining(["wepay", "wechat-pay"]));
  });

  test("offers the messenger first for qq", () => {
    expect(resolved("qq")[0]).toBe("tencent-qq");
    expect(resolved("qq").length).toBeGreaterThan(1);
  });

  test.each(["alipya", "aliipay", "camscaner", "wechta pay", "wechatpya", "shareti", "vmaet", "wps offcie"])(
    "reads the typo %s as one app",
    (typo) => expect(resolved(typo)).toHaveLength(1),
  );

  test.each(["spotify", "minecraft", "", "   ", "?", "asdfghjkl", "支", "\ud800", "constructor", "__proto__"])(
    "claims no app for %j",
    (typed) => expect(resolved(typed)).toEqual([]),
  );

  test("with a word before or behind a name never becomes another app", () => {
    const beside = [
      "ban",
      "app",
      "the",
      "uk",
      "us",
      "is",
      "banned",
      "my",
      "account",
      "day",
      "play",
      "may",
      "way",
      "well",
      "in",
      "on",
    ];
    const keys = new Set([...everyName.map(([name = ""]) => name), ...Object.keys(knowledge.ambiguous)].map(nameKey));
    const wrong = everyName
      .filter(([name = ""]) => !isAmbiguous(name))
      .flatMap(([name = "", id = ""]) =>
        beside.flatMap((word) => [`${name} ${word}`, `${word} ${name}`].map((typed) => ({ typed, id }))),
      )
      // "QQ" and "mail" are another name together, and so are "wechat" and "app" where the data lists that.
      .filter(({ typed }) => !keys.has(nameKey(typed)))
      .filter(({ typed, id }) => resolved(typed).some((app) => app !== id));
    expect(wrong.map(({ typed }) => `${typed}: ${resolved(typed)}`)).toEqual([]);
  });

  test.each([
    ["wechat ban", ["wechat"]],
    ["app: alipay", ["alipay"]],
    ["the alipay", ["alipay"]],
    ["alipay uk", ["alipay"]],
    ["is alipay banned in the us?", ["alipay"]],
    ["wechat plz", ["wechat"]],
  ])("reads %j as the app that it names", (typed, apps) => expect(resolved(typed)).toEqual(apps));

  test.each([
    ["qq wallit", "qq-wallet"],
    ["qq browsr", "qq-browser"],
    ["tencent meetign", "tencent-meeting"],
    ["wechat pya", "wechat-pay"],
    ["alippay", "alipay"],
    ["pugb", "pubg"],
    ["capct", "capcut"],
    ["dingtlk", "dingtalk"],
    ["wechst", "wechat"],
    ["telegrm", "telegram"],
    ["does it cover telegram channels", "telegram"],
    ["watsap", "whatsapp"],
    ["аlіраy", "alipay"],
    ["WеСhаt Рау", "wechat-pay"],
    ["weechat pay", "wechat-pay"],
    ["tencnet qq", "tencent-qq"],
    ["之付宝", "alipay"],
    ["支付保", "alipay"],
    ["扫秒全能王", "camscanner"],
  ])("reads the misspelt %s as the app that it was meant to be", (typed, app) =>
    expect(resolved(typed)).toEqual([app]),
  );

  test.each([
    ["wechat pa", ["wechat-pay", "wechat"]],
    ["wechat py", ["wechat-pay", "wechat"]],
    ["tencent meting", ["tencent-meeting", "tencent"]],
    ["qq browse", ["qq-browser", "tencent-qq"]],
  ])("with a letter missing from a longer name offers both: %s", (typed, apps) =>
    expect(resolved(typed)).toEqual(apps),
  );

  test.each([
    ["zoom login", "zoom"],
    ["the we chat", "wechat"],
    ["temo", "temu"],
    ["zoon", "zoom"],
    ["wpss", "wps-office"],
  ])("is no sentence: %s names or is near %s", (typed, app) => {
    const reading = field.resolve(typed);
    expect(reading.kind === "app" ? [reading.app] : reading.kind === "unknown" ? [] : reading.apps).toContain(app);
  });

  test("with a Chinese character for one that sounds alike stays that app, whatever shorter name is left of it", () => {
    const characters = [...new Set(tokenise(Object.values(knowledge.phrasings).flat().join(" ")))].filter(isHan);
    const written = everyName.filter(([name = ""]) => /\p{Script=Han}{2}.|.\p{Script=Han}{2}/u.test(name));
    expect(written.length).toBeGreaterThan(20);
    for (const [name = "", id] of written)
      for (const [at, character] of tokenise(name).entries())
        for (const other of characters.filter((one) => soundOf(one) === soundOf(character))) {
          const typed = tokenise(name).with(at, other).join("");
          if (!isAmbiguous(name) && !isAmbiguous(typed)) expect([typed, ...resolved(typed)]).toEqual([typed, id]);
        }
  });

  test("with two characters that sound like the rest of a longer name is not that longer one", () => {
    expect(resolved("微信之父")).toEqual(["wechat"]);
  });

  test("offers the apps whose names are near, and claims none", () => {
    expect(field.resolve("camskaner")).toMatchObject({ kind: "app" });
    expect(field.resolve("kamskanner")).toEqual({ kind: "near", apps: ["camscanner"] });
    expect(field.resolve("qwertyapp")).toEqual({ kind: "unknown" });
  });

  test("never takes a bare prefix for an app: what is short of a name is no name", () => {
    for (const { name } of apps) {
      const [prefix = ""] = name.split(" ");
      if (prefix === name || everyName.some(([other = ""]) => tokenise(other).join("") === tokenise(prefix).join("")))
        continue;
      if (!isAmbiguous(prefix)) expect([prefix, ...resolved(prefix)]).toEqual([prefix]);
    }
  });
});

describe("a look-alike", () => {
  test.each(["wechat", "WeChat", "we chat", "weixin", "微信"])("WeChat, as %s, is never WeChat Pay", (typed) => {
    expect(resolved(typed)).not.toContain("wechat-pay");
    expect(found(`is ${typed} banned?`)).toEqual([["wechat"]]);
  });

  test.each(["wechat pay", "WeChatPay", "we-chat pay", "weixin pay", "微信支付"])(
    "WeChat Pay, as %s, is never WeChat",
    (typed) => {
      expect(resolved(typed)).toEqual(["wechat-pay"]);
      expect(found(`is ${typed} banned?`)).toEqual([["wechat-pay"]]);
    },
  );

  test("in a sentence is never taken for the named app that it resembles", () => {
    const wrong = everyName
      .filter(([name = "", id = ""]) => knowledge.apps[id]?.standing === "look-alike" && !isAmbiguous(name))
      .filter(([name, id]) =>
        found(`is ${name} banned`)
          .flat()
          .some((app) => app !== id),
      );
    expect(wrong).toEqual([]);
  });
});

describe("a sentence", () => {
  test("names the app of every recognition name in it", () => {
    const wrong = everyName
      .filter(([name = ""]) => !isAmbiguous(name))
      .filter(([name, id]) => JSON.stringify(found(`is ${name} banned`)) !== JSON.stringify([[id]]));
    expect(wrong).toEqual([]);
  });

  test.each([
    "share it with me",
    "can you share it please",
    "we chat every day",
    "let us share it among friends",
    "i will wechsel my money",
    "the order was a joke",
    "who is the president",
    "so it goes",
    "there is no signal in my room",
    "we stand in line",
    "grab a coffee",
    "zoom in on the picture",
  ])("names no app: %s", (sentence) => expect(found(sentence)).toEqual([]));

  test.each([
    ["is share it banned", [["shareit"]]],
    ["share it", [["shareit"]]],
    ["is wechat or wechat pay banned", [["wechat"], ["wechat-pay"]]],
    ["alipay,camscanner and vmate", [["alipay"], ["camscanner"], ["vmate"]]],
    ["was QQ钱包 named", [["qq-wallet"]]],
    ["支付宝被禁了吗", [["alipay"]]],
    ["is camscaner ok", [["camscanner"]]],
  ])("names its apps from left to right: %s", (sentence, expected) => expect(found(sentence)).toEqual(expected));

  test("speaks of the likeliest app where a name is ambiguous and the data says which", () => {
    for (const [name, { "in-a-sentence": meant }] of Object.entries(knowledge.ambiguous))
      if (meant !== undefined) expect([name, found(`is ${name} banned`)]).toEqual([name, [[meant]]]);
  });

  test("keeps words that people mean as they wrote them: a known word is never mended into a name", () => {
    const words = [...english].filter((word) => word.length > 4);
    const own = new Set(everyName.flatMap(([name = ""]) => [tokenise(name).join(""), ...tokenise(name)]));
    const wrong = words.filter((word) => !own.has(word) && !isAmbiguous(word) && found(`the ${word} here`).length > 0);
    expect(wrong).toEqual([]);
  });

  test("is read whatever it holds, each mention on words of its own", () => {
    const piece = fc.oneof(fc.constantFrom(...everyName.map(([name = ""]) => name), "share", "it", "pay"), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const tokens = tokenise(pieces.join(" "));
        let last = 0;
        for (const { apps: meant, from, to } of names.find(tokens)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(meant.every((id) => id in knowledge.apps)).toBe(true);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(tokens.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("suggestions while a name is typed", () => {
  test("hold the app whose name is being typed, once three letters stand there", () => {
    const wrong = apps.filter(({ id, name }) => !field.nearest(name.slice(0, 3), 25).includes(id));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("are no more than asked for", () => {
    expect(field.nearest("a", 3).length).toBeLessThanOrEqual(3);
    expect(field.nearest("pay", 3)).toHaveLength(3);
  });
});
