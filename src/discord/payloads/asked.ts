/** A reply's last line, which says what it answers where it replies to no message: so nothing has to be remembered. */
import { CUT, escapeEcho, unescapeEcho } from "./echo.js";

export type Asked =
  /** The text that a slash command was given; `isCut` where only its beginning can be read. */
  | { readonly kind: "command"; readonly command: string; readonly text: string; readonly isCut?: true }
  /** Somebody's message, from the Apps menu. */
  | { readonly kind: "message"; readonly link: MessageLink };

export interface MessageLink {
  /** Missing in a direct message. */
  readonly serverId?: string | undefined;
  readonly channelId: string;
  readonly messageId: string;
}

/** A longer text is cut: the line is a reminder. */
const MAX_TEXT = 150;

/** An address that Discord's own clients open at that message. */
export const formatLink = ({ serverId = "@me", channelId, messageId }: MessageLink): string =>
  `https://discord.com/channels/${serverId}/${channelId}/${messageId}`;

export function drawAsked(asked: Asked): string {
  if (asked.kind === "command") return `-# /${asked.command}: ${escapeEcho(asked.text, MAX_TEXT)}`;
  return `-# [This message](<${formatLink(asked.link)}>)`;
}

const COMMAND_LINE = /^-# \/(?<command>[\w-]+): (?<text>.+)$/;
const MESSAGE_LINE =
  /^-# \[This message\]\(<https:\/\/discord\.com\/channels\/(?<server>@me|\d+)\/(?<channel>\d+)\/(?<message>\d+)>\)$/;

/** What the reply `content` says it answers; undefined where its last line says nothing of the kind. */
export function parseAsked(content: string): Asked | undefined {
  const line = content.split("\n").at(-1) ?? "";
  const { command, text } = COMMAND_LINE.exec(line)?.groups ?? {};
  if (command !== undefined && text !== undefined) {
    const shown = unescapeEcho(text);
    const isCut = shown.endsWith(CUT) && [...shown].length === MAX_TEXT;
    return { kind: "command", command, text: shown, ...(isCut && { isCut }) };
  }
  const { server, channel, message } = MESSAGE_LINE.exec(line)?.groups ?? {};
  if (channel === undefined || message === undefined) return undefined;
  const place = { channelId: channel, messageId: message };
  return { kind: "message", link: server === "@me" ? place : { serverId: server, ...place } };
}
