import { excerptOf } from "friendly-yaml";
import { expect, test } from "vitest";

test("the line that is shown has its mark under the place, in Chinese and behind a tab as well", () => {
  const shown = (text: string, column: number, length?: number) =>
    excerptOf({ file: "a", line: 1, column, message: "", ...(length && { length }) }, new TextEncoder().encode(text));
  expect(shown("ask: this", 6, 4)).toBe("1 | ask: this\n  |      ^^^^");
  expect(shown("  - 微信 x", 8)).toBe("1 |   - 微信 x\n  |     \u3000\u3000 ^");
  expect(shown("\tanswer", 1)).toBe("1 | →answer\n  | ^");
  expect(shown(`${"long ".repeat(60)}here`, 301, 4)?.split("\n")[0]).toMatch(/^1 \| ….*here$/);
  expect(shown("", 1)).toBeUndefined();
});
