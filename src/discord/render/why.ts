/** Explains an answer to the person who asks why: how the question was read, how sure the bot is, and its sources. */
import { type Answer, type Decision, labelOf } from "../../core/decision/decision.js";
import { findAnswer } from "../../core/decision/meaning.js";
import type { Why } from "../../core/decision/why.js";
import { describeAnswer, describeLabel } from "../../core/reply/reply.js";
import type { Writer } from "../../core/reply/writer.js";
import { isSameLabel, type Label } from "../../core/values/label.js";
import type { AnswerRef } from "../payloads/button-action.js";
import { fitLines, MAX_CONTENT, type MessagePayload, plain, renderMarkdown, small } from "../payloads/rendering.js";
import { escapeUserText } from "../payloads/user-text.js";
import { renderSource } from "./outcomes.js";
import type { RenderContext } from "./render-context.js";

const MAX_ECHO = 200;
/** The signals behind the confidence are shown by `npm run ask -- --why`. */
const MAX_REASONS = 4;

/** `decision` is how the question is decided now; it is missing if the question can't be read any more. */
export function renderWhy(
  { label, on }: AnswerRef,
  decision: Decision | undefined,
  renderContext: RenderContext,
): MessagePayload {
  const { writer, today } = renderContext;
  const words = writer.words.why;
  const given = decision?.answers.map(labelOf).filter((found) => found !== undefined) ?? [];
  const isOther = label !== undefined && !given.some((found) => isSameLabel(found, label));
  const shown = isOther ? findAnswer(writer.knowledge, label, on ?? today) : undefined;
  const reasons = decision
    ? explainDecision(decision, isOther ? label : undefined, writer)
    : [words.questionGone, ...(label ? [words.answers(plain(describeLabel(label, writer)))] : [])];
  const lines = [
    `**${plain(writer.words.buttons.why)}**`,
    ...reasons.slice(0, MAX_REASONS).map((reason) => `- ${reason}`),
    ...titlesOf(shown ? [shown] : (decision?.answers ?? []), renderContext),
  ];
  return renderMarkdown(fitLines(lines, MAX_CONTENT).join("\n"));
}

/** `chosen`: what was shown instead, after a button was pressed. */
function explainDecision({ answers, why }: Decision, chosen: Label | undefined, writer: Writer): string[] {
  const words = writer.words.why;
  const name = (of: Label): string => plain(describeLabel(of, writer));
  const read = answers.map(labelOf).flatMap((found) => (found ? [name(found)] : []));
  const { nearest, repairs, runnerUp } = why;
  const mended = repairs.map(({ typed, meant }) =>
    words.repaired(escapeUserText(typed, 60), escapeUserText(meant, 60)),
  );
  return [
    ...(chosen ? [words.shown(name(chosen))] : []),
    ...(read.length > 0 ? [words.readAs(read.join(" · "))] : []),
    ...(nearest === undefined ? [] : [words.nearest(escapeUserText(withoutSlots(nearest), MAX_ECHO))]),
    ...(isOfField(why)
      ? []
      : [words.sure(percent(why.confidence), runnerUp && name(runnerUp), percent(why.confidence - why.margin))]),
    ...(mended.length > 0 ? [mended.join(" · ")] : []),
  ];
}

const titlesOf = (answers: readonly Answer[], { writer }: RenderContext): string[] => {
  const sources = answers.flatMap((answer) => describeAnswer(answer, writer).sources);
  return [...new Set(sources.map((source) => small(renderSource(source))))];
};

/** The name of an app in its own field is known or it isn't: nothing was weighed. */
const isOfField = ({ signals }: Why): boolean => signals.some(({ name }) => name === "app-field");

const percent = (chance: number): string => `${Math.round(100 * chance)} %`;

/** Curated wordings have a slot for the app. */
const withoutSlots = (wording: string): string => wording.replace(/\{[\w.-]+\}/g, "…");
