/** Draws Discord messages: plain Markdown, small print, rows of buttons within Discord's limits; no embeds. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
  escapeMarkdown,
  MessageFlags,
} from "discord.js";
import { type ButtonAction, encodeCustomId } from "./button-action.js";

/** A message that pings nobody and unfolds no link. */
export interface Drawn {
  readonly content: string;
  readonly components: APIActionRowComponent<APIButtonComponentWithCustomId>[];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
  readonly flags: MessageFlags.SuppressEmbeds;
  /** What is too long for a message. */
  readonly files?: readonly { readonly name: string; readonly attachment: Buffer }[];
}

export interface Button {
  readonly text: string;
  readonly press: ButtonAction;
  readonly disabled?: boolean;
}

/** Discord's limit of a message, in characters. */
export const MAX_CONTENT = 2000;
/** Discord's limits: rows of a message, buttons of a row, characters of a button. */
const MAX_ROWS = 5;
const MAX_BUTTONS = 5;
const MAX_BUTTON_LABEL = 80;

/** Markdown of ours, in which whatever came from elsewhere is escaped; each of `rows` holds at most five buttons. */
export function drawMarkdown(content: string, rows: readonly (readonly Button[])[] = []): Drawn {
  const components = rows
    .filter((buttons) => buttons.length > 0)
    .slice(0, MAX_ROWS)
    .map((buttons) => ({
      type: ComponentType.ActionRow as const,
      components: buttons.slice(0, MAX_BUTTONS).map(drawButton),
    }));
  const flags = MessageFlags.SuppressEmbeds as const;
  return { content: fitContent(content), components, allowedMentions: { parse: [], repliedUser: false }, flags };
}

/** A plain sentence, escaped. */
export const drawText = (text: string): Drawn => drawMarkdown(plain(text));

/** Escaping looks through a text a dozen times, and most hold nothing to escape. */
export const plain = (text: string): string => (FORMATTING.test(text) ? escapeMarkdown(text) : text);

const FORMATTING = /[\\`*_~|]/;

/** Small print: a line that Discord shows smaller and paler. */
export const small = (markdown: string): string => `-# ${markdown}`;

/** The whole of `markdown` where `limit` allows it, else as many whole words as it does. */
export function clipMarkdown(markdown: string, limit: number): string {
  if (markdown.length <= limit) return markdown;
  const cut = markdown.slice(0, Math.max(0, limit - 1));
  const end = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"));
  return `${(end > limit / 2 ? cut.slice(0, end) : cut).replace(/\\+$/, "")}…`;
}

const fitContent = (content: string): string => clipMarkdown(content, MAX_CONTENT);

function drawButton({ text, press, disabled }: Button): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: text.length <= MAX_BUTTON_LABEL ? text : `${text.slice(0, MAX_BUTTON_LABEL - 1)}…`,
    custom_id: encodeCustomId(press),
    ...(disabled === undefined ? {} : { disabled }),
  };
}
