/** Draws Discord's Markdown as plain, semantic HTML: nothing that somebody wrote is ever set as markup. */
import { html, nothing, type TemplateResult } from "lit";
import "@skyra/discord-components-core/discord-mention.js";
import "@skyra/discord-components-core/discord-time.js";
import { type Node, readMarkdown } from "./markdown.js";

/** What ids in a text stand for. */
export interface Names {
  /** Of a person or the bot. */
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  /** Where on this page a message is that Discord would open in itself, and what stands for a bare link to it. */
  jump(url: string): { readonly address: string; readonly label: string } | undefined;
}

type Drawn = TemplateResult | string | typeof nothing;

export function drawMarkdown(text: string, names: Names): Drawn[] {
  const draw = (nodes: readonly Node[]): Drawn[] => nodes.map((node, index) => drawNode(node, nodes[index - 1]));
  const inside = ({ content }: Node): Drawn[] | string =>
    typeof content === "string" || content === undefined ? (content ?? "") : draw(content);

  function drawNode(node: Node, before: Node | undefined): Drawn {
    switch (node.type) {
      case "strong":
        return html`<strong>${inside(node)}</strong>`;
      case "em":
        return html`<em>${inside(node)}</em>`;
      case "underline":
        return html`<u>${inside(node)}</u>`;
      case "strikethrough":
        return html`<s>${inside(node)}</s>`;
      case "inlineCode":
        return html`<code>${inside(node)}</code>`;
      case "codeBlock":
        return html`<pre><code>${inside(node)}</code></pre>`;
      case "blockQuote":
        return html`<blockquote>${inside(node)}</blockquote>`;
      case "subtext":
        return html`<small>${inside(node)}</small>`;
      case "heading":
        return drawHeading(node);
      case "list":
        return drawList(node);
      case "spoiler":
        return html`<details class="spoiler"><summary>Spoiler</summary>${inside(node)}</details>`;
      case "link":
      case "url":
      case "autolink":
        return drawLink(node);
      case "user":
        return drawMention(`@${names.user(node.id ?? "") ?? "unknown-user"}`);
      case "channel":
        return drawMention(`#${names.channel(node.id ?? "") ?? "unknown"}`);
      case "role":
        return drawMention("@role");
      case "everyone":
      case "here":
        return drawMention(`@${node.type}`);
      case "slashCommand":
        return drawMention(`/${node.fullName}`);
      case "timestamp":
        return drawTime(Number(node.timestamp), node.format);
      case "twemoji":
        return node.name ?? "";
      case "emoji":
        return `:${node.name}:`;
      case "br":
      case "newline":
        return isBlock(before) ? nothing : html`<br />`;
      default:
        return typeof node.content === "string" ? node.content : html`${inside(node)}`;
    }
  }

  // Without any space of its own: what is in a message keeps its spaces.
  function drawHeading(node: Node): TemplateResult {
    const { level = 1 } = node;
    return html`<div class="heading" data-level=${level} role="heading" aria-level=${level + 2}>${inside(node)}</div>`;
  }

  function drawList({ items = [], ordered, start }: Node): TemplateResult {
    const drawn = items.map((item) => html`<li>${draw(item)}</li>`);
    return ordered ? html`<ol start=${start ?? 1}>${drawn}</ol>` : html`<ul>${drawn}</ul>`;
  }

  function drawLink(node: Node): Drawn {
    const target = node.target ?? "";
    const jump = names.jump(target);
    if (jump) return html`<a href=${jump.address}>${node.type === "link" ? inside(node) : jump.label}</a>`;
    // Discord makes no link of other schemes.
    if (!/^https?:\/\//i.test(target)) return html`${inside(node)}`;
    return html`<a href=${target} target="_blank" rel="noopener noreferrer nofollow">${inside(node)}</a>`;
  }

  return draw(readMarkdown(text));
}

/** A block ends its line by itself. */
const isBlock = (node: Node | undefined): boolean =>
  node !== undefined && ["subtext", "heading", "list", "blockQuote", "codeBlock"].includes(node.type);

const drawMention = (text: string): TemplateResult => html`<discord-mention type="none">${text}</discord-mention>`;

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

function drawTime(seconds: number, format = "f"): TemplateResult {
  const date = new Date(seconds * 1000);
  const text =
    format === "R" ? relate(date) : new Intl.DateTimeFormat("en", FORMATS[format] ?? FORMATS["f"]).format(date);
  return html`<discord-time>${text}</discord-time>`;
}

const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

function relate(date: Date): string {
  const seconds = (date.getTime() - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? (["second", 1] as const);
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(seconds / length), unit);
}
