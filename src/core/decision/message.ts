/** Judges a message that may hold several questions, or tell a story before it asks one. */
import type { Knowledge } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import type { CalendarDate } from "../values/calendar.js";
import { isSameLabel } from "../values/label.js";
import { asksSomething } from "./asking.js";
import { type Answer, labelOf, MAX_ANSWERS } from "./decision.js";
import { isClear, type Judge, type Judgement } from "./judgement.js";
import { leansOnApp, nameApp, splitQuestions } from "./questions.js";

/** From which confidence a part of a message is answered beside, or instead of, a whole that is less sure. */
const SURE = 0.9;
/** The same where each of several sentences ends with a question mark: "Who signed it? When did it start?" */
const SURE_OF_SENTENCES = 0.6;
const SEVERAL_MARKS = /[?？]\s*[^\s?？!！][^?？]*[?？]/;

/** Where a sentence ends, or an emoji stands for one. */
const SENTENCE_END =
  /(?<=[.!?。！？…\n](?=\s|\p{Script=Han})|\p{Extended_Pictographic})(?<!\b(?:mrs?|ms|dr|st|no|vs)\.)\s*/iu;
/** A sentence about its author may be what the question is about: "we moved to Ohio. Still ok?" */
const OF_ITS_AUTHOR =
  /\b(?:i(?! (?:see|get|got|understand|know|guess|promise|read|thought)\b)|im|ive|we|my(?! (?:english|bad|god)\b)|our)\b|我(?![国國])|咱/i;
/** Below this chance, 0 to 1, a sentence that asks, names and tells nothing has nothing to do with what is asked behind it. */
const REACTION_BELOW = 0.1;

/** `message` without a reaction to the answer before: "Very clear explanation, thank you Sir. And later?" */
export function withoutReaction(message: string, on: CalendarDate, judge: Judge["judge"]): string {
  const [first = "", ...rest] = message.split(SENTENCE_END).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  if (rest.length === 0) return message;
  const { reading, confidence } = judge(first, on);
  const namesSomething = reading.words.some((word) => word === APP_TOKEN || word === ORDER_TOKEN);
  const saysSomething =
    namesSomething || confidence >= REACTION_BELOW || asksSomething(first, reading.words) || OF_ITS_AUTHOR.test(first);
  return saysSomething ? message : rest.join(" ");
}

/**
 * Judges `message` as a whole and by its parts. Parts that are sure enough are all answered. If the whole is
 * unclear, a clear part may confirm the first of what the whole would offer.
 */
export function judgeMessage(
  message: string,
  on: CalendarDate,
  judge: Judge["judge"],
  knowledge: Knowledge,
): Judgement {
  const whole = judge(message, on);
  const parts = judgeParts(message, on, judge, knowledge);
  const clear = parts
    .filter(isClear)
    // A name in a list of apps is no question, nor is "do alipay" before another name.
    .filter((part) => part.reading.words.filter((word) => word !== APP_TOKEN).length > 1);
  const from = SEVERAL_MARKS.test(message) ? SURE_OF_SENTENCES : SURE;
  const sure = clear.filter(({ confidence }) => confidence >= from);
  const [first, second, ...rest] = uniqueAnswers(sure.flatMap(({ answers }) => [...answers])).slice(0, MAX_ANSWERS);
  if (first !== undefined && second !== undefined) {
    const answers = [first, second, ...rest] as const;
    const confidence = Math.min(...sure.map((part) => part.confidence));
    if (!isClear(whole) || answers.some((answer) => isSame(answer, whole.answers[0])))
      return { ...whole, answers, confidence };
  }
  // "Good evening everyone, please excuse the question if it came up before: who signed the order?"
  const asked = /[?？]\s*$/.test(message) ? sure.find((part) => part === parts.at(-1)) : undefined;
  if (asked !== undefined && whole.confidence < SURE) return asked;
  if (isClear(whole)) return whole;
  // A part alone lacks what the rest says: it only confirms what the whole already points to.
  return clear.find((part) => isBestChoice(whole, part.answers[0])) ?? whole;
}

/** Judges the questions of `message` one by one; "and is it banned?" asks about the app named before. */
function judgeParts(message: string, on: CalendarDate, judge: Judge["judge"], knowledge: Knowledge): Judgement[] {
  let before: string | undefined;
  return splitQuestions(message).map((part) => {
    const alone = judge(part, on);
    const [app, another] = new Set(alone.reading.apps);
    if (app !== undefined) before = another === undefined ? app : undefined;
    if (app !== undefined || before === undefined || !leansOnApp(part)) return alone;
    const named = judge(nameApp(part, before, knowledge), on);
    return isClear(named) ? named : alone;
  });
}

const isSame = (a: Answer, b: Answer): boolean => isSameLabel(labelOf(a), labelOf(b));

/** Whether `answer` is the first that `whole` would offer. */
const isBestChoice = ({ answers: [choice] }: Judgement, answer: Answer): boolean =>
  choice.kind === "choose" && isSameLabel(choice.from[0], labelOf(answer));

const uniqueAnswers = (answers: readonly Answer[]): Answer[] =>
  answers.filter((answer, index) => answers.findIndex((other) => isSame(answer, other)) === index);
