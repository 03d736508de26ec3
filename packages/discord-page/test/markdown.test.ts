/** The Markdown that Discord knows, and nothing else. */
import { describe, expect, it } from "vitest";
import { type Node, readMarkdown } from "../client/markdown.js";

/** The tree in short: `strong(bold)`. */
const outline = (nodes: readonly Node[]): string =>
  nodes
    .map(({ type, content, items, target, ordered }) => {
      if (type === "text") return String(content);
      if (type === "br") return "↵";
      if (items) return `${ordered ? "ol" : "ul"}(${items.map(outline).join(" | ")})`;
      const inside = typeof content === "string" || content === undefined ? (content ?? "") : outline(content);
      return `${type}(${inside}${target === undefined ? "" : ` → ${target}`})`;
    })
    .join("");

describe("a message's text", () => {
  it.each([
    [
      "**bold** *leaning* __under__ ~~gone~~ `code`",
      "strong(bold) em(leaning) underline(under) strikethrough(gone) inlineCode(code)",
    ],
    [
      "[the order](<https://www.federalregister.gov/d/2021-00305>)",
      "link(the order → https://www.federalregister.gov/d/2021-00305)",
    ],
    [
      "see https://example.org/a_b?c=1 there",
      "see url(https://example.org/a_b?c=1 → https://example.org/a_b?c=1) there",
    ],
    ["\\*not\\* leaning", "*not* leaning"],
    ["- one\n- two\nafter", "ul(one | two)after"],
    ["before\n- one", "before↵ul(one)"],
    ["- one\n  - inner\n- two", "ul(one↵ul(inner) | two)"],
    ["1. one\n2. two\n- three", "ol(one | two)ul(three)"],
    ["a - b\n1.5 million", "a - b↵1.5 million"],
    ["-# small", "subtext(small)"],
    ["- one\n-# small\n-# smaller", "ul(one)subtext(small)subtext(smaller)"],
    ["text\n-# small\ntext", "text↵subtext(small)text"],
    ["not -# small", "not -# small"],
    ["# Head\ntext", "heading(Head)text"],
    ["#hashtag and # no head", "#hashtag and # no head"],
    ["> quoted\nafter", "blockQuote(quoted↵)after"],
    ["```js\nlet x;\n```", "codeBlock(let x;)"],
    ["<b>bold</b> &amp; <script>", "<b>bold</b> &amp; <script>"],
    ["<@123456789012345678> in <#123456789012345678>", "user() in channel()"],
    ["微信支付**被禁**了吗？", "微信支付strong(被禁)了吗？"],
  ])("%s", (text, drawn) => {
    expect(outline(readMarkdown(text))).toBe(drawn);
  });

  it("is read in a moment, whatever it is", () => {
    const before = process.cpuUsage();
    for (const odd of [
      "*".repeat(2000),
      "[".repeat(2000),
      "> ".repeat(1000),
      "- a\n".repeat(500),
      "||".repeat(1000),
      "_*".repeat(1000),
    ]) {
      readMarkdown(odd);
    }
    expect(process.cpuUsage(before).user).toBeLessThan(1_000_000);
  });
});
