import { describe, expect, test } from "vitest";
import { asksSomething } from "../../../src/core/decision/asking.js";
import { readCourtesy } from "../../../src/core/decision/courtesy.js";
import { APP_TOKEN } from "../../../src/core/matching/features.js";
import { tokenise } from "../../../src/core/text/text.js";

describe("a courtesy", () => {
  test.each([
    ["hi", "greeting"],
    ["Hello there!", "greeting"],
    ["good morning everyone", "greeting"],
    ["你好", "greeting"],
    ["大家早上好", "greeting"],
    ["thanks", "thanks"],
    ["ty so much, that was really helpful", "thanks"],
    ["ok thank you for the help", "thanks"],
    ["谢谢你", "thanks"],
    ["good bot", "thanks"],
    ["that was great!", "thanks"],
    ["辛苦了", "thanks"],
    ["how are you?", "greeting"],
    ["在吗", "greeting"],
    ["hello bot how are you", "greeting"],
    ["test", "greeting"],
    ["👋", "greeting"],
    ["🙏🙏", "thanks"],
    ["👍🏽", "thanks"],
    ["thanks a lot, that helps", "thanks"],
    ["help", "help"],
    ["hi, help please", "help"],
    ["帮助", "help"],
  ])("is recognised where it is all that is said: %s", (message, courtesy) =>
    expect(readCourtesy(message)).toBe(courtesy),
  );

  test.each([
    "",
    "hi, is alipay banned?",
    "thanks, and wechat?",
    "who can help me delete alipay",
    "is it good",
    "good morning america, who signed it",
    "你好，支付宝被禁了吗",
    "hello world program in python",
  ])("is none where anything more is said: %j", (message) => expect(readCourtesy(message)).toBeUndefined());
});

describe("a message asks something", () => {
  const asks = (message: string) =>
    asksSomething(
      message,
      tokenise(message.replace("didi", APP_TOKEN)).map((word) => (word === "app" ? APP_TOKEN : word)),
    );

  test.each([
    "is alipay banned",
    "ok so when does it start",
    "which apps were banned??",
    "camscanner?",
    "didi",
    "didi banned too or nah",
    "can i get a timeline",
    "list of apps pls",
    "支付宝还能用吗",
    "这道命令是谁签的",
    "有没有生效",
    "i study in austin is app blocked on campus",
    "yeah but is it safe",
  ])("by its marks or by how it begins: %s", (message) => expect(asks(message)).toBe(true));

  test.each(["camscanner was great before the ads", "they all collect data", "lol", "我昨天用了支付宝", ""])(
    "and a statement does not: %j",
    (message) => expect(asks(message)).toBe(false),
  );
});
