/** Reads which of the choices before it a message picks: "the second one", "1", "第一个", "biden, that one". */
import type { Knowledge } from "../data/knowledge.js";
import { tokenise } from "../text/text.js";
import { isSameLabel, type Label } from "../values/label.js";
import { asksSomething } from "./asking.js";
import type { Answer } from "./decision.js";
import { contentOf } from "./follow-up-words.js";
import type { Judgement } from "./judgement.js";
import { APP_PRONOUN, leansOnApp, nameApp } from "./questions.js";

/** More words than these are a question of their own. */
const MAX_WORDS = 4;
const LEAD =
  "(?:(?:i (?:mean|meant|pick|choose|take|want)|(?:the|an) answer to|the|option|number|choice|item|question|no\\.|#)[\\s,]*)*";
const TAIL = "(?: (?:one|option|choice|item|question))?(?:[\\s,]*(?:please|pls|plz|thanks|ty|then))?";
/** What is said before a pick. */
const OPENING = /^(?:(?:yes|yeah|yep|ok|okay|um+|lol|i(?:['’]d| would) like)\b[\s,.!]*)+/i;
const PLACES = [
  ["1(?:st)?|first", "一1"],
  ["2(?:nd)?|second|two", "二2"],
  ["3(?:rd)?|third|three", "三3"],
  ["4(?:th)?|fourth|four", "四4"],
].map(
  ([number, han]) =>
    new RegExp(`^${LEAD}(?:${number})${TAIL}$|^(?:我?[要选選]|就)?第?[${han}][个個项項条條]?[吧啦。!！]*$`, "i"),
);
const LAST = new RegExp(
  `^${LEAD}(?:(?<=the )last|last (?:one|option|choice))${TAIL}$|^最[后後]一?[个個][吧啦。!！]*$`,
  "i",
);
const REJECTION = /\b(?:not?|neither|none)\b|n['’]?t\b|不/i;

/** Returns the place, from 0, that `message` picks; -1 for the last one, and undefined where it picks none. */
function placeIn(message: string): number | undefined {
  const pick = message.trim().replace(OPENING, "");
  const [, head = "", rest = ""] = /^(.*?)(?:[,.:!]\s*(.*))?$/su.exec(pick) ?? [];
  // "First, who signed it?" and "2. who signed it" ask something else; "the second one, is it banned?" does not.
  const asksElse =
    rest !== "" && (/\d$/.test(head) || (asksSomething(rest, tokenise(rest)) && !APP_PRONOUN.test(rest)));
  if (asksElse) return undefined;
  if (LAST.test(head)) return -1;
  const place = PLACES.findIndex((pattern) => pattern.test(head));
  return place < 0 ? undefined : place;
}

/** Whether `message` picks by its place, if there was a choice before it. */
export const picksByPlace = (message: string): boolean => placeIn(message) !== undefined;

/** Returns which of `offered` is picked: by its place in the list, or by words that only its question has. */
export function pickFrom(message: string, offered: readonly Label[], knowledge: Knowledge): Label | undefined {
  const place = placeIn(message);
  return place === undefined ? pickByWords(message, offered, knowledge) : offered.at(place);
}

/** "Send money", "biden, that one". */
function pickByWords(message: string, offered: readonly Label[], { entries, apps }: Knowledge): Label | undefined {
  const words = tokenise(message);
  const content = contentOf(words);
  const isPick = content.length > 0 && content.length <= MAX_WORDS && !REJECTION.test(message);
  if (!isPick || asksSomething(message, words)) return undefined;
  const named = offered.filter(({ entry = "", app = "" }) => {
    const title = new Set(tokenise(`${entries[entry]?.question ?? ""} ${apps[app]?.name ?? ""}`));
    return content.every((word) => title.has(word));
  });
  return named.length === 1 ? named[0] : undefined;
}

/** Returns the choice that `judgement` would offer first, if it was offered before and is not unlikely: twice is not asked. */
export function offeredAgain(judgement: Judgement, offered: readonly Label[]): Label | undefined {
  const { answers, confidence, answerFrom } = judgement;
  const [first] = answers;
  if (first.kind !== "choose" || confidence < answerFrom / 2) return undefined;
  const [best] = first.from;
  return offered.some((label) => isSameLabel(label, best)) ? best : undefined;
}

/** Returns `question` with the app in the place of its pronoun that all of `offered` are about, if it has one: "is it safe?". */
export function nameOffered(question: string, offered: readonly Label[], knowledge: Knowledge): string | undefined {
  const [app, another] = new Set(offered.map((label) => label.app));
  const isAboutOne = app !== undefined && another === undefined;
  return isAboutOne && leansOnApp(question) ? nameApp(question, app, knowledge) : undefined;
}

/** Takes `given`, the answer before, out of what is offered, if anything else is. */
export function withoutGiven(answer: Answer, given: Label | undefined): Answer {
  const isOther = (label: Label) => !isSameLabel(label, given);
  if (answer.kind === "unknown") return { ...answer, nearest: answer.nearest.filter(isOther) };
  if (answer.kind !== "choose") return answer;
  const [first, ...rest] = answer.from.filter(isOther);
  return first === undefined ? answer : { ...answer, from: [first, ...rest] };
}
