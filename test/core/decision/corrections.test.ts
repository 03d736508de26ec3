import { describe, expect, test } from "vitest";
import { corrects, withoutCorrection } from "../../../src/core/decision/corrections.js";
import { decide, following, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();

describe("a correction", () => {
  test.each([
    ["no i meant the sdk code", "the sdk code"],
    ["no the order", "the order"],
    ["nah i meant the wallet login not qq", "the wallet login"],
    ["i said new york not texas", "new york"],
    ["not tiktok, the trump one about the 8 apps", "the trump one about the 8 apps"],
    ["不是啦 我問八個 app 的名單是誰決定的", "八個 app 的名單是誰決定的"],
    ["我问的是德州不是支付宝", "德州"],
    ["我问的是微信是不是被禁了", "微信是不是被禁了"],
    ["我是问14034 不是13971", "14034"],
    ["哎呀 我说错了 不是扫描全能王 是茄子快传", "茄子快传"],
    ["我係問張令仲有冇效,唔係問海外", "張令仲有冇效"],
    ["唔係問意思,係問拜登點解要取消", "拜登點解要取消"],
    ["我问的是清单内容,不是撤回", "清单内容"],
    ["??我问的是隐私", "隐私"],
    ["打錯了，應該是支付寶", "支付寶"],
    ["oops i meant shareit", "shareit"],
    ["i meant why was wechat not included", "why was wechat not included"],
    ["i mean it is not banned", "it is not banned"],
  ])("is read as what was meant: %s", (message, meant) => expect(withoutCorrection(message)).toBe(meant));

  test.each([
    "no way",
    "I asked my mom and she said no",
    "ok i asked him",
    "not sure, i think so",
    "我问我妈",
    "no idea lol",
    "nah im good",
    "not bad",
    "not gonna lie that is wild",
    "我说呢",
    "我是问一下",
    "我说错了什么",
    "不是吧",
    "is it banned or not",
  ])("is nothing else that begins alike: %s", (message) => {
    expect(corrects(message)).toBe(false);
    expect(withoutCorrection(message)).toBe(message);
  });

  test.each([
    ["article-author", "no the order", "order-summary"],
    ["app:camscanner", "我说错了 不是扫描全能王 是茄子快传", "app:shareit"],
    ["app:wechat-pay", "sry i meant qq wallet", "app:qq-wallet"],
    ["app:wechat", "no no, i meant alipay not wechat", "app:alipay"],
  ])("behind %s is answered with what was meant: %s", (label, message, expected) => {
    const { answers, speaks } = decide(answerer, message, { channel: "questions", ...following(label) });
    expect([nameOf(answers[0]), speaks]).toEqual([expected, true]);
  });

  test.each([
    ["still-revoked", "no i mean the biden one is it still active"],
    ["legal-challenges", "no, i mean was it challenged in court"],
    ["order-signer", "不是，我问的是谁签的"],
  ])("behind %s never gets that answer again: %s", (label, message) =>
    expect(nameOf(decide(answerer, message, following(label)).answers[0])).not.toBe(label),
  );

  test.each(["no i meant the malware bit", "我问的是法官"])(
    "is never met with silence in a questions channel: %s",
    (message) => {
      for (const before of [following("order-signer"), { offered: [{ entry: "order-signer" }] }])
        expect(decide(answerer, message, { channel: "questions", ...before }).speaks).toBe(true);
    },
  );
});
