/** What the bot decides to say. Each answer is one of a union of named cases, so that no later code has to guess. */
import type { App, Entry } from "../data/knowledge.js";
import type { CalendarDate } from "../values/calendar.js";
import type { Label } from "../values/label.js";
import type { Why } from "./why.js";

/** Why nothing is answered; a greeting and thanks ask nothing, and are returned. */
export type UnknownReason = "no-entry" | "app-not-listed" | "not-clear" | "greeting" | "thanks";

export type Answer =
  /** A curated, cited answer; about `app` where the entry takes one. */
  | { readonly kind: "entry"; readonly entry: Entry; readonly app?: App; readonly on: CalendarDate }
  /** Where an app stands, computed from the order's dated events; `asksOfList`: it was asked whether the order listed it. */
  | { readonly kind: "app"; readonly app: App; readonly on: CalendarDate; readonly asksOfList?: boolean }
  /** Did you mean: at most five, best first; never corrected across meanings without asking. `on`: the day asked about. */
  | { readonly kind: "choose"; readonly from: readonly [Label, ...Label[]]; readonly on?: CalendarDate }
  /** Nothing that could be said for sure; `nearest` may help, and claims nothing. `on`: the day asked about. */
  | {
      readonly kind: "unknown";
      readonly reason: UnknownReason;
      readonly nearest: readonly Label[];
      readonly on?: CalendarDate;
    };

/** The labels that `answer` offers in an answer's place. */
export const offeredBy = (answer: Answer): readonly Label[] =>
  answer.kind === "choose" ? answer.from : answer.kind === "unknown" ? answer.nearest : [];

/** The most answers to one message, which may hold several questions or name several apps. */
export const MAX_ANSWERS = 3;

export interface Decision {
  readonly kind: "decided";
  /** At most `MAX_ANSWERS`. */
  readonly answers: readonly [Answer, ...Answer[]];
  /** Whether the bot says this in that channel. Always true where the message was put to the bot. */
  readonly speaks: boolean;
  readonly why: Why;
}

/** A command's reply that is no answer to a question, such as the list of the apps. */
export interface Page {
  readonly kind: "page";
  readonly id: "apps" | "timeline" | "sources" | "about" | "privacy";
  /** Counts from 1. */
  readonly page: number;
}

export type RefusalReason = "notADate" | "notThisDate" | "noQuestion" | "noApp" | "questionTooLong" | "appTooLong";

/** What a person can mend: a date that does not exist, a question that is too long or empty. */
export interface Refusal {
  readonly kind: "refused";
  /** In English. */
  readonly problem: string;
  /** What the same is said from in other languages. */
  readonly because?: { readonly reason: RefusalReason; readonly given: string };
}

export type Outcome = Decision | Page | Refusal;

/** The label that names `answer`, where it has one. */
export function labelOf(answer: Answer): Label | undefined {
  if (answer.kind === "app") return { app: answer.app.id };
  if (answer.kind !== "entry") return undefined;
  return answer.app === undefined ? { entry: answer.entry.id } : { entry: answer.entry.id, app: answer.app.id };
}
