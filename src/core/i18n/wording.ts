/** What the bot must be able to say in each language: what is missing in one does not compile. */
import type { Status } from "../data/knowledge.js";
import type { Page, RefusalReason } from "../decision/decision.js";

/** What the sentences on an app's standing are made of; dates and lists are already in the reader's language. */
export interface StandingWords {
  readonly app: string;
  readonly order: string;
  /** The day that was asked about. */
  readonly on: string;
  readonly signed: string;
  /** The first day on which anything could have been prohibited. */
  readonly first: string;
  readonly revoked: string;
  /** What revoked the order. */
  readonly by: string;
  /** All the apps that the order names. */
  readonly named: string;
}

type Sentence<Of extends keyof StandingWords> = (facts: Pick<StandingWords, Of>) => string;

/** Why a question or a command was refused; each sentence may take up what was given. */
interface RefusalWords extends Readonly<Record<RefusalReason, (given: string) => string>> {
  notADate(): string;
  notThisDate(given: string): string;
  noQuestion(): string;
  noApp(): string;
  questionTooLong(most: string): string;
  appTooLong(most: string): string;
}

/** Discord allows a button 80 characters; these are to be far shorter. */
interface ButtonWords {
  readonly earlier: string;
  readonly later: string;
  readonly why: string;
  readonly notWhatIAsked: string;
  readonly delete: string;
  readonly askModerators: string;
  readonly withdraw: string;
}

export interface Words {
  /** The executive order of that number, as a sentence names it. */
  order(number: string): string;
  /** Goes before an answer in English, and before further facts in English; nothing where that is the reader's language. */
  readonly answerInEnglish: readonly string[];
  readonly restInEnglish: readonly string[];
  readonly notAdvice: string;
  reviewed(on: string, by?: string): string;
  /** A note below an answer whose review was due by that day. */
  overdue(reviewBy: string): string;
  /** Takes the place of an answer whose review was due long ago; its sources follow. */
  outOfDate(reviewBy: string): string;
  factAsOf(date: string): string;
  standingAsOf(on: string, checked: string): string;
  /** Goes before a sentence on a day that the sources do not reach. */
  asOfSources(checked: string): string;
  /** Something dated, in a list. */
  dated(on: string, text: string): string;
  readonly named: Readonly<Record<Status, Sentence<"app" | "order" | "on" | "signed" | "first" | "revoked" | "by">>>;
  readonly notNamed: Sentence<"app" | "order" | "named">;
  /** What had come of the order by a day before its revocation. */
  readonly life: Readonly<Record<Exclude<Status, "revoked">, Sentence<"on" | "signed">>>;
  readonly nothingProhibited: Sentence<"revoked" | "by">;
  readonly didYouMean: string;
  readonly noEntry: string;
  readonly notClear: string;
  /** Goes after `noEntry` and `notClear`, before the entries nearest to the question. */
  readonly greeting: string;
  readonly welcome: string;
  readonly nearest: string;
  appNotListed(order: string, count: string, named: string): string;
  whereStands(app: string): string;
  /** A question of an entry, about an app. */
  aboutApp(question: string, app: string): string;
  readonly sources: string;
  readonly moreSources: string;
  readonly titles: Readonly<Record<Page["id"], string>>;
  pageOf(page: string, pages: string): string;
  closedList(nothingProhibited: string): string;
  readonly about: {
    what(order: string, signed: string, entries: string, sources: string): string;
    version(version: string, checked: string): string;
    readonly lastGood: string;
    readonly keeps: string;
    readonly notAdvice: string;
  };
  readonly refusals: RefusalWords;
  readonly buttons: ButtonWords;
  readonly expiredButton: string;
  readonly commandGone: string;
  readonly staysSilent: string;
}
