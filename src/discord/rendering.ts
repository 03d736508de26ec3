/** Draws a reply as a Discord message: plain Markdown, masked links, small print, rows of buttons; no embeds. */
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
  escapeMarkdown,
  MessageFlags,
} from "discord.js";
import type { Decision, Outcome, Page, Refusal } from "../core/decision.js";
import type { Knowledge } from "../core/knowledge.js";
import { describePage } from "../core/pages.js";
import { type Choice, describeAnswer, type Reply, type ShownSource } from "../core/reply.js";
import { formatPress } from "./buttons.js";

/** A message that pings nobody and unfolds no link. */
export interface Drawn {
  readonly content: string;
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
  readonly flags: MessageFlags.SuppressEmbeds;
}

/** Discord's limits: characters of a message, buttons of a row, characters of a button. */
const MAX_CONTENT = 2000;
const MAX_BUTTONS = 5;
const MAX_BUTTON_LABEL = 80;
const MAX_TITLE = 90;

export function drawOutcome(outcome: Outcome, knowledge: Knowledge, version: string): Drawn {
  if ("problem" in outcome) return drawRefusal(outcome);
  return "page" in outcome ? drawPage(outcome, knowledge, version) : drawDecision(outcome, knowledge);
}

export function drawDecision({ answers }: Pick<Decision, "answers">, knowledge: Knowledge): Drawn {
  const replies = answers.map((answer) => describeAnswer(answer, knowledge));
  const share = Math.floor((MAX_CONTENT - 2 * (replies.length - 1)) / replies.length);
  const content = replies.map((reply) => drawReply(reply, share)).join("\n\n");
  return drawn(
    content,
    replies.flatMap(({ choices }) => choices),
  );
}

const drawRefusal = ({ problem }: Refusal): Drawn => drawText(problem);

/** A plain sentence, escaped. */
export const drawText = (text: string): Drawn => drawn(escapeMarkdown(text), []);

function drawPage(page: Page, knowledge: Knowledge, version: string): Drawn {
  const shown = describePage(page, knowledge, version);
  const { title, lines, sources, pages } = shown;
  const body = lines.map(({ text, sources: own }) =>
    text === ""
      ? own.map((source) => `- ${drawSource(source)}`).join("\n")
      : [`- ${plain(text)}`, ...own.map(small(drawSource))].join("\n"),
  );
  const content = [`**${title}**${pages > 1 ? ` (page ${shown.page} of ${pages})` : ""}`, ...body].join("\n");
  const { content: text, ...rest } = drawn(fitLines(content, sources.map(small(drawSource)), MAX_CONTENT), []);
  if (page.id !== "timeline" && page.id !== "sources") return { content: text, ...rest };
  const { id } = page;
  const turn = (label: string, to: number) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label,
    custom_id: formatPress({ kind: "page", id, page: to }),
    disabled: to < 1 || to > pages,
  });
  const buttons = [turn("Earlier", Math.max(0, shown.page - 1)), turn("Later", shown.page + 1)];
  return { content: text, ...rest, components: [{ type: ComponentType.ActionRow, components: buttons }] };
}

function drawReply({ paragraphs, list, sources, notes }: Reply, limit: number): string {
  const text = [...paragraphs.map(plain), ...list.map((item) => `- ${plain(item)}`)].join("\n");
  return fitLines(text, [...notes.map(small(plain)), ...sources.map(small(drawSource))], limit);
}

/** As many of `lines` below `text` as fit in `limit` characters; the sources come in the order of their weight. */
function fitLines(text: string, lines: readonly string[], limit: number): string {
  const more = "\n-# More sources: /sources";
  let content = text;
  for (const [index, line] of lines.entries()) {
    const isLast = index === lines.length - 1;
    if (content.length + 1 + line.length + (isLast ? 0 : more.length) > limit) return content + more;
    content += `\n${line}`;
  }
  return content;
}

const plain = (text: string): string => escapeMarkdown(text);

const small =
  <T>(draw: (value: T) => string) =>
  (value: T): string =>
    `-# ${draw(value)}`;

function drawSource({ title, publisher, date, locator, url }: ShownSource): string {
  const name = escapeMarkdown(title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE - 1)}…`).replace(
    /[[\]]/g,
    "",
  );
  const where = [locator, publisher, date].filter((part) => part !== undefined).join(", ");
  return `${url ? `[${name}](<${url}>)` : name} (${escapeMarkdown(where)})`;
}

function drawn(content: string, choices: readonly Choice[]): Drawn {
  const buttons = choices.slice(0, MAX_BUTTONS).map(({ label, text }) => ({
    type: ComponentType.Button as const,
    style: ButtonStyle.Secondary as const,
    label: text.length <= MAX_BUTTON_LABEL ? text : `${text.slice(0, MAX_BUTTON_LABEL - 1)}…`,
    custom_id: formatPress({ kind: "answer", label }),
  }));
  return {
    content,
    components: buttons.length > 0 ? [{ type: ComponentType.ActionRow, components: buttons }] : [],
    allowedMentions: { parse: [], repliedUser: false },
    flags: MessageFlags.SuppressEmbeds,
  };
}
