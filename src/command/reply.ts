/** What commands say beside answers: suggestions while one types, and reports and lists for moderators. */
import type { Answer } from "../core/decision/decision.js";
import type { Snippet } from "../core/quality/draft.js";

export interface Suggestion {
  /** What a person sees; Discord allows 1 to 100 characters. */
  readonly name: string;
  /** What the command receives: a stable id. */
  readonly value: string;
}

/** What moderators asked for, or what came of it; shown to nobody else. */
export interface Report {
  readonly kind: "report";
  readonly title: string;
  /** `ok` is a tick or a cross before the line. */
  readonly lines: readonly { readonly text: string; readonly ok?: boolean }[];
  /** What moves; of each kind of change at most `limit` are shown, the rest counted. */
  readonly table?: (limit: number) => string;
  /** What is to be pasted into data files. */
  readonly paste?: readonly Snippet[];
  /** An answer that is shown beside, as its readers would see it. */
  readonly shows?: Answer;
}

/** Questions that people asked, alike ones together. The commands of `into` have a form that can be opened about each. */
export interface Questions {
  readonly kind: "questions";
  readonly title: string;
  readonly groups: readonly { readonly questions: readonly [string, ...string[]]; readonly count: number }[];
  /** Counts from 1; `command` shows the others as well, by its option `page`. */
  readonly page: number;
  readonly pages: number;
  readonly command: string;
  readonly into: readonly { readonly command: string; readonly text: string }[];
}
