/** A decision as one JSON object: the contract that other tools read. */
import type { Answer, Decision, Refusal } from "../core/decision/decision.js";
import { describeRefusal } from "../core/reply/refusal.js";
import { describeAnswer } from "../core/reply/reply.js";
import type { Writer } from "../core/reply/writer.js";
import type { CalendarDate } from "../core/values/calendar.js";
import { formatLabel } from "../core/values/label.js";

interface AnswerRecord {
  readonly kind: Answer["kind"];
  readonly id?: string;
  readonly app?: string;
  readonly status?: string;
  readonly named?: boolean;
  readonly on?: string;
  readonly text: string;
  readonly sources: readonly { readonly id: string; readonly locator?: string; readonly url?: string }[];
  readonly choices?: readonly string[];
  readonly reason?: string;
}

interface QuestionRecord extends AnswerRecord {
  readonly question: string;
  readonly speaks: boolean;
  readonly also: readonly AnswerRecord[];
  readonly confidence?: number;
}

export function toRecord(
  question: string,
  decision: Decision | Refusal,
  writer: Writer,
  on: CalendarDate | undefined,
): QuestionRecord {
  const asked = { question: question.replace(/\p{Cs}/gu, "\ufffd") };
  if (decision.kind === "refused") {
    return {
      ...asked,
      kind: "unknown",
      text: describeRefusal(decision, writer.locale),
      sources: [],
      choices: [],
      reason: "refused",
      speaks: true,
      also: [],
    };
  }
  const [first, ...others] = decision.answers;
  return {
    ...asked,
    ...answerRecord(first, writer),
    ...(on && { on }),
    speaks: decision.speaks,
    also: others.map((answer) => answerRecord(answer, writer)),
    confidence: Math.round(decision.why.confidence * 1000) / 1000,
  };
}

function answerRecord(answer: Answer, writer: Writer): AnswerRecord {
  const reply = describeAnswer(answer, writer);
  const shown = {
    text: [...reply.paragraphs, ...reply.list].join("\n"),
    sources: reply.sources.map(({ id, locator, url }) => ({
      id,
      ...(locator ? { locator } : {}),
      ...(url ? { url } : {}),
    })),
  };
  const choices = reply.choices.map(({ label }) => formatLabel(label));
  switch (answer.kind) {
    case "entry":
      return { kind: "entry", id: answer.entry.id, ...(answer.app ? { app: answer.app.id } : {}), ...shown };
    case "app": {
      const { status = "", isNamed = false } = reply;
      return { kind: "app", app: answer.app.id, status, named: isNamed, ...shown };
    }
    case "choose":
      return { kind: "choose", ...shown, choices };
    case "unknown":
      return { kind: "unknown", ...shown, choices, reason: answer.reason };
  }
}
