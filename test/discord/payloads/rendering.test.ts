/** Nothing that is rendered plainly can format a message. */
import { escapeMarkdown } from "discord.js";
import fc from "fast-check";
import { expect, it } from "vitest";
import { plain } from "../../../src/discord/payloads/rendering.js";

it("a text is escaped as discord.js escapes it, whatever it holds", () => {
  const text = fc.string({ unit: fc.constantFrom(..."*_~|`\\>#-[]()<:/ \nab0".split("")), maxLength: 40 });
  const holds = (given: string): void => expect(plain(given)).toBe(escapeMarkdown(given, { maskedLink: true }));
  fc.assert(
    fc.property(text, (given) => {
      holds(given);
    }),
    { numRuns: 2000 },
  );
});
