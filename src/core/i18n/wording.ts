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
  readonly askModerators: string;
  readonly withdraw: string;
}

export interface Words {
  /** The executive order of that number, as a sentence names it. */
  order(number: string): string;
  /** Goes before an answer in English, and before further facts in English; nothing where that is the reader's language. */
  readonly answerInEnglish: readonly string[];
  readonly restInEnglish: readonly string[];
  /** The end of a reply's last line. */
  readonly notAdvice: string;
  /** When the sources were last compared with what is said; in the same line. */
  checked(on: string): string;
  /** A note below an answer whose review was due by that day. */
  overdue(reviewBy: string): string;
  /** Takes the place of an answer whose review was due long ago; its sources follow. */
  outOfDate(reviewBy: string): string;
  factAsOf(date: string): string;
  /** Goes before a sentence on a day long after the sources were checked. */
  asOfSources(checked: string): string;
  /** Something dated, in a list. */
  dated(on: string, text: string): string;
  readonly named: Readonly<Record<Status, Sentence<"app" | "order" | "on" | "signed" | "first" | "revoked">>>;
  /** Of an app that the order does not list, before the order was signed and since then. */
  readonly notNamed: Readonly<Record<"before" | "since", Sentence<"app" | "signed">>>;
  readonly nothingProhibited: Sentence<"revoked">;
  readonly didYouMean: string;
  readonly noEntry: string;
  readonly notClear: string;
  /** Goes after `noEntry` and `notClear`, before the entries nearest to the question. */
  readonly greeting: string;
  readonly welcome: string;
  readonly nearest: string;
  readonly appNotListed: (facts: { order: string; count: string; named: string; revoked: string }) => string;
  isBanned(app: string): string;
  /** A question of an entry, about an app. */
  aboutApp(question: string, app: string): string;
  readonly sources: string;
  readonly titles: Readonly<Record<Page["id"], string>>;
  pageOf(page: string, pages: string): string;
  /** Below the first page, which shows what matters most: where the rest is. */
  readonly moreEvents: string;
  readonly moreSources: string;
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
