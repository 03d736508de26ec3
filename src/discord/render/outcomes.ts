/** Draws what was decided: answers with their sources and date, choices, pages and refusals, with the fitting buttons. */
import { type Answer, type Decision, labelOf, type Outcome, type Page } from "../../core/decision/decision.js";
import { memberWordsIn } from "../../core/i18n/member-words.js";
import { wordsIn } from "../../core/i18n/words.js";
import { describeGlance } from "../../core/reply/glance.js";
import { describePage } from "../../core/reply/pages.js";
import { describeRefusal } from "../../core/reply/refusal.js";
import { describeAnswer, describeLabel, type ShownSource } from "../../core/reply/reply.js";
import type { CalendarDate } from "../../core/values/calendar.js";
import { drawAsked } from "../payloads/asked.js";
import type { About } from "../payloads/buttons.js";
import {
  type Button,
  clipMarkdown,
  type Drawn,
  drawMarkdown,
  MAX_CONTENT,
  plain,
  small,
} from "../payloads/rendering.js";
import type { Scene } from "./scene.js";

export function drawOutcome(outcome: Outcome, scene: Scene): Drawn {
  if ("problem" in outcome) return drawMarkdown(plain(describeRefusal(outcome, scene.locale)), [deleteButton(scene)]);
  return "page" in outcome ? drawPage(outcome, scene) : drawDecision(outcome, scene);
}

/** The answers one below the other, in a running budget: what one does not need, the next may use. */
export function drawDecision({ answers }: Pick<Decision, "answers">, scene: Scene): Drawn {
  const tail = scene.asked === undefined ? "" : `\n${drawAsked(scene.asked)}`;
  const hasSeveral = answers.length > 1;
  const blocks: string[] = [];
  let left = MAX_CONTENT - tail.length - 2 * (answers.length - 1);
  for (const [index, answer] of answers.entries()) {
    const block = drawAnswer(answer, scene, Math.floor(left / (answers.length - index)), hasSeveral);
    blocks.push(block);
    left -= block.length;
  }
  return drawMarkdown(blocks.join("\n\n") + tail, [choiceButtons(answers, scene), actionButtons(answers, scene)]);
}

/** What a reply's buttons say of it: the label of its first answer, and its day where that is not today. */
export function aboutOf([first]: Decision["answers"], today: CalendarDate): About {
  const label = labelOf(first);
  return { ...(label && { label }), ...(first.on !== undefined && first.on !== today && { on: first.on }) };
}

/** A plain sentence of ours; whoever caused it may delete it where `scene` is not private. */
export const drawNotice = (text: string, scene?: Scene): Drawn =>
  drawMarkdown(plain(text), scene ? [deleteButton(scene)] : []);

/** Leads to the reply that answered the same. Where nobody else sees it, the answer itself is a press away. */
export function drawEarlier(link: string, { label, on }: About, scene: Scene): Drawn {
  const { knowledge, locale } = scene;
  const again: Button[] =
    label === undefined || scene.asker !== undefined
      ? []
      : [{ text: describeLabel(label, knowledge, locale), press: { kind: "answer", label, ...(on && { on }) } }];
  return drawMarkdown(memberWordsIn(locale).answeredEarlier(link), [[...again, ...deleteButton(scene)]]);
}

function drawAnswer(answer: Answer, scene: Scene, limit: number, hasSeveral: boolean): string {
  const { knowledge, locale } = scene;
  const { paragraphs, list, notes, sources } = describeAnswer(answer, knowledge, locale);
  const head = headline(answer, scene, hasSeveral);
  const noteLines = notes.map((note) => small(plain(note)));
  const sourceLines = sources.map((source) => small(drawSource(source)));
  const dated = noteLines.reduce((sum, line) => sum + line.length + 1, 0);
  const more = small(plain(wordsIn(locale).moreSources));
  const reserved = dated + (sourceLines.length > 0 ? more.length + 1 : 0);
  const body = clipMarkdown([...head, ...paragraphs.map(plain)].join("\n"), limit - reserved);

  let left = limit - body.length - reserved;
  const fitting = (lines: readonly string[]): string[] => {
    const end = lines.findIndex((line) => {
      left -= line.length + 1;
      return left < 0;
    });
    if (end < 0) return [...lines];
    left += (lines[end]?.length ?? 0) + 1;
    return lines.slice(0, end);
  };
  const firstSource = fitting(sourceLines.slice(0, 1));
  const facts = fitting(list.map((item) => `- ${plain(item)}`));
  const shown = [...firstSource, ...(firstSource.length > 0 ? fitting(sourceLines.slice(1)) : [])];
  const rest = shown.length < sourceLines.length ? [more] : [];
  return [body, ...facts, ...noteLines, ...shown, ...rest].join("\n");
}

/** Where an app stands at a glance; and which question is answered, where there are several. */
function headline(answer: Answer, { knowledge, locale }: Scene, hasSeveral: boolean): string[] {
  if (answer.kind !== "app" && answer.kind !== "entry") return [];
  const { app, on } = answer;
  if (app !== undefined) return [[`**${plain(app.name)}**`, ...describeGlance(app, knowledge, on, locale)].join(" · ")];
  const label = labelOf(answer);
  return hasSeveral && label ? [`**${plain(describeLabel(label, knowledge, locale))}**`] : [];
}

function drawPage(page: Page, scene: Scene): Drawn {
  const { knowledge, version, locale, isLastGood } = scene;
  const words = wordsIn(locale);
  const { title, lines, sources, ...shown } = describePage(page, knowledge, version, locale, isLastGood);
  const body = lines.flatMap(({ text, sources: own }) =>
    text === ""
      ? own.map((source) => `- ${drawSource(source)}`)
      : [`- ${plain(text)}`, ...own.map(drawSource).map(small)],
  );
  const count = shown.pages > 1 ? words.pageOf(String(shown.page), String(shown.pages)) : "";
  const content = [`**${plain(title)}**${count}`, ...body, ...sources.map(drawSource).map(small)].join("\n");
  if (page.id !== "timeline" && page.id !== "sources") return drawMarkdown(content, [deleteButton(scene)]);
  const { id } = page;
  const turn = (text: string, to: number): Button => ({
    text,
    press: { kind: "page", id, page: Math.max(1, to) },
    disabled: to < 1 || to > shown.pages,
  });
  const turns = [turn(words.buttons.earlier, shown.page - 1), turn(words.buttons.later, shown.page + 1)];
  return drawMarkdown(content, [[...turns, ...deleteButton(scene)]]);
}

function choiceButtons(answers: Decision["answers"], { knowledge, today, locale }: Scene): Button[] {
  const seen = new Set<string>();
  return answers.flatMap((answer) => {
    const day = answer.on === undefined || answer.on === today ? {} : { on: answer.on };
    return describeAnswer(answer, knowledge, locale).choices.flatMap(({ label, text }) => {
      const key = JSON.stringify(label);
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ text, press: { kind: "answer" as const, label, ...day } }];
    });
  });
}

function actionButtons(answers: Decision["answers"], scene: Scene): Button[] {
  const { buttons } = wordsIn(scene.locale);
  const about = aboutOf(answers, scene.today);
  const isMiss = answers.every(({ kind }) => kind === "unknown");
  const isPrivate = scene.asker === undefined;
  return [
    { text: buttons.why, press: { kind: "why", ...about } },
    ...(isMiss || isPrivate ? [] : [{ text: buttons.notWhatIAsked, press: { kind: "other" as const, ...about } }]),
    ...(isMiss && !isPrivate && scene.hasModerators()
      ? [{ text: buttons.askModerators, press: { kind: "moderators" as const } }]
      : []),
    ...deleteButton(scene),
  ];
}

function deleteButton({ asker, locale }: Scene): Button[] {
  if (asker === undefined) return [];
  return [{ text: wordsIn(locale).buttons.delete, press: { kind: "delete", asker }, style: "danger" }];
}

/** The longest title of a source that is shown whole: about two lines of a phone. */
const MAX_TITLE = 70;

/** The title leads to the document where a link is allowed; then the locator, who published it, and when. */
function drawSource({ title, publisher, date, locator, url }: ShownSource): string {
  const shown = title.length <= MAX_TITLE ? title : `${title.slice(0, MAX_TITLE - 1)}…`;
  const name = plain(shown).replace(/[[\]]/g, "");
  const where = [locator, publisher, date].filter((part) => part !== undefined).join(", ");
  return `${url ? `[${name}](<${url}>)` : name} (${plain(where)})`;
}
