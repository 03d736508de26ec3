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

function plainSource({ title, publisher, date, locator, url }: ShownSource): string {
  const where = [locator, publisher, date].filter((part) => part !== undefined).join(", ");
  return `Source: ${title} (${where})${url === undefined ? "" : ` ${url}`}`;
}
