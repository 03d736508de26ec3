import { expect, test } from "vitest";
import { localeOfQuestion } from "../../../src/core/i18n/locale-of-text.js";
import type { Locale } from "../../../src/core/values/locale.js";
import { knowledgeOf, smallFiles } from "../../data.js";

const knowledge = knowledgeOf(smallFiles);

test.each<[string, Locale]>([
  ["is red pay banned?", "en"],
  ["is 红支付 banned?", "en"],
  ["i'm translating an article which says 拜登撤销 three orders in june 2021. which three orders were those", "en"],
  ["red pay in the US 现在 can I use it? 有没有 ban", "zh-CN"],
  ["what does 撤销 mean in that sentence of yours", "en"],
  ["so what does 撤销 mean", "zh-CN"],
  ["Red Pay Red Pay Red Pay 禁", "zh-CN"],
  ["红支付", "zh-CN"],
  ["红支付？", "zh-CN"],
  ["红支付被禁了吗", "zh-CN"],
  ["紅支付被禁了嗎", "zh-TW"],
  ["WPS仲用唔用得", "zh-TW"],
  ["red pay 被禁了吗", "zh-CN"],
  ["この命令は何ですか", "en"],
  ["", "en"],
])("%j is answered in %s", (text, locale) => expect(localeOfQuestion(text, knowledge)).toBe(locale));

test.each<[string, Locale, Locale]>([
  ["好喔 那 WPS 呢", "zh-TW", "zh-TW"],
  ["好喔 那 WPS 呢", "zh-CN", "zh-CN"],
  ["那微信呢", "zh-TW", "zh-TW"],
  ["那支付宝呢", "zh-TW", "zh-CN"],
  ["alipay?", "zh-TW", "en"],
])("%j behind an answer in %s is answered in %s", (text, before, locale) =>
  expect(localeOfQuestion(text, knowledge, before)).toBe(locale),
);
