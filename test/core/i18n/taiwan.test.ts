/** What becomes of simplified Chinese for readers in Taiwan. */
import { expect, test } from "vitest";
import { toTaiwan } from "../../../src/core/i18n/taiwan.js";
import { listTranslatable } from "../../../src/core/quality/translatable.js";
import { knowledgeOf, leanFiles } from "../../data.js";

const terms = { 声明: "聲明", 应用: "應用程式", 应用程序: "應用程式" };

test.each([
  ["他发表声明。", "他發表聲明。"],
  ["应用程序和应用", "應用程式和應用程式"],
  ["什么是“软件”？", "什麼是「軟體」？"],
  ["", ""],
])("%s becomes %s", (simplified, traditional) => expect(toTaiwan(simplified, terms)).toBe(traditional));

test("no translated text has a word or mark that conversion gets wrong", () => {
  const real = knowledgeOf(leanFiles);
  const wrong = listTranslatable(real).flatMap(({ name, chinese = "" }) => {
    const text = toTaiwan(chinese, real.chinese.terms);
    return WRONG.test(text) ? [`${name}: ${text}`] : [];
  });
  expect(wrong).toEqual([]);
});

/** The dictionaries' slips in texts like these, and words of the mainland that they leave. */
const WRONG =
  /[“”‘’]|宣告|釋出|遮蔽|停用|稽核|繫結|訊息人士|支援共|透過了|互連|隻涉|于\d|併為|天后|平臺|電視臺|報道|[公宣]佈|諮文|特朗普|得克薩斯|谷歌|安卓|賬|預演算|數字指紋|幾條訊息|日誌|[託托]管|拳頭|\p{Script=Han}移動錢包/u;
