/** What people wrote is repeated as text alone. */
import { expect, it } from "vitest";
import { clip } from "../../../src/command/clip.js";
import { escapeUserText, unescapeUserText } from "../../../src/discord/payloads/user-text.js";

it.each(["discord.gg/abc", "discord.com/invite/abc", "https://evil.example/x", "[a](http://b.example)"])(
  "a link or an invitation is broken, and read back whole: %s",
  (text) => {
    const shown = escapeUserText(text, 100);
    expect(shown).not.toContain(text);
    expect(shown).not.toMatch(/[^\\]\//);
    expect(unescapeUserText(shown)).toBe(text);
  },
);

it.each([
  ["a high surrogate alone", "is \ud83d banned?"],
  ["a low surrogate alone", "is \ude00 banned?"],
])("%s is replaced", (_, text) => {
  expect(escapeUserText(text, 100)).toBe("is \ufffd banned?");
});

it("a whole character of two units stays", () => {
  expect(escapeUserText("is 😀 banned?", 100)).toBe("is 😀 banned?");
});

it.each([
  ["shorter", "abc", 3, "abc"],
  ["longer", "abcd", 3, "ab…"],
  ["cut inside a character of two units", "a😀bcd", 3, "a…"],
])("a text that is %s is clipped to its limit", (_, text, most, clipped) => {
  expect(clip(text, most)).toBe(clipped);
});
