/** All that the data files say, once they have been found good: plain values that can be stored and sent. */
import type { z } from "zod";
import { addDays, type CalendarDate } from "../values/calendar.js";
import type { Label } from "../values/label.js";
import { ownValue } from "../values/own-value.js";
import type * as chinese from "./chinese-schema.js";
import type * as schema from "./schema.js";

type ValueOf<T> = T[keyof T];

export type Order = z.output<typeof schema.orderFile>;
export type Source = ValueOf<z.output<typeof schema.sourcesFile>["sources"]>;
export type App = ValueOf<z.output<typeof schema.appsFile>["apps"]> & { readonly id: string };
export type EntryFields = ValueOf<z.output<typeof schema.answersFile>>;
export type Entry = EntryFields & { readonly id: string; readonly topic: string };
export type Cite = Entry["cites"][number];
export type Golden = z.output<typeof schema.goldenFile>[number];
export type FollowUps = z.output<typeof schema.followUpsFile>;
/** What people type behind the answer that they have just read. */
export interface FollowUpQuestions {
  /** An entry's id; of where an app stands, `app:` and its id, or the standing of any such app. */
  readonly after: string;
  /** What they ask for: an entry's id, `app-status`, or `none`. */
  readonly next: string;
  readonly lines: readonly string[];
}

export interface Knowledge {
  readonly order: Order;
  readonly sources: Readonly<Record<string, Source>>;
  readonly apps: Readonly<Record<string, App>>;
  readonly ambiguous: z.output<typeof schema.appsFile>["ambiguous"];
  /** Names of well-known apps that nobody confuses with the eight; "is spotify banned" is known to be about an app. */
  readonly unlisted: readonly string[];
  readonly entries: Readonly<Record<string, Entry>>;
  /** Ways of asking, by entry id; `app-status` stands for "is {app} banned". */
  readonly phrasings: Readonly<Record<string, readonly string[]>>;
  readonly negatives: z.output<typeof schema.negativesFile>;
  /** Groups of words that mean the same in a question. */
  readonly words: z.output<typeof schema.wordsFile>["same"];
  /** By a word, other real words that people write for it. */
  readonly misspelt: z.output<typeof schema.wordsFile>["misspelt"];
  /** Words that name the matter by themselves: in a chat channel one of them, or an app, has to be named. */
  readonly matter: readonly string[];
  readonly ambient: z.output<typeof schema.ambientFile>;
  readonly golden: readonly Golden[];
  /** Where a bare question after an answer leads. */
  readonly followUps: FollowUps;
  readonly followUpQuestions: readonly FollowUpQuestions[];
  /** Labels offered when nothing is typed yet, the most asked first. */
  readonly mostAsked: readonly string[];
  /** What the data says in simplified Chinese, as far as it is translated. */
  readonly chinese: {
    readonly entries: Readonly<z.output<typeof chinese.chineseAnswersFile>>;
    readonly apps: Readonly<z.output<typeof chinese.chineseAppsFile>>;
    readonly order: z.output<typeof chinese.chineseOrderFile>;
    readonly sources: Readonly<z.output<typeof chinese.chineseSourcesFile>>;
    /** What readers in Taiwan call a term of it. */
    readonly terms: Readonly<Record<string, string>>;
  };
}

/** What ids lead to: all that is needed to follow a reference. */
export type Known = Pick<Knowledge, "sources" | "apps" | "entries" | "phrasings">;

/** The id under which phrasings that ask where an app stands are kept; no entry has it. */
export const APP_STATUS = "app-status";

/** What a list of follow-ups asks for where no answer is the reply. */
export const UNANSWERED = "none";

/** The first day on which anything could have been prohibited (Executive Order 13971, s.1(e)). */
export function earliestDate({ events }: Order): CalendarDate {
  return addDays(events.signed.on, events.earliest["days-after-signed"]);
}

/** The apps that the order names, in the order of their names. */
export function namedApps({ apps }: Knowledge): App[] {
  return Object.values(apps)
    .filter((app) => app.standing === "named")
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

export function isKnownLabel(label: Label, { entries, apps }: Pick<Known, "entries" | "apps">): boolean {
  if (label.app !== undefined && !Object.hasOwn(apps, label.app)) return false;
  if (label.entry === undefined) return label.app !== undefined;
  const entry = ownValue(entries, label.entry);
  return entry !== undefined && (label.app === undefined || entry.app !== undefined);
}

/** The four stages of the order's life. None of them is a ban: no transaction was ever identified under it. */
export type Status = "before-order" | "signed" | "could-begin" | "revoked";
