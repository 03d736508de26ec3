import { expect, test } from "vitest";
import { localeOfQuestion } from "../../../src/core/i18n/locale-of-text.js";
import type { Locale } from "../../../src/core/values/locale.js";
import { knowledgeOf, smallFiles } from "../../data.js";

const knowledge = knowledgeOf(smallFiles);

test.each<[string, Locale]>([
  ["is red pay banned?", "en"],
  ["is 红支付 banned?", "en"],
  ["红支付", "zh-CN"],
  ["红支付？", "zh-CN"],
  ["红支付被禁了吗", "zh-CN"],
  ["紅支付被禁了嗎", "zh-TW"],
  ["WPS仲用唔用得", "zh-TW"],
  ["red pay 被禁了吗", "zh-CN"],
  ["この命令は何ですか", "en"],
  ["", "en"],
])("%j is answered in %s", (text, locale) => expect(localeOfQuestion(text, knowledge)).toBe(locale));
