/** Draws a report for moderators: a title, and lines with a tick or a cross. */
import { escapeMarkdown } from "discord.js";
import type { Report } from "../command.js";
import { type Drawn, drawMarkdown } from "./rendering.js";

/** Discord's limit of a message. */
const MAX_CONTENT = 2000;
const MAX_LINE = 400;
const MORE_ROOM = 40;

export function drawReport({ title, lines }: Report): Drawn {
  const drawn = lines.map(
    ({ text, ok }) => `${ok === undefined ? "- " : ok ? "✅ " : "❌ "}${escapeMarkdown(clip(text))}`,
  );
  let content = `**${escapeMarkdown(title)}**`;
  for (const [index, line] of drawn.entries()) {
    if (content.length + 1 + line.length > MAX_CONTENT - MORE_ROOM) {
      return drawMarkdown(`${content}\n… and ${drawn.length - index} more.`);
    }
    content += `\n${line}`;
  }
  return drawMarkdown(content);
}

const clip = (text: string): string => (text.length <= MAX_LINE ? text : `${text.slice(0, MAX_LINE - 1)}…`);
