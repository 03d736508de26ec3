/** What is suggested while a person types: fast enough for every keystroke, and what they mean first. */
import { beforeAll, describe, expect, it } from "vitest";
import { suggestApps, suggestDates } from "../../commands/suggestions.js";
import type { CommandContext } from "../../src/command/context.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { openAnswerer } from "../answerer.js";

let context: CommandContext;
beforeAll(async () => {
  context = { answerer: await openAnswerer(), today: "2026-11-23" as CalendarDate };
});

const valuesOf = (suggestions: readonly { readonly value: string }[]) => suggestions.map(({ value }) => value);

describe("apps", () => {
  it.each([
    ["wechat pay", "wechat-pay"],
    ["WeChat P", "wechat-pay"],
    ["alip", "alipay"],
    ["camscaner", "camscanner"],
    ["微信支", "wechat-pay"],
  ])("%s is first of all %s", (typed, app) => expect(valuesOf(suggestApps(typed, context))[0]).toBe(app));

  it.each([
    [undefined, "WeChat Pay"],
    ["zh-CN", "微信支付（WeChat Pay）"],
    ["zh-TW", "微信支付（WeChat Pay）"],
  ] as const)("are called in %s what their readers call them", (locale, name) => {
    expect(suggestApps("wechat pay", { ...context, ...(locale && { locale }) })[0]?.name).toBe(name);
  });

  it("never leads a complete name to another app", () => {
    for (const { id, name } of Object.values(context.answerer.knowledge.apps))
      expect(valuesOf(suggestApps(name, context)), name).toContain(id);
  });

  it("take at most 3 ms of the processor's time, a keystroke each", () => {
    const names = Object.values(context.answerer.knowledge.apps).map(({ name }) => name);
    const typed = names.flatMap((name) => [...name].map((_, end) => name.slice(0, end + 1)));
    const before = process.cpuUsage();
    for (const text of typed) suggestApps(text, context);
    expect(process.cpuUsage(before).user / 1000 / typed.length).toBeLessThan(3);
  });
});

describe("dates", () => {
  it("are the order's own before anything is typed, then the timeline's", () => {
    expect(valuesOf(suggestDates("", context)).slice(0, 3)).toEqual(["2021-01-05", "2021-02-19", "2021-06-09"]);
    expect(suggestDates("", context)).toHaveLength(25);
  });

  it.each([
    ["feb", "2021-02-19"],
    ["2021-06", "2021-06-09"],
    ["March 3 2021", "2021-03-03"],
    ["yesterday", "2026-11-22"],
  ])("%s leads to %s", (typed, date) => expect(valuesOf(suggestDates(typed, context))[0]).toBe(date));

  it("are written as the reader writes them", () => {
    expect(suggestDates("2021-3-3", { ...context, locale: "zh-CN" })[0]?.name).toBe("2021年3月3日");
    expect(suggestDates("", { ...context, locale: "zh-CN" })[0]?.name).toMatch(/^2021年1月5日：特朗普总统签署/);
  });
});
