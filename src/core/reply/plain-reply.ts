/** A reply as plain lines, without any platform's marks: for comparing what a reader sees before and after an edit. */
import type { Answer } from "../decision/decision.js";
import { describeAnswer } from "./reply.js";
import type { ShownSource } from "./sources.js";
import type { Writer } from "./writer.js";

/** Everything that a reader is shown to `answer`, a line each. */
export function plainLines(answer: Answer, writer: Writer): string[] {
  const { paragraphs, list, sources, notes, remarks, choices } = describeAnswer(answer, writer);
  return [
    ...paragraphs.flatMap((paragraph) => paragraph.split("\n")),
    ...list.map((item) => `• ${item}`),
    ...choices.map(({ text }) => `[${text}]`),
    ...sources.map(plainSource),
    ...notes,
    ...remarks,
  ];
}

function plainSource({ title, details, url }: ShownSource): string {
  return `Source: ${title}${details}${url === undefined ? "" : ` ${url}`}`;
}
