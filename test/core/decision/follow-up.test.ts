import { describe, expect, test } from "vitest";
import { decide, following, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const namesAfter = (label: string, question: string) =>
  decide(answerer, question, following(label)).answers.map(nameOf);

describe("a follow-up", () => {
  test.each([
    ["app:wechat-pay", "and alipay?", "app:alipay"],
    ["app:alipay", "what about camscanner", "app:camscanner"],
    ["app-maker+camscanner", "and alipay?", "app-maker+alipay"],
    ["start-date", "and alipay?", "app:alipay"],
  ])("to %s that names another app keeps what was asked: %s", (label, question, expected) =>
    expect(namesAfter(label, question)).toEqual([expected]),
  );

  test("about another side of the same app keeps the app", () => {
    expect(namesAfter("app:camscanner", "who makes it?")).toEqual(["app-maker+camscanner"]);
  });

  test.each(["source?", "any proof of that", "来源?"])(
    "that asks for the source is answered with the same entry: %s",
    (question) => expect(namesAfter("start-date", question)).toEqual(["start-date"]),
  );

  test.each([
    ["start-date", "who signed the order?", "order-signer"],
    ["order-signer", "is alipay banned?", "app:alipay"],
    ["app:alipay", "which apps were on the list?", "apps-covered"],
  ])("to %s that is a whole question of its own is taken by itself: %s", (label, question, expected) =>
    expect(namesAfter(label, question)).toEqual([expected]),
  );

  test.each(["lol", "thanks!", "asdfgh", ""])("is no answer where nothing is asked: %j", (message) =>
    expect(namesAfter("app:alipay", message)).toEqual(decide(answerer, message).answers.map(nameOf)),
  );

  test("to an answer that does not exist is an ordinary question", () => {
    expect(decide(answerer, "and alipay?", following("nowhere"))).toEqual(decide(answerer, "and alipay?"));
  });

  test("is never taken up in a channel where the bot only listens", () => {
    const channel = "chat" as const;
    const leaning = decide(answerer, "and alipay?", { channel, ...following("app:wechat-pay") });
    expect(leaning).toEqual(decide(answerer, "and alipay?", { channel }));
    expect(leaning.speaks).toBe(false);
  });
});
