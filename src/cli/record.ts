/** A decision as one JSON object: the contract that other tools read. JSON leaves out what is undefined. */
import type { Answer, Decision, Refusal } from "../core/decision/decision.js";
import { describeRefusal } from "../core/reply/refusal.js";
import { describeAnswer } from "../core/reply/reply.js";
import type { Writer } from "../core/reply/writer.js";
import type { CalendarDate } from "../core/values/calendar.js";
import { formatLabel } from "../core/values/label.js";

export function toRecord(
  question: string,
  decision: Decision | Refusal,
  writer: Writer,
  on: CalendarDate | undefined,
): object {
  const asked = { question: question.replace(/\p{Cs}/gu, "\ufffd") };
  if (decision.kind === "refused") {
    const text = describeRefusal(decision, writer.locale);
    return { ...asked, kind: "unknown", text, sources: [], choices: [], reason: "refused", speaks: true, also: [] };
  }
  const [first, ...others] = decision.answers.map((answer) => answerRecord(answer, writer));
  return {
    ...asked,
    ...first,
    ...(on && { on }),
    speaks: decision.speaks,
    also: others,
    confidence: Math.round(decision.why.confidence * 1000) / 1000,
  };
}

function answerRecord(answer: Answer, writer: Writer): object {
  const reply = describeAnswer(answer, writer);
  const { kind } = answer;
  const text = [...reply.paragraphs, ...reply.list].join("\n");
  const sources = reply.sources.map(({ id, locator, url }) => ({ id, locator, url }));
  const choices = reply.choices.map(({ label }) => formatLabel(label));
  switch (kind) {
    case "entry":
      return { kind, id: answer.entry.id, app: answer.app?.id, text, sources };
    case "app":
      return { kind, app: answer.app.id, status: reply.status, named: reply.isNamed, text, sources };
    case "choose":
      return { kind, text, sources, choices };
    case "unknown":
      return { kind, text, sources, choices, reason: answer.reason };
  }
}
