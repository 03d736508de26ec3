/** Renders groups of questions that people asked, and reads them from the message again, so nothing is stored. */
import type { QuestionGroups } from "../../command/reply.js";
import {
  type Button,
  fitLines,
  MAX_CONTENT,
  type MessagePayload,
  pageButtons,
  plain,
  renderMarkdown,
} from "../payloads/rendering.js";
import { CUT, escapeUserText, unescapeUserText } from "../payloads/user-text.js";

/** A longer wording is cut to this many characters, which escaping may double. */
const MAX_WORDING = 250;

export function renderQuestionGroups({ title, groups, page, pages, command, into }: QuestionGroups): MessagePayload {
  const head = `**${plain(title)}**${pages > 1 ? ` · page ${page} of ${pages}` : ""}`;
  const room = Math.floor((MAX_CONTENT - head.length) / Math.max(1, groups.length)) - 1;
  const blocks = groups.map((group, index) => renderGroup(group, index + 1, room));
  const offers = groups.map((_, index) =>
    into.map(
      ({ command: path, text }): Button => ({
        text: `${index + 1}: ${text}`,
        action: { kind: "form", command: path, group: index + 1 },
      }),
    ),
  );
  // The whole page is in English, as all that only moderators of the home server see.
  const turns = pages > 1 ? [pageButtons(page, pages, "en", (to) => ({ kind: "questions", command, page: to }))] : [];
  return renderMarkdown([head, ...blocks].join("\n"), [...offers, ...turns]);
}

/** Shows the first wording, and the others that fit into `room` characters. */
function renderGroup({ questions, count }: QuestionGroups["groups"][number], number: number, room: number): string {
  const head = `**${number}.** ${count === 1 ? "asked once" : `asked ${count} times`}`;
  const lines = questions.map((question) => `> ${escapeUserText(question, MAX_WORDING)}`);
  const fitting = fitLines(lines, room - head.length - MORE_ROOM);
  const shown = fitting.length > 0 ? fitting : lines.slice(0, 1);
  const more = lines.length - shown.length;
  return [head, ...shown, ...(more > 0 ? [`and ${more} more like it`] : [])].join("\n");
}

const MORE_ROOM = 30;

/** Returns the wordings of group `number` on a rendered page, without those that were cut unless all were. */
export function readGroup(content: string, number: number): string[] {
  const lines = content.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`**${number}.** `)) + 1;
  if (from === 0) return [];
  const end = lines.findIndex((line, index) => index >= from && !line.startsWith("> "));
  const wordings = lines.slice(from, end < 0 ? lines.length : end).map((line) => unescapeUserText(line.slice(2)));
  // A wording is cut on this page, or was cut before, in the answer or in the post.
  const whole = wordings.filter((text) => !text.endsWith(CUT));
  return whole.length > 0 ? whole : wordings.map((text) => text.slice(0, -CUT.length));
}
