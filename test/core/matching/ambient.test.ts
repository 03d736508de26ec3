import { describe, expect, test } from "vitest";
import { decide, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const { golden } = answerer.knowledge;
const hear = (message: string) => decide(answerer, message, { channel: "chat" });

describe("in a channel where the bot only listens", () => {
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
