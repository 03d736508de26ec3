/** Renders messages as plain Markdown with rows of buttons, within Discord's limits and without embeds. */
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
  escapeMarkdown,
  MessageFlags,
} from "discord.js";
import { clip } from "../../command/clip.js";
import { wordsIn } from "../../core/i18n/words.js";
import type { Locale } from "../../core/values/locale.js";
import { type ButtonAction, encodeCustomId } from "./button-action.js";

/** A message that pings nobody and shows no preview of a link. */
export interface MessagePayload {
  readonly content: string;
  readonly components: APIActionRowComponent<APIButtonComponentWithCustomId>[];
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false };
  readonly flags: MessageFlags.SuppressEmbeds;
  /** For texts that are too long for a message. */
  readonly files?: readonly { readonly name: string; readonly attachment: Buffer }[];
}

export interface Button {
  readonly text: string;
  readonly action: ButtonAction;
  readonly disabled?: boolean;
}

/** Discord's limit for a message, in characters. */
export const MAX_CONTENT = 2000;
/** Discord's limits: rows in a message, buttons in a row, characters in a label. */
const MAX_ROWS = 5;
const MAX_BUTTONS = 5;
const MAX_BUTTON_LABEL = 80;

/** Renders Markdown in which the caller escaped all text from elsewhere. Each row holds at most five buttons. */
export function renderMarkdown(content: string, rows: readonly (readonly Button[])[] = []): MessagePayload {
  const components = rows
    .filter((buttons) => buttons.length > 0)
    .slice(0, MAX_ROWS)
    .map((buttons) => ({
      type: ComponentType.ActionRow as const,
      components: buttons.slice(0, MAX_BUTTONS).map(renderButton),
    }));
  const flags = MessageFlags.SuppressEmbeds as const;
  const clipped = clipMarkdown(content, MAX_CONTENT);
  return { content: clipped, components, allowedMentions: { parse: [], repliedUser: false }, flags };
}

/** Renders a plain sentence, escaped. */
export const renderText = (text: string): MessagePayload => renderMarkdown(plain(text));

/** Replaces an answer that Discord rejected; plain, so that Discord takes it. */
export const renderApology = (reference: string, locale: Locale): MessagePayload =>
  renderText(wordsIn(locale).apology(reference));

/** Escapes Markdown. Most texts need none, and `escapeMarkdown` searches a text a dozen times. */
export const plain = (text: string): string =>
  FORMATTING.test(text) ? escapeMarkdown(text, { maskedLink: true }) : text;

const FORMATTING = /[\\`*_~|[]/;

/** Returns a line that Discord shows smaller and paler. */
export const small = (markdown: string): string => `-# ${markdown}`;

/** Returns the first of `lines`, as many as fit into `room` characters with a line break each. */
export function fitLines(lines: readonly string[], room: number): string[] {
  let left = room;
  const end = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return lines.slice(0, end < 0 ? lines.length : end);
}

/** Cuts `markdown` to whole words within `limit` characters. */
export function clipMarkdown(markdown: string, limit: number): string {
  if (markdown.length <= limit) return markdown;
  const cut = markdown.slice(0, Math.max(0, limit - 1));
  const end = Math.max(cut.lastIndexOf(" "), cut.lastIndexOf("\n"));
  return `${(end > limit / 2 ? cut.slice(0, end) : cut).replace(/\\+$/, "")}…`;
}

/** Returns the buttons that turn to the page before and to the page after. Pages count from 1. */
export function pageButtons(
  page: number,
  pages: number,
  locale: Locale,
  actionOf: (page: number) => ButtonAction,
): Button[] {
  const turn = (text: string, to: number): Button => ({
    text,
    action: actionOf(Math.max(1, to)),
    disabled: to < 1 || to > pages,
  });
  const { earlier, later } = wordsIn(locale).buttons;
  return [turn(earlier, page - 1), turn(later, page + 1)];
}

function renderButton({ text, action, disabled }: Button): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: clip(text, MAX_BUTTON_LABEL),
    custom_id: encodeCustomId(action),
    ...(disabled === undefined ? {} : { disabled }),
  };
}
