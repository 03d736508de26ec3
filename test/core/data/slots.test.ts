import { describe, expect, test } from "vitest";
import { earliestDate, namedApps } from "../../../src/core/data/knowledge.js";
import { fillSlots, unknownSlots, unmatchedBrace } from "../../../src/core/data/slots.js";
import { daysBetween, formatDate } from "../../../src/core/values/calendar.js";
import { knowledgeOf, smallFiles } from "../../data.js";

const knowledge = knowledgeOf(smallFiles);
const { order } = knowledge;
const english = { knowledge, locale: "en", names: ["Red Pay"] } as const;
const redPay = { name: "Red Pay", fact: "Red Pay is made by Red." };

describe("a slot", () => {
  test.each([
    ["{date.signed}", formatDate(order.events.signed.on)],
    ["{date.earliest}", formatDate(earliestDate(order))],
    ["{date.revoked}", formatDate(order.events.revoked.on)],
    ["{date.checked}", formatDate(order.checked)],
    ["{days.on-the-books}", String(daysBetween(order.events.signed.on, order.events.revoked.on))],
    ["{order.title}", order.title],
    ["{order.citation}", order.citation],
    ["{apps.count}", String(namedApps(knowledge).length)],
    ["{apps.named}", "Red Pay"],
  ])("%s is filled from the order", (slot, filled) => {
    expect(unknownSlots(slot, false)).toEqual([]);
    expect(fillSlots(`So ${slot}, and ${slot}.`, english)).toBe(`So ${filled}, and ${filled}.`);
  });

  test("is filled in the reader's language", () => {
    const chinese = { knowledge, locale: "zh-CN", names: ["红支付", "蓝支付"], title: "一道命令" } as const;
    expect(fillSlots("{date.signed}，{order.title}，{apps.named}", chinese)).toBe(
      "2021年1月5日，一道命令，红支付和蓝支付",
    );
  });

  test("of an app is filled from the app that is spoken of, and from the fact that the entry shows", () => {
    expect(fillSlots("{app.name}: {app.fact}", english, redPay)).toBe("Red Pay: Red Pay is made by Red.");
  });

  test.each(["{app.name}", "{app.fact}"])("%s may stand only where an app is spoken of", (slot) => {
    expect(unknownSlots(slot, false)).toHaveLength(1);
    expect(unknownSlots(slot, true)).toEqual([]);
  });

  test.each(["", " date.signed", "date.sigend", "DATE.SIGNED", "toString", "__proto__", "constructor"])(
    "{%s} is unknown, and left as it stands rather than filled with nothing",
    (slot) => {
      expect(unknownSlots(`{${slot}}`, true)).toEqual([slot]);
      expect(fillSlots(`{${slot}}`, english, redPay)).toBe(`{${slot}}`);
    },
  );

  test.each([
    ["{date.signed}, then {date.signed", "{date.signed"],
    ["on {date.signed} and date.signed} too", "and date.signed}"],
    ["{{date.signed}}", "{{date.signed}}"],
    ["{date.signed} and {apps.count}", undefined],
  ])("has one brace on each side: %s", (text, brace) => {
    expect(unmatchedBrace(text)).toBe(brace);
  });

  test("is filled once: what fills it is not read again", () => {
    const titled = { ...english, title: "{date.signed}" };
    expect(fillSlots("{order.title}", titled)).toBe("{date.signed}");
  });
});
