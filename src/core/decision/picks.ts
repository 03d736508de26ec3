/** Reads which of the choices before it a message picks: "the second one", "1", "第一个". */
import { isSameLabel, type Label } from "../values/label.js";
import type { Judgement } from "./judgement.js";

const LEAD = "(?:(?:yes|yeah|ok|okay|um+|i mean|i meant|the|option|number|choice|no\\.?|#)[\\s,]*)*";
const TAIL = "(?: (?:one|option|choice|question))?(?:[\\s,]*(?:please|pls|plz|thanks|ty))?(?:\\s*[,.:!].*)?";
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

/** Returns which of `offered` the message `text` picks by its place in the list. */
export function pickFrom(text: string, offered: readonly Label[]): Label | undefined {
  const message = text.trim();
  return offered[LAST.test(message) ? offered.length - 1 : PICKS.findIndex((pick) => pick.test(message))];
}

/** Returns the choice that `judgement` would offer first, if it was among those offered before: twice is not asked. */
export function offeredAgain({ answers: [first] }: Judgement, offered: readonly Label[]): Label | undefined {
  if (first.kind !== "choose") return undefined;
  const [best] = first.from;
  return offered.some((label) => isSameLabel(label, best)) ? best : undefined;
}
