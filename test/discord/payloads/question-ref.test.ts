import { describe, expect, test } from "vitest";
import { LOCALES } from "../../../src/core/values/locale.js";
import { parseQuestionRef, type QuestionRef, renderQuestionRef } from "../../../src/discord/payloads/question-ref.js";

const link = { serverId: "123456789012345678", channelId: "123456789012345679", messageId: "123456789012345680" };
const refs: readonly QuestionRef[] = [
  { kind: "command", command: "ban-status", text: "支付宝" },
  { kind: "message", link },
  { kind: "message", link, repeated: { text: "is alipay banned?" } },
];

describe.each(LOCALES)("what a reply in %s is about", (locale) => {
  test.each(refs)("is read from its last line again: $kind", (ref) => {
    expect(parseQuestionRef(`An answer\n${renderQuestionRef(ref, locale)}`)).toEqual(ref);
  });
});

test("is not read from a line that looks alike", () => {
  const line = renderQuestionRef({ kind: "message", link }).replace("This message", "Another message");
  expect(parseQuestionRef(line)).toBeUndefined();
});
