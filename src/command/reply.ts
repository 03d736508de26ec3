/** What commands return besides answers: suggestions while a person types, and reports and lists for moderators. */
import type { Answer } from "../core/decision/decision.js";
import type { Snippet } from "../core/quality/draft.js";
import type { NewsReport } from "../core/quality/news.js";

export interface Suggestion {
  /** What a person sees; Discord allows 1 to 100 characters. */
  readonly name: string;
  /** What the command receives, such as a stable id. */
  readonly value: string;
}

/** A report for moderators. Only the person who used the command sees it. */
export interface Report extends NewsReport {
  readonly kind: "report";
  readonly paste?: readonly Snippet[];
  /** An answer that is shown before the report, as its readers would see it. */
  readonly shows?: Answer;
}

/** A page of questions that people asked, in groups of similar ones. Each command of `into` has a form for a group. */
export interface QuestionGroups {
  readonly kind: "questions";
  readonly title: string;
  readonly groups: readonly { readonly questions: readonly [string, ...string[]]; readonly count: number }[];
  /** Counts from 1. The option `page` of `command` shows the other pages. */
  readonly page: number;
  readonly pages: number;
  readonly command: string;
  readonly into: readonly { readonly command: string; readonly text: string }[];
}
