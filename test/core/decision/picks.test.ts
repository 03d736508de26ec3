import { describe, expect, test } from "vitest";
import { offeredBy } from "../../../src/core/decision/decision.js";
import { pickFrom } from "../../../src/core/decision/picks.js";
import type { CalendarDate } from "../../../src/core/values/calendar.js";
import { formatLabel } from "../../../src/core/values/label.js";
import { decide, following, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const OFFERED = [{ entry: "merchants-accept" }, { app: "alipay" }, { entry: "app-security" }];

describe("a choice that the bot offered", () => {
  test.each([
    ["the first one", 0],
    ["1", 0],
    ["First.", 0],
    ["ok the 1st please", 0],
    ["lol i pick 1", 0],
    ["the first one then", 0],
    ["Yes, the first one.", 0],
    ["I would like the answer to the first item, please.", 0],
    ["i mean the second", 1],
    ["number 2 pls", 1],
    ["the second one, is it banned?", 1],
    ["third", 2],
    ["the last one", 2],
    ["第一个", 0],
    ["第二個吧", 1],
    ["我选三", 2],
  ])("is picked by its place: %s", (text, at) => expect(pickFrom(text, OFFERED, answerer.knowledge)).toBe(OFFERED[at]));

  test.each([
    "the fourth",
    "one of my friends uses it",
    "first of all thanks",
    "last year?",
    "is it the first order",
    "一个问题",
  ])("is not picked by anything else: %s", (text) =>
    expect(pickFrom(text, OFFERED, answerer.knowledge)).toBeUndefined(),
  );

  test("is answered at once if it would be offered first again", () => {
    const question = "did biden ban wechat";
    const [choice] = decide(answerer, question).answers;
    const offered = offeredBy(choice);
    const [first] = offered;
    expect(choice.kind).toBe("choose");
    expect(nameOf(decide(answerer, question, { offered }).answers[0])).toBe(first && formatLabel(first));
  });

  test("is never the answer that was just given", () => {
    const question = "does square take alipay";
    const [choice] = decide(answerer, question, following("merchants-accept")).answers;
    expect(offeredBy(choice)).not.toContainEqual({ entry: "merchants-accept" });
    expect(offeredBy(decide(answerer, question).answers[0])).toContainEqual({ entry: "merchants-accept" });
  });

  test.each(["is it banned", "no i mean is it banned", "my teacher said its banned is that true"])(
    "that is about one app names the app of what comes next: %s",
    (text) => {
      const offered = [{ entry: "app-security", app: "shareit" }, { app: "shareit" }];
      expect(nameOf(decide(answerer, text, { offered }).answers[0])).toBe("app:shareit");
    },
  );

  test("names no app in a question that is about none", () => {
    const offered = [{ entry: "app-security", app: "shareit" }, { app: "shareit" }];
    expect(decide(answerer, "what time is it", { offered }).answers).toEqual(
      decide(answerer, "what time is it").answers,
    );
  });

  test("is answered in a questions channel, where a number alone asks nothing", () => {
    const on = "2026-11-28" as CalendarDate;
    const asked = { on, channel: "questions" as const };
    expect(decide(answerer, "the second one", { ...asked, offered: OFFERED })).toMatchObject({
      answers: [{ kind: "app", app: { id: "alipay" } }],
      speaks: true,
    });
    expect(decide(answerer, "the second one", asked).speaks).toBe(false);
  });
});
