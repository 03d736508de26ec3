/** Finds the several questions that one message may hold, and the app that a pronoun in one of them stands for. */
import type { Knowledge } from "../data/knowledge.js";

/** A part with fewer words is no question of its own. */
const MIN_WORDS = 2;
const MAX_PARTS = 4;

/** What may stand for an app that was named before. */
export const APP_PRONOUN = /\b(?:its?|that|this|them|they)\b|它|这个|那个|這個|那個/i;

const SENTENCE_END = /[?？!！。;；\n]+|[.:：](?=\s|$)/;
const JOINT = /(?:,|，|、)?\s*(?:\b(?:and|n|also|plus|then)\b|&|还有|以及|另外|並且|并且|而且|還有|,|，)\s*/i;
/** What only ties a question to the one before it. */
const OPENING = /^(?:(?:and|n|also|plus|then|so|oh|but)\b[\s,]*|(?:还有|另外|并且|而且|還有|並且|那)[，,、\s]+)+/i;

/** The parts of `message` that may be questions by themselves; empty where there is but one. */
export function splitQuestions(message: string): string[] {
  const sentences = splitAt(message, SENTENCE_END);
  const parts = sentences.length > 1 ? sentences : splitAt(message, JOINT);
  return parts.length > 1 && parts.length <= MAX_PARTS ? parts : [];
}

const splitAt = (message: string, boundary: RegExp): string[] =>
  message
    .slice(0, 2000)
    .split(boundary)
    .map((part) => part.trim().replace(OPENING, ""))
    .filter((part) => part.split(/\s+/).length >= MIN_WORDS || /\p{Script=Han}{3}/u.test(part));

/** What only ties a question to the answer before it. */
const TIES =
  /^(?:(?:ok|okay|and|so|but|then|well|oh|hm+)\b[\s,]*)+|[\s,]*\b(?:anyways?|exactly|tho|though|then|btw|lol)(?=[\s?!.]*$)/gi;

/** Chinese without its subject: "被禁了吗". */
const WITHOUT_SUBJECT = /^(?:[现現]在)?[还還]?(?:被|能|要|会|會|安全|合法|在(?![哪什何]))/;

/** Whether `question`, which names no app, may be about one that was named before. */
export const leansOnApp = (question: string): boolean => APP_PRONOUN.test(question) || WITHOUT_SUBJECT.test(question);

/** The question with the app's name in the pronoun's place, else before or behind it. */
export function nameApp(question: string, app: string, { apps }: Knowledge): string {
  const name = apps[app]?.name ?? app;
  const bare = question.replace(TIES, "");
  if (WITHOUT_SUBJECT.test(bare)) return name + bare;
  return APP_PRONOUN.test(bare) ? bare.replace(APP_PRONOUN, ` ${name} `) : `${bare} ${name}`;
}
