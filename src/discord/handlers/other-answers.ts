/** The reply to "Not what I asked": a button for each of the next best answers, and one for the moderators. */
import type { Answerer } from "../../core/answerer.js";
import { offeredBy } from "../../core/decision/decision.js";
import { describeLabel } from "../../core/reply/reply.js";
import { isSameLabel, type Label, uniqueLabels } from "../../core/values/label.js";
import type { MessagePlace } from "../common/message-place.js";
import type { AnswerRef } from "../payloads/button-action.js";
import { type Button, type MessagePayload, plain, renderMarkdown } from "../payloads/rendering.js";
import type { RenderContext } from "../render/render-context.js";
import type { RestoredQuestion } from "./restored-question.js";

const MAX_OTHERS = 5;

type Whole = Extract<RestoredQuestion, { kind: "whole" }>;

/** `place` is the message with the wrong answer. It is missing if the moderators can't be asked. */
export function renderOtherAnswers(
  about: AnswerRef,
  question: Whole | undefined,
  place: MessagePlace | undefined,
  { answerer, renderContext }: { readonly answerer: Answerer; readonly renderContext: RenderContext },
): MessagePayload {
  const { writer, today } = renderContext;
  const day = about.on ?? today;
  const { words } = writer;
  const others = othersThan(about, question, answerer)
    .filter((label) => answerer.answerLabel(label, { on: day }) !== undefined)
    .slice(0, MAX_OTHERS);
  const choices = others.map((label): Button => {
    return { text: describeLabel(label, writer), action: { kind: "answer", label, on: about.on } };
  });
  const moderators: Button[] = place
    ? [{ text: words.buttons.askModerators, action: { kind: "moderators", place } }]
    : [];
  return renderMarkdown(plain(choices.length > 0 ? words.otherAnswers : words.noOtherAnswers), [choices, moderators]);
}

/** Returns the labels that were ranked next, then those with similar words, then those related to the answer. */
function othersThan({ label }: AnswerRef, question: Whole | undefined, answerer: Answerer): Label[] {
  const { entries } = answerer.knowledge;
  const { why, answers } = question?.decision ?? {};
  const offered = answers?.flatMap((answer) => offeredBy(answer)) ?? [];
  const near = question ? answerer.nearestQuestions(question.text, 2).map(({ id }) => ({ entry: id })) : [];
  const related = entries[label?.entry ?? ""]?.related.map((entry) => ({ entry })) ?? [];
  const status = label?.entry !== undefined && label.app !== undefined ? [{ app: label.app }] : [];
  const all = [why?.best, why?.runnerUp, ...offered, ...near, ...status, ...related];
  return uniqueLabels(all.filter((other) => other !== undefined)).filter((other) => !isSameLabel(other, label));
}
