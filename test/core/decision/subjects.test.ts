/** What is true of the order's apps is not said of others, and nothing of this order is said of another order. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { decide, following, nameOf, openAnswerer } from "../../answerer.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const choiceFor = (question: string): unknown => {
  const [answer] = decide(answerer, question).answers;
  return answer.kind === "choose" ? answer.from : nameOf(answer);
};

describe("a question that names only apps beside the order", () => {
  it.each([
    ["when was the wechat order signed", "wechat", "order-signer"],
    ["is huawei sanctioned by treasury", "huawei", "treasury-sanctions"],
    ["is shein on the pentagon list", "shein", "tencent-pentagon-list"],
  ])("%s: is offered where that app stands, and the answer, but never given it", (question, app, entry) => {
    expect(choiceFor(question)).toEqual([{ app }, { entry }]);
  });

  it("gets the answer where it names the maker of one of the order's apps", () => {
    expect(choiceFor("when was the order on tencent's apps signed")).toBe("order-signer");
    expect(choiceFor("do I need a lawyer to do business with tencent")).toBe("need-a-lawyer");
  });

  it("gets the answer that speaks of it", () => {
    expect(choiceFor("is tencent on the pentagon list")).toBe("tencent-pentagon-list");
    expect(choiceFor("is wechat the same as wechat pay")).toBe("wechat-vs-wechat-pay");
  });
});

it.each(["who owns alipay, ant group or alibaba", "does tencent own alipay", "alipay is tencent's, isn't it"])(
  "a maker's name beside an app's is a guess at who makes that app: %s",
  (question) => expect(decide(answerer, question).answers.map(nameOf)).toEqual(["app-maker+alipay"]),
);

it("one of the order's apps is no maker of another app", () => {
  expect(decide(answerer, "who made vmate and uc browser").answers.map(nameOf)).toContain("app-maker+vmate");
});

describe("an answer that people ask for by the names of some of the order's apps", () => {
  it("is only offered to a question about another one", () => {
    expect(choiceFor("what did camscanner's maker say about the order")).toContainEqual({ entry: "kingsoft-response" });
  });

  it("is given to a question about these, as any other answer is given to a question about any of the eight", () => {
    expect(choiceFor("what did kingsoft say about the order")).toBe("kingsoft-response");
    expect(choiceFor("when would the camscanner ban have started")).toBe("start-date");
  });
});

it.each([
  ["did india ban camscanner", "india-ban+camscanner"],
  ["is wps office banned in india", "india-ban+wps-office"],
  ["印度禁了微信吗", "india-ban+wechat"],
  ["did india ban the apps", "india-ban"],
])("a question about India's ban is answered about the app that it names: %s", (question, expected) =>
  expect(choiceFor(question)).toBe(expected),
);

describe("a question about the rules of states", () => {
  it.each([
    ["is alipay banned in texas", "alipay"],
    ["is tencent qq banned in florida", "tencent-qq"],
    ["is tiktok banned in virginia", "tiktok"],
    ["did ohio ban wps office", "wps-office"],
    ["得州禁了支付宝吗", "alipay"],
    ["哪幾個州禁用微信", "wechat"],
  ])("is answered about the app that it names: %s", (question, app) => {
    expect(choiceFor(question)).toBe(`state-rules-today+${app}`);
  });

  it("is answered about each app that it names", () => {
    expect(decide(answerer, "are alipay and wps office banned in texas").answers.map(nameOf)).toEqual([
      "state-rules-today+alipay",
      "state-rules-today+wps-office",
    ]);
  });

  it.each(["which states ban these apps", "are the apps banned in texas", "哪些州有自己的禁令"])(
    "is answered in general where it names no app: %s",
    (question) => expect(choiceFor(question)).toBe("state-rules-today"),
  );

  it.each(["is zoom banned in texas", "is whatsapp banned in texas", "did ohio ban paypal", "得州禁了Zoom吗"])(
    "gets no state's rule about other apps where nothing is known of a rule about its own: %s",
    (question) => expect(JSON.stringify(choiceFor(question))).not.toContain("state-rules-today"),
  );

  it("is about the app of the answer that it follows", () => {
    const after = following("app:alipay");
    expect(decide(answerer, "and in texas?", after).answers.map(nameOf)).toEqual(["state-rules-today+alipay"]);
  });

  it.each([
    ["can i have alipay on a government phone", "government-phone"],
    ["can i use wechat at school in virginia", "work-or-school-device"],
    ["can i use tencent qq in virginia", "can-i-use+tencent-qq"],
    ["is alipay banned", "app:alipay"],
  ])("is not what this asks: %s", (question, label) => expect(choiceFor(question)).toBe(label));
});

describe("a question that gives another order's number", () => {
  it.each(["was executive order 6102 ever revoked", "penalties under EO 13224", "full text of e.o. no. 13556"])(
    "gets nothing of this order: %s",
    (question) => expect(choiceFor(question)).toBe("unknown"),
  );

  it("gets the answer that speaks of that order", () => {
    expect(choiceFor("what did EO 14034 do instead")).toBe("replacement");
  });

  it("gets the answer where it names this order too", () => {
    expect(choiceFor("was EO 13971 revoked by EO 14034")).toBe("revoked");
  });
});

it("a known app's name inside that of another app is not meant", () => {
  for (const question of ["QQ空间被点名了吗", "QQ飞车在不在名单里"])
    expect(nameOf(decide(answerer, question).answers[0])).not.toBe("app:tencent-qq");
});

it('"did i" is no app', () => {
  expect(nameOf(decide(answerer, "why did i get banned from the server").answers[0])).not.toBe("app:didi");
});

it.each([
  ["can i pay 14000 yuan with alipay", "can i pay 15000 yuan with alipay"],
  ["i live in 14850, can i use wechat", "i live in 94850, can i use wechat"],
  ["用支付宝转14000块违法吗", "用支付宝转15000块违法吗"],
])("a sum or a postal code is no order's number: %s is read as %s", (text, other) => {
  const kinds = (question: string) => decide(answerer, question).answers.map(({ kind }) => kind);
  expect(kinds(text)).toEqual(kinds(other));
});

it.each(["was 14117 ever enforced", "what did 14105 do", "那14117说的是什么"])(
  "the number of another order needs no word for it: %s gets no answer about this one",
  (question) => expect(decide(answerer, question).answers[0].kind).not.toBe("entry"),
);
