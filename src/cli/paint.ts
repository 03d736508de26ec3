/** A decision as text: coloured only in a terminal. */
import { styleText } from "node:util";
import type { Decision, Refusal } from "../core/decision/decision.js";
import type { Why } from "../core/decision/why.js";
import type { Words } from "../core/i18n/en.js";
import { describeRefusal } from "../core/reply/refusal.js";
import { describeAnswer, type Reply } from "../core/reply/reply.js";
import { joinSources, type ShownSource } from "../core/reply/sources.js";
import type { Writer } from "../core/reply/writer.js";
import { formatLabel } from "../core/values/label.js";

export function paintDecision(decision: Decision | Refusal, writer: Writer, withWhy: boolean): string {
  if (decision.kind === "refused") return describeRefusal(decision, writer.locale);
  const { words } = writer;
  const parts = decision.answers.map((answer) => paintReply(describeAnswer(answer, writer), words, withWhy));
  if (!decision.speaks) parts.unshift(styleText("yellow", words.staysSilent));
  if (withWhy) parts.push(paintWhy(decision.why));
  return parts.join("\n\n");
}

/** Includes all sources, titles and links if `isWhole`. */
function paintReply(reply: Reply, words: Words, isWhole: boolean): string {
  const { paragraphs, list, sources, notes, remarks, choices } = reply;
  const line = joinSources(sources, remarks);
  return [
    ...paragraphs.map((paragraph) => wrap(paragraph)),
    ...list.map((item) => wrap(item, "  - ", "    ")),
    ...choices.map(({ label, text }) => `  - ${text} ${styleText("dim", `[${formatLabel(label)}]`)}`),
    ...notes.map((note) => styleText("dim", note)),
    ...(line === "" ? [] : [styleText("dim", line)]),
    ...(isWhole && sources.length > 0 ? [styleText("bold", words.sources)] : []),
    ...(isWhole ? sources : []).map(paintSource),
  ].join("\n");
}

function paintSource({ title, details, url }: ShownSource): string {
  return `${wrap(`${title}${details}`, "  - ", "    ")}${url ? `\n    ${styleText("cyan", url)}` : ""}`;
}

function paintWhy(why: Why): string {
  const { confidence, answerFrom, offerFrom, best, runnerUp, margin, repairs, question, nearest, signals } = why;
  const percent = (chance: number) => `${(chance * 100).toFixed(1)} %`;
  return [
    styleText("bold", "Why"),
    `  best: ${best ? formatLabel(best) : "none"}, ${percent(confidence)} sure (answered from ${percent(answerFrom)}, offered from ${percent(offerFrom)})`,
    `  runner-up: ${runnerUp ? formatLabel(runnerUp) : "none"}, ${percent(margin)} behind`,
    ...(question === undefined ? [] : [`  judged: "${question}"`]),
    ...(nearest === undefined ? [] : [`  nearest wording: "${nearest}"`]),
    ...repairs.map(({ typed, meant }) => `  read "${typed}" as "${meant}"`),
    ...signals.map(({ name, value, reason }) => `  ${name.padEnd(15)} ${value.toFixed(2).padStart(7)}  ${reason}`),
  ].join("\n");
}

const WIDTH = 96;

function wrap(text: string, first = "", rest = ""): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    if (line.length + word.length > WIDTH && line.trim() !== "" && line !== first) {
      lines.push(line.trimEnd());
      line = rest;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join("\n");
}
