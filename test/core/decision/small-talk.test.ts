import { expect, test } from "vitest";
import { readCourtesy } from "../../../src/core/decision/courtesy.js";
import { withoutSmallTalk } from "../../../src/core/decision/small-talk.js";
import { decide, following, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const namesOf = (question: string) => decide(answerer, question).answers.map(nameOf);

test.each([
  ["hi, was TikTok part of this order?", "was TikTok part of this order?"],
  ["hello everyone, alipay?", "alipay?"],
  ["sorry if this was asked before but who signed it", "who signed it"],
  ["Sorry for my bad english. who signed it", "who signed it"],
  ["what is wps office thx in advance", "what is wps office"],
  ["who enforces it? asking for a friend", "who enforces it?"],
  ["what did the order do (serious question)", "what did the order do"],
  ["thanks! and when did it end?", "and when did it end?"],
  ["nice one mate, so it is over", "so it is over"],
  ["what did the order do in simple terms?", "what did the order do?"],
  ["@bot btw who signed it tl;dr", "who signed it"],
  ["for a school project: who signed it", "who signed it"],
  ["Returning to the order: who signed it?", "who signed it?"],
  ["no i meant who signed it", "who signed it"],
  ["hello bot, thank you for help people. who sign this order", "who sign this order"],
  ["ok thank you. sorry so many question. why they put it on list", "why they put it on list"],
  ["hi, quick fact check… what date did it take effect", "what date did it take effect"],
  ["is this still going on or what", "is this still going on"],
  ["a friend asks: is alipay ok", "is alipay ok"],
  ["apparently alipay is banned", "alipay is banned"],
  ["correct me if i'm wrong but congress passed it", "congress passed it"],
  ["大家好，请问支付宝还能用吗 谢谢", "支付宝还能用吗"],
  ["管理员你好，微信支付呢", "微信支付呢"],
  ["微信还能用吗，有人知道吗", "微信还能用吗"],
  ["微信还能用吗谢谢大家", "微信还能用吗"],
  ["支付宝被禁了吗求大佬解答", "支付宝被禁了吗"],
  ["弱问一句，微信支付呢哈哈", "微信支付呢"],
])("%j asks %j", (message, question) => expect(withoutSmallTalk(message)).toBe(question));

test.each([
  ["can someone tell me who signed it", "who signed it?"],
  ["i want to know if alipay is ok", "alipay is ok?"],
  ["I want to know who signed it.", "who signed it?"],
  ["my wife wants to know was the ban worldwide", "was the ban worldwide?"],
  ["please explain: why did biden revoke it", "why did biden revoke it?"],
  ["有没有人知道微信算不算", "微信算不算?"],
  ["能不能告诉我微信算不算", "微信算不算?"],
  ["谁能告诉我微信算不算", "微信算不算?"],
])("%j asks by its asker: %j", (message, question) => expect(withoutSmallTalk(message)).toBe(question));

test.each([
  ...["hi", "thanks", "help", "please", "sorry", "line pay", "hi5 banned", "tell me about alipay"],
  ...["thanks to biden it is gone", "is alipay banned or not", "my boss says it is banned", "谁知道呢"],
  ...[
    "bot commands",
    "q wallet banned",
    "机器人是谁做的",
    "i think they should ban it",
    "sure hope he undid that",
    "wait really",
    "seriously?",
    "any source",
    "why though",
  ],
])("%j is left as it is", (message) => expect(withoutSmallTalk(message)).toBe(message));

const AROUND: readonly ((question: string) => string)[] = [
  (question) => `hi, ${question}`,
  (question) => `hello everyone ${question}`,
  (question) => `good morning! ${question}`,
  (question) => `quick question: ${question}`,
  (question) => `this may be a dumb question but ${question}`,
  (question) => `im new here, ${question}`,
  (question) => `umm ${question}`,
  (question) => `wait ${question}`,
  (question) => `Q: ${question}`,
  (question) => `URGENT: ${question}`,
  (question) => `bro ${question}`,
  (question) => `<:thonk:123456789012345678> ${question}`,
  (question) => `${question.replace(/[?.!]*$/, ", anyone know")}`,
  (question) => `${question.replace(/[?.!]*$/, ". need an answer today")}`,
  (question) => `${question} please`,
  (question) => `${question} thanks a lot!`,
  (question) => `${question} lol`,
  (question) => `${question} asking for a friend`,
  (question) => `hey all, sorry to bother you, ${question} thx in advance`,
  (question) => `大家好 请问${question} 谢谢`,
  (question) => `各位大佬，我是新来的，想问一下${question}`,
];
test("what is said around a question changes nothing in its answer", () => {
  for (const { ask } of answerer.knowledge.golden.filter(
    ({ ask, in: channel }) => channel === undefined && readCourtesy(ask) === undefined,
  )) {
    const names = namesOf(ask);
    for (const around of AROUND) expect([around(ask), namesOf(around(ask))]).toEqual([around(ask), names]);
  }
});

test("a question that is answered in its channel is answered there with what is said around it", () => {
  const isAnswered = (message: string) => {
    const { answers, speaks } = decide(answerer, message, { channel: "questions" });
    return speaks && answers[0].kind !== "unknown";
  };
  const questions = answerer.knowledge.golden.map(({ ask }) => ask).filter(isAnswered);
  const lost = questions.flatMap((ask) => AROUND.map((around) => around(ask)).filter((asked) => !isAnswered(asked)));
  expect(lost).toEqual([]);
});

const FOLLOW_UPS = [
  ["revoked", "why"],
  ["apps-covered", "source pls"],
  ["app:wechat-pay", "and alipay?"],
  ["app:camscanner", "who makes it?"],
  ["order-summary", "which ones"],
  ["can-i-use", "even at school"],
  ["start-date", "did they ever"],
] as const;
const REACTIONS = [
  ...[
    "ok, ",
    "oh ok ",
    "cool. ",
    "got it. ",
    "interesting, ",
    "great, thank you. ",
    "makes sense! ",
    "wow ",
    "lol ",
    "hm ",
  ],
  ...["one more question: ", "sorry, ", "that's good. ", "好的，", "哦 ", "Very clear explanation, thank you Sir. "],
  ...["cool cool. ", "good bot 🤖 ", "太长了看得头晕😵 "],
];
test.each(FOLLOW_UPS)(
  "what is said to the answer %s before %j changes nothing in the next answer",
  (label, question) => {
    const namesAfter = (message: string) => decide(answerer, message, following(label)).answers.map(nameOf);
    const names = namesAfter(question);
    for (const reaction of REACTIONS) expect([reaction, namesAfter(reaction + question)]).toEqual([reaction, names]);
  },
);

test.each([
  ["can-i-use", "I am on a navy base. still ok?", "still ok?"],
  ["can-i-use", "I run a restaurant. allowed?", "allowed?"],
])("after %s, %j is not judged as %j: what people tell of themselves is no reaction", (label, message, question) => {
  const namesAfter = (text: string) => decide(answerer, text, following(label)).answers.map(nameOf);
  expect(namesAfter(message)).not.toEqual(namesAfter(question));
});

test.each([
  ...["ok will do", "great will do", "wow, wechat pay", "thanks, alipay!", "谢谢，支付宝", "哈哈支付宝"],
  ...["my boss asked if wechat pay is banned, i told him no", "not sure if i should install wechat"],
])("%j, talk in a questions channel, gets no reply", (message) =>
  expect(decide(answerer, message, { channel: "questions" }).speaks).toBe(false),
);

test.each(["my mom asked me if alipay is banned", "i don't know if alipay is banned"])(
  "%j, in a chat channel, gets no reply",
  (message) => expect(decide(answerer, message, { channel: "chat" }).speaks).toBe(false),
);

test.each(["you were right, it never kicked in", "cool, thanks", "oh ok"])(
  "%j, said to an answer, asks nothing",
  (message) =>
    expect(decide(answerer, message, { ...following("ever-enforced"), channel: "questions" }).speaks).toBe(false),
);

test("why an answer was given tells the question that was judged, where it is not the whole message", () => {
  expect(decide(answerer, "hi, who signed the order? thanks").why.question).toBe("who signed the order?");
  expect(decide(answerer, "who signed the order?").why.question).toBeUndefined();
});
