/** Renders Discord's Markdown as plain, semantic HTML: nothing that people wrote is ever set as markup. */
import { html, nothing, type TemplateResult } from "lit";
import "@skyra/discord-components-core/discord-mention.js";
import "@skyra/discord-components-core/discord-time.js";
import { type Node, readMarkdown } from "./markdown.js";

/** What ids in a text stand for. */
export interface Names {
  /** Of a person or the bot. */
  user(id: string): string | undefined;
  channel(id: string): string | undefined;
  /** For a link that Discord opens in its client: the message's place on this page, and the label of a bare link. */
  jump(url: string): { readonly address: string; readonly label: string } | undefined;
}

type Rendered = TemplateResult | string | typeof nothing;

export function renderMarkdown(text: string, names: Names): Rendered[] {
  const renderNodes = (nodes: readonly Node[]): Rendered[] =>
    nodes.map((node, index) => renderNode(node, nodes[index - 1]));
  const inside = ({ content }: Node): Rendered[] | string =>
    typeof content === "string" || content === undefined ? (content ?? "") : renderNodes(content);

  function renderNode(node: Node, before: Node | undefined): Rendered {
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
        return renderHeading(node);
      case "list":
        return renderList(node);
      case "spoiler":
        return html`<details class="spoiler"><summary>Spoiler</summary>${inside(node)}</details>`;
      case "link":
      case "url":
      case "autolink":
        return renderLink(node);
      case "user":
        return renderMention(`@${names.user(node.id ?? "") ?? "unknown-user"}`);
      case "channel":
        return renderMention(`#${names.channel(node.id ?? "") ?? "unknown"}`);
      case "role":
        return renderMention("@role");
      case "everyone":
      case "here":
        return renderMention(`@${node.type}`);
      case "slashCommand":
        return renderMention(`/${node.fullName}`);
      case "timestamp":
        return renderTime(Number(node.timestamp), node.format);
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

  // Without any space: a message keeps its spaces.
  function renderHeading(node: Node): TemplateResult {
    const { level = 1 } = node;
    return html`<div class="heading" data-level=${level} role="heading" aria-level=${level + 2}>${inside(node)}</div>`;
  }

  function renderList({ items = [], ordered, start }: Node): TemplateResult {
    const rendered = items.map((item) => html`<li>${renderNodes(item)}</li>`);
    return ordered ? html`<ol start=${start ?? 1}>${rendered}</ol>` : html`<ul>${rendered}</ul>`;
  }

  function renderLink(node: Node): Rendered {
    const target = node.target ?? "";
    const jump = names.jump(target);
    if (jump) return html`<a href=${jump.address}>${node.type === "link" ? inside(node) : jump.label}</a>`;
    // Discord makes no link of other schemes.
    if (!/^https?:\/\//i.test(target)) return html`${inside(node)}`;
    return html`<a href=${target} target="_blank" rel="noopener noreferrer nofollow">${inside(node)}</a>`;
  }

  return renderNodes(readMarkdown(text));
}

/** A block already ends its line. */
const isBlock = (node: Node | undefined): boolean =>
  node !== undefined && ["subtext", "heading", "list", "blockQuote", "codeBlock"].includes(node.type);

const renderMention = (text: string): TemplateResult => html`<discord-mention type="none">${text}</discord-mention>`;

const FORMATS: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
};

function renderTime(seconds: number, format = "f"): TemplateResult {
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
