/** Reads which of the choices before it a message picks: "the second one", "1", "第一个". */
import type { Knowledge } from "../data/knowledge.js";
import { tokenise } from "../text/text.js";
import { isSameLabel, type Label } from "../values/label.js";
import type { Answer } from "./decision.js";
import { contentOf, QUESTION_WORDS } from "./follow-up-words.js";
import type { Judgement } from "./judgement.js";

/** More words than these are a question of their own. */
const MAX_WORDS = 4;
const LEAD =
  "(?:(?:yes|yeah|ok|okay|um+|lol|i mean|i meant|i pick|i choose|i take|the|option|number|choice|no\\.?|#)[\\s,]*)*";
const TAIL = "(?: (?:one|option|choice|question))?(?:[\\s,]*(?:please|pls|plz|thanks|ty|then))?(?:\\s*[,.:!].*)?";
const NUMBERS = ["1(?:st)?|first|one", "2(?:nd)?|second|two", "3(?:rd)?|third|three", "4(?:th)?|fourth|four"];
const HAN_NUMBERS = ["一1", "二2", "三3", "四4"];
const PICKS = NUMBERS.map(
  (number, at) =>
    new RegExp(
      `^${LEAD}(?:${number})${TAIL}$|^(?:我?[要选選]|就)?第?[${HAN_NUMBERS[at]}][个個项項条條]?[吧啦。!！]*$`,
      "i",
    ),
);
const LAST = new RegExp(`^${LEAD}last${TAIL}$|^最后一?[个個][吧啦。!！]*$`, "i");

/** Returns which of `offered` the message `text` picks: by its place in the list, or by words that only its question has. */
export function pickFrom(text: string, offered: readonly Label[], knowledge: Knowledge): Label | undefined {
  const message = text.trim();
  const place = LAST.test(message) ? offered.length - 1 : PICKS.findIndex((pick) => pick.test(message));
  return offered[place] ?? pickByWords(message, offered, knowledge);
}

/** "Send money", "biden, that one". */
function pickByWords(message: string, offered: readonly Label[], { entries, apps }: Knowledge): Label | undefined {
  const words = contentOf(tokenise(message)).filter((word) => !QUESTION_WORDS.has(word));
  if (words.length === 0 || words.length > MAX_WORDS) return undefined;
  const named = offered.filter(({ entry = "", app = "" }) => {
    const title = new Set(tokenise(`${entries[entry]?.question ?? ""} ${apps[app]?.name ?? ""}`));
    return words.every((word) => title.has(word));
  });
  return named.length === 1 ? named[0] : undefined;
}

/** Returns the choice that `judgement` would offer first, if it was among those offered before: twice is not asked. */
export function offeredAgain({ answers: [first] }: Judgement, offered: readonly Label[]): Label | undefined {
  if (first.kind !== "choose") return undefined;
  const [best] = first.from;
  return offered.some((label) => isSameLabel(label, best)) ? best : undefined;
}

/** Takes `given`, the answer before, out of a choice that offers anything else. */
export function withoutGiven(answer: Answer, given: Label | undefined): Answer {
  if (answer.kind !== "choose") return answer;
  const [first, ...rest] = answer.from.filter((label) => !isSameLabel(label, given));
  return first === undefined ? answer : { ...answer, from: [first, ...rest] };
}
