/** Renders what was decided: answers with their sources and date, choices, pages and refusals, with their buttons. */
import { clip } from "../../command/clip.js";
import { type Answer, type Decision, labelOf, type Outcome, type Page } from "../../core/decision/decision.js";
import { describePage } from "../../core/reply/pages.js";
import { describeRefusal } from "../../core/reply/refusal.js";
import { describeAnswer, describeLabel, type Reply } from "../../core/reply/reply.js";
import { joinSources, type ShownSource } from "../../core/reply/sources.js";
import type { CalendarDate } from "../../core/values/calendar.js";
import { isSameLabel, type Label } from "../../core/values/label.js";
import type { AnswerRef } from "../payloads/button-action.js";
import { renderQuestionRef } from "../payloads/question-ref.js";
import {
  type Button,
  clipMarkdown,
  fitLines,
  MAX_CONTENT,
  type MessagePayload,
  pageButtons,
  plain,
  renderMarkdown,
  renderText,
  small,
} from "../payloads/rendering.js";
import type { RenderContext } from "./render-context.js";

export function renderOutcome(outcome: Outcome, renderContext: RenderContext): MessagePayload {
  if (outcome.kind === "refused") return renderText(describeRefusal(outcome, renderContext.writer.locale));
  return outcome.kind === "page" ? renderPage(outcome, renderContext) : renderDecision(outcome, renderContext);
}

/** Renders the answers one below the other. The characters that one does not need are left to the next. */
export function renderDecision({ answers }: Pick<Decision, "answers">, renderContext: RenderContext): MessagePayload {
  const tail =
    renderContext.asked === undefined ? "" : `\n${renderQuestionRef(renderContext.asked, renderContext.writer.locale)}`;
  const replies = answers.map((answer) => ({ answer, reply: describeAnswer(answer, renderContext.writer) }));
  const blocks: string[] = [];
  let left = MAX_CONTENT - tail.length - 2 * (answers.length - 1);
  for (const [index, { answer, reply }] of replies.entries()) {
    const label = answers.length > 1 ? labelOf(answer) : undefined;
    const title = label && describeLabel(label, renderContext.writer);
    const block = renderReply(reply, title, Math.floor(left / (answers.length - index)));
    blocks.push(block);
    left -= block.length;
  }
  return renderMarkdown(blocks.join("\n\n") + tail, [
    choiceButtons(replies, renderContext),
    answers.every(isCourtesy) ? [] : actionButtons(answers, renderContext),
  ]);
}

/** Returns what a reply's buttons carry: the label of its first answer, and its day if that is not today. */
export function answerRefOf([first]: Decision["answers"], today: CalendarDate): AnswerRef {
  const label = labelOf(first);
  return { label, on: first.on === today ? undefined : first.on };
}

/** Renders a link to the reply that gave the same answer. An ephemeral one has a button that shows the answer. */
export function renderEarlier(link: string, { label, on }: AnswerRef, renderContext: RenderContext): MessagePayload {
  const { writer } = renderContext;
  const again: Button[] =
    label === undefined || renderContext.asker !== undefined
      ? []
      : [{ text: describeLabel(label, writer), action: { kind: "answer", label, on } }];
  return renderMarkdown(writer.words.answeredEarlier(link), [[...again, ...deleteButton(renderContext)]]);
}

function renderReply({ paragraphs, list, notes, remarks, sources }: Reply, title: string | undefined, limit: number) {
  const head = title === undefined ? [] : [`**${plain(title)}**`];
  const line = joinSources(sources, remarks.map(plain), renderShortSource);
  const smallPrint = [...notes.map(plain), ...(line === "" ? [] : [line])].map(small);
  const reserved = smallPrint.reduce((sum, print) => sum + print.length + 1, 0);
  const body = clipMarkdown([...head, ...paragraphs.map(plain)].join("\n"), limit - reserved);
  const facts = list.map((item) => `- ${plain(item)}`);
  return [body, ...fitLines(facts, limit - reserved - body.length), ...smallPrint].join("\n");
}

function renderPage(page: Page, renderContext: RenderContext): MessagePayload {
  const { writer, version, isLastGood } = renderContext;
  const { words } = writer;
  const { title, lines, closing, sources, ...shown } = describePage(page, writer, { version, isLastGood });
  const body = lines.flatMap(({ text, sources: own }) =>
    text === ""
      ? own.map((source) => `- ${renderSource(source)}`)
      : [`- ${plain(text)}`, ...own.map(renderShortSource).map(small)],
  );
  const count = shown.pages > 1 ? words.pageOf(String(shown.page), String(shown.pages)) : "";
  const more = closing.map((paragraph) => (isPaged(page.id) ? small(plain(paragraph)) : plain(paragraph)));
  const documents = sources.map(renderShortSource).map(small);
  const content = [`**${plain(title)}**${count}`, ...body, ...more, ...documents].join("\n");
  const { id } = page;
  const [here, other] = writer.locale === "en" ? (["en", "zh"] as const) : (["zh", "en"] as const);
  const language: Button = {
    text: words.buttons.otherLanguage,
    action: { kind: "page", id, page: shown.page, to: other },
  };
  const turns = isPaged(id)
    ? pageButtons(shown.page, shown.pages, writer.locale, (to) => ({ kind: "page", id, page: to, to: here }))
    : [];
  return renderMarkdown(content, [[...turns, language, ...deleteButton(renderContext)]]);
}

const isPaged = (id: Page["id"]): boolean => id === "timeline" || id === "sources";

function choiceButtons(
  replies: readonly { readonly answer: Answer; readonly reply: Reply }[],
  { today }: RenderContext,
): Button[] {
  const choices = replies.flatMap(({ answer, reply }) =>
    reply.choices.map((choice) => ({ ...choice, on: answer.on === today ? undefined : answer.on })),
  );
  const isFirst = ({ label }: { readonly label: Label }, index: number) =>
    choices.findIndex((other) => isSameLabel(other.label, label)) === index;
  return choices.filter(isFirst).map(({ label, text, on }) => ({ text, action: { kind: "answer", label, on } }));
}

function actionButtons(answers: Decision["answers"], renderContext: RenderContext): Button[] {
  const { buttons } = renderContext.writer.words;
  const about = answerRefOf(answers, renderContext.today);
  const isMiss = answers.every(({ kind }) => kind === "unknown");
  const isPrivate = renderContext.asker === undefined;
  return [
    { text: buttons.why, action: { kind: "why", ...about } },
    ...(isMiss || isPrivate ? [] : [{ text: buttons.notWhatIAsked, action: { kind: "other" as const, ...about } }]),
    ...(isMiss && !isPrivate && renderContext.hasModerators()
      ? [{ text: buttons.askModerators, action: { kind: "moderators" as const } }]
      : []),
    {
      text: buttons.otherLanguage,
      action: { kind: "language", to: renderContext.writer.locale === "en" ? "zh" : "en", ...about },
    },
    ...deleteButton(renderContext),
  ];
}

/** Whether a reply is a courtesy, which needs no buttons. */
const isCourtesy = (answer: Answer): boolean =>
  answer.kind === "unknown" && (answer.reason === "greeting" || answer.reason === "thanks");

function deleteButton({ asker }: RenderContext): Button[] {
  return asker === undefined ? [] : [{ text: "🗑️", action: { kind: "delete", asker } }];
}

/** The longest title of a source that is shown whole: all in the data are. */
const MAX_TITLE = 160;

/** Renders the title, with a link if one is allowed, then the locator, the publisher and the date. */
export function renderSource({ title, details, url }: ShownSource): string {
  const name = plain(clip(title, MAX_TITLE).replace(/[[\]]/g, ""));
  return `${url ? `[${name}](<${url}>)` : name}${plain(details)}`;
}

/** Renders a source as the last line of a reply has it. */
function renderShortSource({ short, url }: ShownSource): string {
  const name = plain(short.replace(/[[\]]/g, ""));
  return url ? `[${name}](<${url}>)` : name;
}
