import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitQuestions } from "../../../src/core/decision/questions.js";
import { decide, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const { entries, apps } = answerer.knowledge;
const namesOf = (message: string) => decide(answerer, message).answers.map(nameOf);

describe("a message", () => {
  test.each([
    ["who signed it? was it revoked?", ["who signed it", "was it revoked"]],
    ["who signed it and was it revoked", ["who signed it", "was it revoked"]],
    ["who signed it n was it revoked", ["who signed it", "was it revoked"]],
    ["who signed it & was it revoked", ["who signed it", "was it revoked"]],
    ["谁签署的?还有效吗?", ["谁签署的", "还有效吗"]],
    ["and when was it revoked? oh, and also who signed it?", ["when was it revoked", "who signed it"]],
    ["谁签署的?还有,什么时候撤销的?", ["谁签署的", "什么时候撤销的"]],
    ["who signed the order?", []],
    ["one? two? three?", []],
    ["a b? c d? e f? g h? i j?", []],
    ["", []],
  ])("%j holds the questions %j", (message, parts) => expect(splitQuestions(message)).toEqual(parts));

  test("is split into few parts, none of them blank and each a part of what was typed", () => {
    const text = fc.array(fc.oneof(fc.constantFrom("?", " and ", ", ", "\n", "who was", "还有"), fc.string()));
    fc.assert(
      fc.property(text, (pieces) => {
        const message = pieces.join("");
        const parts = splitQuestions(message);
        expect(parts.length).toBeLessThanOrEqual(4);
        expect(parts.length).not.toBe(1);
        for (const part of parts) {
          expect(part.trim()).not.toBe("");
          expect(message).toContain(part);
        }
      }),
    );
  });
});

test.each([
  ["what is vmate and is it banned?", ["app-what-is-it+vmate", "app:vmate"]],
  ["what is wps office? is it banned?", ["app-what-is-it+wps-office", "app:wps-office"]],
  ["who owns alipay and is it banned", ["app-maker+alipay", "app:alipay"]],
  ["支付宝是谁的？被禁了吗？", ["app-maker+alipay", "app:alipay"]],
  ["支付宝是谁的？现在还能用吗？", ["app-maker+alipay", "can-i-use+alipay"]],
])("a second question may lean on the app of the first: %s", (message, expected) =>
  expect(decide(answerer, message).answers.map(nameOf)).toEqual(expected),
);

test.each(["飞书能用吗", "PayPay被禁了吗", "腾讯视频被禁了吗", "discord被禁了吗"])(
  "a listed unknown app is never answered about the eight: %s",
  (question) => expect(decide(answerer, question).answers[0]).toMatchObject({ reason: "app-not-listed" }),
);

describe("several questions in one message", () => {
  test("are not seen in a list of apps", () => {
    expect(namesOf("alipay, wechat pay, which one was signed into the order by whom?")).not.toContain("app:wechat-pay");
    expect(namesOf("who signed the order on alipay, wechat pay, and qq wallet?")).toEqual(["order-signer"]);
  });

  const [one, two] = ["order-signer", "ever-enforced"].map((id) => entries[id]);

  test.each([
    [`${one?.question} ${two?.question}`, [one?.id, two?.id]],
    [`${two?.question}\n${one?.question}`, [two?.id, one?.id]],
    ["is alipay banned? and is camscanner banned?", ["app:alipay", "app:camscanner"]],
    ["is alipay or camscanner banned?", ["app:alipay", "app:camscanner"]],
    ["who signed it? when did it start?", ["order-signer", "start-date"]],
    ["Can I still use camscanner in the US? And is it safe?", ["can-i-use+camscanner", "app-security+camscanner"]],
  ])("are answered in their order: %s", (message, expected) => expect(namesOf(message)).toEqual(expected));

  test("are answered once where they ask the same", () => {
    expect(namesOf("is alipay banned? is alipay illegal?")).toEqual(["app:alipay"]);
  });

  test("are answered three at most", () => {
    const many = Object.values(apps).map(({ name }) => `is ${name} banned?`);
    for (let count = 1; count <= many.length; count++)
      expect(decide(answerer, many.slice(0, count).join(" ")).answers.length).toBeLessThanOrEqual(3);
  });
});

test("a part of a message that points elsewhere does not speak for the whole", () => {
  const story = "my uncle says biden tore up the app order to please china. surely there was a proper reason given";
  expect(namesOf(story)).not.toContain("order-reason");
});
