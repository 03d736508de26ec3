/** Draws what became of an edit of the data: what is wrong, and a table of what moves, within one message. */
import { type DataNews, describeNews } from "../../core/quality/news.js";
import { clip } from "../common/clip.js";
import { MAX_CONTENT, type MessagePayload, plain, renderMarkdown, small } from "../payloads/rendering.js";

const MAX_LINE = 350;
/** What the table leaves to what is wrong, where there is a lot of both. */
export const ROOM_BESIDE_TABLE = 1000;
/** Of each kind of change so many are shown, as far as they fit. */
const LIMITS = [20, 12, 8, 5, 3, 2, 1] as const;
const ALL_OF_IT = small(plain("All of it: npm run check -- --against main"));
const FENCE = "```";

export function renderNews(news: DataNews): MessagePayload {
  const { title, lines, table } = describeNews(news);
  const head = renderLines(
    `**${plain(title)}**`,
    lines.map(({ text, ok }) => `${ok === false ? "❌" : "-"} ${plain(clip(text, MAX_LINE))}`),
    table === undefined ? MAX_CONTENT : ROOM_BESIDE_TABLE,
  );
  return renderMarkdown(table === undefined ? head : `${head}\n${renderTable(table, MAX_CONTENT - head.length - 1)}`);
}

function renderLines(title: string, lines: readonly string[], room: number): string {
  const MORE = 20;
  let content = title;
  for (const [index, line] of lines.entries()) {
    if (content.length + 1 + line.length + MORE > room) return `${content}\n… and ${lines.length - index} more`;
    content += `\n${line}`;
  }
  return content;
}

/** What moves, in a block in which what is gone and what is new have colours. */
export function renderTable(table: (limit: number) => string, room: number): string {
  const whole = table(Number.POSITIVE_INFINITY);
  const block = (text: string): string => `${FENCE}diff\n${text.replaceAll(FENCE, "'''")}\n${FENCE}`;
  if (block(whole).length <= room) return block(whole);
  const left = room - ALL_OF_IT.length - 1;
  const short = LIMITS.map((limit) => block(table(limit))).find((text) => text.length <= left);
  return `${short ?? block(clip(table(1), left - block("").length))}\n${ALL_OF_IT}`;
}
