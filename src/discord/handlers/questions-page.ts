/** Draws groups of questions that people asked, and reads them from the page again: so nothing has to be remembered. */
import type { ButtonInteraction } from "discord.js";
import { findCommand } from "../../command/command.js";
import type { QuestionGroups } from "../../command/reply.js";
import { wordsIn } from "../../core/i18n/words.js";
import { toLocale } from "../../core/values/locale.js";
import type { House } from "../context/house.js";
import type { ButtonAction } from "../payloads/button-action.js";
import { type Button, type Drawn, drawMarkdown, drawText, MAX_CONTENT, plain } from "../payloads/rendering.js";
import { CUT, escapeUserText, unescapeUserText } from "../payloads/user-text.js";
import { createRunContext, refuseOutsideHome } from "./run-command.js";

/** A longer wording is cut: at most so many characters, which escaping may double. */
const MAX_WORDING = 250;

export function renderQuestionGroups({ title, groups, page, pages, command, into }: QuestionGroups): Drawn {
  const head = `**${plain(title)}**${pages > 1 ? ` · page ${page} of ${pages}` : ""}`;
  const room = Math.floor((MAX_CONTENT - head.length) / Math.max(1, groups.length)) - 1;
  const blocks = groups.map((group, index) => drawGroup(group, index + 1, room));
  const offers = groups.map((_, index) =>
    into.map(
      ({ command: path, text }): Button => ({
        text: `${index + 1}: ${text}`,
        press: { kind: "form", command: path, group: index + 1 },
      }),
    ),
  );
  const turn = (text: string, to: number): Button => ({
    text,
    press: { kind: "questions", command, page: Math.max(1, to) },
    disabled: to < 1 || to > pages,
  });
  const turns = pages > 1 ? [[turn("Earlier", page - 1), turn("Later", page + 1)]] : [];
  return drawMarkdown([head, ...blocks].join("\n"), [...offers, ...turns]);
}

/** The first wording always, the others as far as `room`, in characters, allows. */
function drawGroup({ questions, count }: QuestionGroups["groups"][number], number: number, room: number): string {
  const head = `**${number}.** ${count === 1 ? "asked once" : `asked ${count} times`}`;
  const lines = questions.map((question) => `> ${escapeUserText(question, MAX_WORDING)}`);
  const shown: string[] = [];
  let left = room - head.length - MORE_ROOM;
  for (const line of lines) {
    left -= line.length + 1;
    if (left < 0 && shown.length > 0) break;
    shown.push(line);
  }
  const more = lines.length - shown.length;
  return [head, ...shown, ...(more > 0 ? [`and ${more} more like it`] : [])].join("\n");
}

const MORE_ROOM = 30;

/** The wordings of group `number` on a page that `renderQuestionGroups` drew; those that were cut only where all were. */
export function readGroup(content: string, number: number): string[] {
  const lines = content.split("\n");
  const from = lines.findIndex((line) => line.startsWith(`**${number}.** `)) + 1;
  if (from === 0) return [];
  const end = lines.findIndex((line, index) => index >= from && !line.startsWith("> "));
  const wordings = lines.slice(from, end < 0 ? lines.length : end).map((line) => unescapeUserText(line.slice(2)));
  // Cut here, or before: where it was asked or posted.
  const whole = wordings.filter((text) => !text.endsWith(CUT));
  return whole.length > 0 ? whole : wordings.map((text) => text.slice(0, -CUT.length));
}

/** Puts another page in the place of the one whose button was pressed; what was asked since is on it. */
export async function handleQuestionsPage(
  { command: path, page }: Extract<ButtonAction, { kind: "questions" }>,
  interaction: ButtonInteraction,
  house: House,
): Promise<void> {
  const { delivery, commands } = house;
  await delivery.deferUpdate(interaction);
  const command = findCommand(commands, path.split(" "));
  const refusal = command && refuseOutsideHome(command, interaction, house);
  const said = refusal ?? (await command?.run({ page }, createRunContext(interaction, house)));
  const { commandGone } = wordsIn(toLocale(interaction.locale));
  const drawing =
    said !== undefined && "groups" in said
      ? renderQuestionGroups(said)
      : drawText(said !== undefined && "problem" in said ? said.problem : commandGone);
  await delivery.respond(interaction, drawing, "privately");
}
