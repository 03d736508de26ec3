/** Explains an answer to whoever asks why: what spoke for it, how sure the bot is, what else it might have been. */
import { type Decision, labelOf } from "../../core/decision/decision.js";
import type { Why } from "../../core/decision/why.js";
import { memberWordsIn } from "../../core/i18n/member-words.js";
import { wordsIn } from "../../core/i18n/words.js";
import { describeLabel } from "../../core/reply/reply.js";
import { formatLabel, type Label } from "../../core/values/label.js";
import type { About } from "../payloads/buttons.js";
import { escapeEcho } from "../payloads/echo.js";
import { type Drawn, drawMarkdown, MAX_CONTENT, plain } from "../payloads/rendering.js";
import type { Scene } from "./scene.js";

const MAX_ECHO = 200;

/** `decision` is how the question is decided now; it is missing where the question can't be read any more. */
export function drawWhy({ label }: About, decision: Decision | undefined, scene: Scene): Drawn {
  const { knowledge, locale } = scene;
  const words = memberWordsIn(locale).why;
  const name = (of: Label): string => plain(describeLabel(of, knowledge, locale));
  const title = `**${plain(wordsIn(locale).buttons.why)}**`;
  if (decision === undefined) {
    const lines = label ? [words.answers(name(label))] : [];
    return drawMarkdown([title, words.questionGone, ...lines.map(item)].join("\n"));
  }
  const { answers, why } = decision;
  const given = answers.map(labelOf).filter((found) => found !== undefined);
  const isOther = label !== undefined && !given.some((found) => formatLabel(found) === formatLabel(label));
  const points = Math.round(100 * why.margin);
  const { nearest } = why;
  return drawLines([
    title,
    ...(isOther ? [item(words.shown(name(label)))] : []),
    ...given.map((found) => item(words.readAs(name(found)))),
    ...(isOfField(why) ? [] : [item(words.confidence(...percents(why)))]),
    ...(why.runnerUp ? [item(words.runnerUp(name(why.runnerUp), `${points} %`))] : []),
    ...why.repairs.map(({ typed, meant }) => item(words.repaired(escapeEcho(typed, 60), escapeEcho(meant, 60)))),
    ...(nearest === undefined ? [] : [item(words.nearest(escapeEcho(withoutSlots(nearest), MAX_ECHO)))]),
    ...(why.signals.length > 0 ? [words.signals] : []),
    ...why.signals.map(({ reason }) => item(plain(reason))),
  ]);
}

const item = (markdown: string): string => `- ${markdown}`;

/** The name of an app in its own field is known or it isn't: nothing was weighed. */
const isOfField = ({ signals }: Why): boolean => signals.some(({ name }) => name === "app-field");

const percents = ({ confidence, answerFrom, offerFrom }: Why) =>
  [percent(confidence), percent(answerFrom), percent(offerFrom)] as const;
const percent = (chance: number): string => `${Math.round(100 * chance)} %`;

/** Curated wordings have a slot for the app. */
const withoutSlots = (wording: string): string => wording.replace(/\{[\w.-]+\}/g, "…");

/** As many lines as fit in a message. */
function drawLines(lines: readonly string[]): Drawn {
  let content = "";
  for (const line of lines) {
    if (content.length + 1 + line.length > MAX_CONTENT) break;
    content += content === "" ? line : `\n${line}`;
  }
  return drawMarkdown(content);
}
