import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_QUESTION, normalise, tokenise } from "../../../src/core/text/text.js";

const anything = fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.string({ unit: "grapheme" }));

describe("text that reads the same", () => {
  test.each([
    ["a lone surrogate", "is\ud800 alipay\udfff banned", "is alipay banned"],
    ["zalgo", "a\u0301\u0300\u0334li\u0489p\u035fay", "alipay"],
    ["right-to-left marks", "\u200fali\u202epay\u202c\u2066", "alipay"],
    ["zero-width spaces and joiners", "wechat\u200d p\u200bay", "wechat pay"],
    ["full-width letters", "ＷｅＣｈａｔ　Ｐａｙ", "wechat pay"],
    ["mathematical letters", "𝗔𝗹𝗶𝗽𝗮𝘆", "alipay"],
    ["accents", "Àlípäy", "alipay"],
    ["capitals", "ALIPAY", "alipay"],
    ["the other spelling of what", "甚麼", "什么"],
    ["letters drawn out", "sooooo whennnn", "soo whenn"],
    ["traditional Chinese", "支付寶禁令還有嗎", "支付宝禁令还有吗"],
    ["typographic apostrophes", "wasn’t it", "wasn't it"],
    ["thousands separators", "EO 13,971", "eo 13971"],
    ["the country's initials", "in the U.S.", "in the usa"],
    ["why in one letter", "so y was it listed", "so why was it listed"],
    ["a plus behind a name", "Alipay+ or Alipay + WeChat", "alipay plus or alipay wechat"],
  ])("has the same words: %s", (_, written, plain) => expect(tokenise(written)).toEqual(tokenise(plain)));

  test.each([
    ["wasn't", "wasnt", "was not"],
    ["can't", "cant", "can not"],
    ["won't", "wont", "will not"],
    ["what's", "whats", "what is"],
    ["i'm", "im", "i am"],
    ["i've", "ive", "i have"],
  ])("has the same words with the contraction %s, %s and %s", (apostrophe, bare, whole) => {
    expect(tokenise(apostrophe)).toEqual(whole.split(" "));
    expect(tokenise(bare)).toEqual(whole.split(" "));
  });

  test("is normal once it was made normal", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });
});

describe("the words of a text", () => {
  test("are a bounded number of short words with nothing but letters and digits, whatever was typed", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const words = tokenise(text);
        expect(words.length).toBeLessThanOrEqual(96);
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{Script=Han}]{1,40}$/u);
      }),
    );
  });

  test.each([
    ["one word", "a1".repeat(MAX_QUESTION / 2)],
    ["words", "ab ".repeat(MAX_QUESTION / 3)],
    ["Chinese", "禁".repeat(MAX_QUESTION)],
    ["combining marks", `a${"\u0301".repeat(MAX_QUESTION - 1)}`],
    ["a ligature that unfolds", "\ufdfa".repeat(MAX_QUESTION)],
    ["broken halves", "\ud83d".repeat(MAX_QUESTION)],
  ])("stay bounded for %s that fills a whole question", (_, text) => {
    const words = tokenise(text);
    expect(words.length).toBeLessThanOrEqual(96);
    expect(Math.max(0, ...words.map((word) => word.length))).toBeLessThanOrEqual(40);
  });

  test("are the same where plain English takes the short way", () => {
    const plain = fc.string({ unit: fc.constantFrom(..."aabbs's'reuUtT.,019 \n-?!") });
    const INVISIBLE = "\u2060";
    fc.assert(
      fc.property(plain, (text) => {
        expect(tokenise(text)).toEqual(tokenise(text + INVISIBLE));
      }),
      { numRuns: 2000 },
    );
    for (const text of ["can't it's U.S. law", "the U.S.A. banned", "2,500 users", "sooo loooong", "dont", "us of a"])
      expect(tokenise(text)).toEqual(tokenise(text + INVISIBLE));
  });

  test("of a long text are those of its beginning and its end", () => {
    const long = [...Array(300).keys()].map((number) => `w${number}`);
    const words = tokenise(long.join(" "));
    expect(words[0]).toBe("w0");
    expect(words.at(-1)).toBe("w299");
  });

  test("are Chinese characters one by one, apart from the words around them", () => {
    expect(tokenise("QQ錢包app")).toEqual(["qq", "钱", "包", "app"]);
  });
});
