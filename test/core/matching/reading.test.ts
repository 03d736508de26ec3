import { describe, expect, test } from "vitest";
import { collectWords, createReaderFor } from "../../../src/core/matching/learn.js";
import { readEnglishWords } from "../../../src/store/english.js";
import { knowledgeOf, realFiles } from "../../data.js";

const knowledge = knowledgeOf(realFiles);
const reader = createReaderFor(knowledge, collectWords(knowledge, readEnglishWords()));

describe("a misspelt word is read as the curated one that it is near", () => {
  test.each([
    ["was the order revokd", "was the order revoked"],
    ["is hte ban still in efect", "is the ban still in effect"],
    ["what replaced the bann", "what replaced the ban"],
    ["teh ban", "the ban"],
  ])("also if curated lines misspell it so too: %s", (typed, meant) =>
    expect(reader.read(typed).words).toEqual(reader.read(meant).words),
  );

  test.each(["ofac", "ieepa", "ipo"])("a curated name is none: %s", (name) =>
    expect(reader.read(`who is ${name}`).words).toContain(name),
  );
});

test.each([
  ["is alipay band", "is alipay banned"],
  ["witch apps are aloud", "which apps are allowed"],
])("a real word that moderators list as another's misspelling is read as that: %s", (typed, meant) =>
  expect(reader.read(typed).words).toEqual(reader.read(meant).words),
);

describe("an app on which something was read or said is no subject of the question", () => {
  test.each([
    ["saw on tiktok that alipay is banned", ["alipay"]],
    ["我妈天天看抖音说美国要抓用微信的人", ["wechat"]],
    ["my mom sent me on wechat that trump banned camscanner, is it true", ["camscanner"]],
    ["someone on telegram told me shareit was never banned", ["shareit"]],
    ["a video on douyin says the order is back", []],
    ["on weibo people say the order is back", []],
    ["a tiktok video said wechat pay was banned, is that true?", ["wechat-pay"]],
    ["my whatsapp group says alipay will be banned", ["alipay"]],
    ["i got an email from paypal saying alipay is banned", ["alipay"]],
    ["我朋友用QQ发消息说支付宝被禁了，真的吗", ["alipay"]],
    ["我朋友用QQ發訊息說支付寶被禁了，真的嗎", ["alipay"]],
    ["a video on douyin says the order is back, is it true?", []],
    ["read on whatsapp that the order is back?", []],
    ["在微信群里看到说支付宝被禁了", ["alipay"]],
    ["微博上有人说这个行政令还有效", []],
  ])("%s", (question, apps) => expect(reader.read(question).apps).toEqual(apps));

  test.each([
    ["saw on tiktok that it got banned", ["tiktok"]],
    ["is the ban on alipay that trump signed still valid", ["alipay"]],
    ["my mom sent me money on wechat pay, is it frozen?", ["wechat-pay"]],
    ["can people on wechat still pay", ["wechat"]],
    ["what have you read on wechat", ["wechat"]],
    ["支付宝里有人转钱给我，会被冻结吗", ["alipay"]],
    ["微信上还能付款吗", ["wechat"]],
    ["微信上说话安全吗", ["wechat"]],
    ["微信上大家还能付款吗", ["wechat"]],
    ["能用微信发文件给同事吗", ["wechat"]],
    ["can i post a tiktok video that names the order", ["tiktok"]],
  ])("but what is asked about an app is: %s", (question, apps) => expect(reader.read(question).apps).toEqual(apps));
});

test.each(["zoom被禁了吗", "听说Zoom也是中国软件，一起被禁了？"])(
  "an everyday word in Latin letters is a name among Chinese characters: %s",
  (question) => expect(reader.read(question).apps).toEqual(["zoom"]),
);
