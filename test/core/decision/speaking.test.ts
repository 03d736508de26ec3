import { describe, expect, test } from "vitest";
import { decide, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const heard = (message: string) => {
  const { answers, speaks } = decide(answerer, message, { channel: "questions" });
  return speaks ? nameOf(answers[0]) : "silence";
};

describe("in a questions channel", () => {
  test.each([
    ["it was congress who passed this law about the alipay ban", "law-or-order"],
    ["wechat and wechat pay are the same app in the order", "wechat-vs-wechat-pay"],
    ["eo 13971 is a tiktok order", "same-as-tiktok"],
    ["they had proof that these apps were spying", "evidence-of-theft"],
    ["alipay is banned in the US", "app:alipay"],
    ["there are nine apps on the list of the order, not eight", "apps-count"],
  ])("a claim about the world is corrected or confirmed: %s", (message, answer) => expect(heard(message)).toBe(answer));

  test.each([
    ["so wechat pay is illegal now, my boss says", "app:wechat-pay"],
    ["my tiktok feed says camscanner is banned", "app:camscanner"],
    ["i read online that alipay is banned", "app:alipay"],
    ["i got an email from paypal saying alipay is banned", "app:alipay"],
    ["tiktok is banned now in the us, my cousin told me", "tiktok-today"],
    ["我妈说支付宝被禁了", "app:alipay"],
    ["apparently it was congress who passed this ban", "law-or-order"],
    ["as far as i know they had proof that these apps were spying", "evidence-of-theft"],
    ["i thought eo 13971 was a tiktok order", "same-as-tiktok"],
  ])("so is what somebody else said: %s", (message, answer) => expect(heard(message)).toBe(answer));

  test.each([
    ["is duolingo banned", ["unknown"]],
    ["is huabei banned", ["unknown"]],
    ["how do I reset my alipay password?", ["unknown"]],
    ["is signal banned? thanks", ["unknown"]],
    ["are we still under EO 13971", ["still-revoked"]],
    ["bot do you think alipay is banned", ["app:alipay"]],
    ["did teh order evr take affect", ["ever-enforced", "choose"]],
    ["i am wondering who signed the order", ["order-signer"]],
    ["支付宝到底封了没有 我室友说封了", ["app:alipay"]],
  ])("a question gets an answer or a choice, however it is put: %s", (message, answers) =>
    expect(answers).toContain(heard(message)),
  );

  test.each([
    ["penalty?", "penalties"],
    ["lawsuits", "choose"],
    ["penalty amount", "penalties"],
    ["EO 13971 summary", "order-summary"],
    ["eo 13971 text link", "order-official-text"],
    ["45 days when", "start-date"],
  ])("a few keywords get what there is to them: %s", (message, answer) => expect(heard(message)).toBe(answer));

  test.each([
    "my mom says wechat stickers are cute",
    "we saw alipay ads in the subway",
    "what do you guys think about the ban",
    "@Lena is wechat banned on your phone?",
    "do you like alipay stickers",
    "how do I reset my alipay password",
    "anyone else's alipay down today?",
    "fine",
    "figures",
    "congrats",
    "我爸说话太大声了",
  ])("talk is left alone: %s", (message) => expect(heard(message)).toBe("silence"));
});

describe("in a chat channel", () => {
  const apps = Object.values(answerer.knowledge.apps).flatMap(({ name, standing }) =>
    standing === "named" ? name : [],
  );

  test.each(["is {} banned?", "is {} banned", "can i still use {}?", "{}被禁了吗？", "{}还能用吗"])(
    "a plain question gets the same treatment for each of the eight: %s",
    (question) => {
      const silent = apps.filter((app) => !decide(answerer, question.replace("{}", app), { channel: "chat" }).speaks);
      expect(silent).toEqual([]);
    },
  );

  test.each(["who signed the order?", "is the order still in effect?"])(
    "the order is the matter itself: %s",
    (question) => expect(decide(answerer, question, { channel: "chat" }).speaks).toBe(true),
  );

  test.each(["where is the order i placed", "can i pay the order in cash?"])("another order is not: %s", (question) =>
    expect(decide(answerer, question, { channel: "chat" }).speaks).toBe(false),
  );
});
