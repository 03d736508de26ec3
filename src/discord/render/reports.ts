/** Renders a report for moderators: a title, lines with a tick or a cross, and what is to be pasted into data files. */
import { hideLinkEmbed, hyperlink } from "discord.js";
import { clip } from "../../command/clip.js";
import type { Report } from "../../command/reply.js";
import type { Snippet } from "../../core/quality/draft.js";
import { fitLines, MAX_CONTENT, type MessagePayload, plain, renderMarkdown, small } from "../payloads/rendering.js";

const MAX_LINE = 400;
const MORE_ROOM = 40;
/** The characters that a table leaves to the lines above it. */
const ROOM_BESIDE_TABLE = 1000;
/** The numbers of changes of each kind to try, until the table fits. */
const LIMITS = [20, 12, 8, 5, 3, 2, 1];
const ALL_OF_IT = small(plain("All of it: npm run check -- --against main"));

/** `dataUrl` is the address at which the data folder can be edited. A text to paste is attached if the message can't hold it. */
export function renderReport(
  { title, lines, table, paste = [] }: Omit<Report, "kind">,
  dataUrl?: string,
): MessagePayload {
  if (table !== undefined) {
    const head = renderLines(title, lines, ROOM_BESIDE_TABLE);
    return renderMarkdown(`${head}\n${renderTable(table, MAX_CONTENT - head.length - 1)}`);
  }
  const blocks = paste.map((snippet) => `${introduce(snippet, dataUrl)}\n${blockOf(snippet)}`);
  const room = MAX_CONTENT - sizeOf(blocks);
  const whole = renderLines(title, lines, Number.POSITIVE_INFINITY);
  const isClosed = paste.every(({ text }) => !text.includes(CODE));
  if (whole.length <= room && isClosed) return renderMarkdown([whole, ...blocks].join("\n"));
  const leads = paste.map((snippet) => `${introduce(snippet, dataUrl)} ${plain(nameOf(snippet))}, attached`);
  const payload = renderMarkdown([renderLines(title, lines, MAX_CONTENT - sizeOf(leads)), ...leads].join("\n"));
  const files = paste.map((snippet) => ({ name: nameOf(snippet), attachment: Buffer.from(snippet.text) }));
  return files.length === 0 ? payload : { ...payload, files };
}

const CODE = "```";

const blockOf = ({ file, text }: Snippet): string => `${CODE}${file.endsWith(".yaml") ? "yaml" : ""}\n${text}${CODE}`;

const sizeOf = (blocks: readonly string[]): number => blocks.reduce((sum, block) => sum + block.length + 1, 0);

function renderLines(title: string, lines: Report["lines"], room: number): string {
  const rendered = lines.map(
    ({ text, ok }) => `${ok === undefined ? "- " : ok ? "✅ " : "❌ "}${plain(clip(text, MAX_LINE))}`,
  );
  const head = `**${plain(title)}**`;
  const shown = fitLines(rendered, room - MORE_ROOM - head.length);
  const more = rendered.length - shown.length;
  return [head, ...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join("\n");
}

/** Renders the table in a `diff` block, which colours its lines. */
function renderTable(table: (limit: number) => string, room: number): string {
  const whole = table(Number.POSITIVE_INFINITY);
  const block = (text: string): string => `${CODE}diff\n${text.replaceAll(CODE, "'''")}\n${CODE}`;
  if (block(whole).length <= room) return block(whole);
  const left = room - ALL_OF_IT.length - 1;
  const short = LIMITS.map((limit) => block(table(limit))).find((text) => text.length <= left);
  return `${short ?? block(clip(table(1), left - block("").length))}\n${ALL_OF_IT}`;
}

function introduce({ file, at }: Snippet, dataUrl: string | undefined): string {
  const path = `data/${file}`;
  const link = dataUrl === undefined ? plain(path) : hyperlink(path, hideLinkEmbed(`${dataUrl}/${file}`));
  if (at === undefined) return `At the end of ${link}:`;
  const id = plain(at.id);
  return at.placement === "instead" ? `In the place of ${id} in ${link}:` : `Below ${id} in ${link}:`;
}

const nameOf = ({ file }: Snippet): string => file.replaceAll("/", "-");
