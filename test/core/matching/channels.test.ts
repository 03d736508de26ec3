import { describe, expect, test } from "vitest";
import { namedApps } from "../../../src/core/data/knowledge.js";
import { decide, following, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const { golden } = answerer.knowledge;
const hear = (message: string) => decide(answerer, message, { channel: "chat" });

describe("in a chat channel", () => {
  test("a choice, a guess and not knowing are never spoken", () => {
    for (const { ask } of golden) {
      const { answers, speaks } = hear(ask);
      if (speaks) expect([ask, answers[0].kind]).toEqual([ask, expect.stringMatching(/^(entry|app)$/)]);
    }
  });

  test("it decides what it would say as if it had been asked, and says it or keeps silent", () => {
    for (const { ask } of golden.slice(0, 60)) expect(hear(ask).answers).toEqual(decide(answerer, ask).answers);
  });

  test("it is not mute: some questions to the room are answered", () => {
    const asked = answerer.knowledge.ambient.speak;
    expect(asked.filter((message) => hear(message).speaks).length).toBeGreaterThan(asked.length / 3);
  });

  test.each([
    "lol",
    "so what now",
    "is it banned?",
    "I paid with alipay in Macau",
    "@Lena is wechat ok?",
    'my teacher asked "is alipay banned?"',
    "they should ban every chinese app",
    "is spotify banned",
    "",
    "???",
  ])("%j is left alone", (message) => expect(hear(message).speaks).toBe(false));
});

describe("a question to the room", () => {
  test("is answered alike for every one of the order's apps", () => {
    for (const wording of [
      "is {app} banned?",
      "is {app} still banned in the us?",
      "anyone know if {app} is banned in the us",
    ]) {
      const spoken = namedApps(answerer.knowledge).map(({ name }) => hear(wording.replace("{app}", name)).speaks);
      expect([wording, ...new Set(spoken)]).toHaveLength(2);
    }
  });

  test.each([
    "is it possible to see if someone blocked me",
    "when does it start",
    "who is responsible for this",
    "could it come back later",
    "do I have to delete it",
    "is there a list of them somewhere",
    "what happens if i don't",
  ])("has to name an app, the order or the matter: %s", (message) => expect(hear(message).speaks).toBe(false));
});

describe("in a questions channel", () => {
  const ask = (message: string) => decide(answerer, message, { channel: "questions" });

  test.each([
    "alipay ok now?",
    "is shareit banned?",
    "what was this order about?",
    "which apps were banned??",
    "was it ever enforced?",
    "can i get a timeline",
    "did tencent say anything",
    "aliexpress?",
    "is this the ieepa thing?",
    "how do i use this bot?",
    "支付宝还能用吗",
    // A name that may mean several apps, and a question that no answer covers.
    "is wepay banned?",
    "is tencent pay banned?",
    // A regret or a choice, but about the matter.
    "is signal banned?",
    "爱奇艺被禁了吗",
    "did congress revoke 13971?",
    "are we still under EO 13971",
    "who signed 14034",
    "my mom uses wechat pay to send me money for college, will she get in trouble?",
    // Questions without a mark that begin with something else.
    "going to beijing in june, will alipay work for me there",
    "trump never banned alipay, did he",
    "拜登撤销了没有啊",
    "does this also apply to tablets?",
    // Questions that an answer fits clearly, though talk is worded like them.
    "what's the penalty",
    "is there a fine",
    "can i still use it",
    "这个令是个啥",
    "WPS安不安全",
    "列一下这八个软件",
    "把时间线捋一遍呗",
    "现在还有效吗 这个13971",
  ])("%s: is answered as if it had been put to the bot", (message) => {
    const { answers, speaks } = ask(message);
    expect([speaks, answers.map(nameOf)]).toEqual([true, decide(answerer, message).answers.map(nameOf)]);
  });

  test.each([
    "camscanner was great before the ads",
    "i read the alipay terms yesterday",
    "did you see what trump said today",
    "do you think trump will win again",
    "你们觉得川普还会赢吗",
    "we saw alipay ads in the subway",
    "they do this with alipay all the time",
    "希望支付宝的事早点解决",
    "我冇用支付宝",
    "说实话支付宝挺好用",
    "same thing happened with huawei if you ask me",
    "everyone mixes up wechat and wechat pay",
    "they all collect data, chinese or not",
    "how many states are there",
    "hi",
    "thanks!",
    "lol",
    "anyone up for ranked tonight",
    "did you watch the game?",
    "is it going to rain?",
    "谢谢",
    "哈哈哈笑死",
    "我昨天刚装了微信",
    "",
  ])("%j calls for silence", (message) => expect(ask(message).speaks).toBe(false));

  test("a follow-up is understood with the answer before it", () => {
    const { answers, speaks } = decide(answerer, "and alipay?", {
      channel: "questions",
      ...following("app:wechat-pay"),
    });
    expect([speaks, ...answers.map(nameOf)]).toEqual([true, "app:alipay"]);
  });
});
