/** What a reader is shown, before any platform's own marks: plain sentences, sources, choices. */
import { APP_STATUS, type Knowledge, type Status } from "../data/knowledge.js";
import { freshnessOf } from "../data/reviews.js";
import { fillSlots } from "../data/slots.js";
import type { Answer, UnknownReason } from "../decision/decision.js";
import { wordsIn } from "../i18n/words.js";
import { formatDate } from "../values/calendar.js";
import type { Label } from "../values/label.js";
import type { Locale } from "../values/locale.js";
import { oncePer } from "./once-per.js";
import { describeOrder } from "./order-facts.js";
import { type ShownSource, showSources } from "./sources.js";
import { citesOf, describeStanding } from "./status.js";

export interface Choice {
  readonly label: Label;
  /** The question that the choice stands for, as a button says it. */
  readonly text: string;
}

export interface Reply {
  readonly paragraphs: readonly string[];
  /** Further dated facts, one a line. */
  readonly list: readonly string[];
  /** All of them, the primary ones first. */
  readonly sources: readonly ShownSource[];
  /** Small print in lines of its own: that the answer may be out of date. */
  readonly notes: readonly string[];
  /** Small print that follows the sources in their line: when they were checked, that this is no legal advice. */
  readonly remarks: readonly string[];
  readonly choices: readonly Choice[];
  readonly status?: Status;
  readonly named?: boolean;
}

/** What is said to `answer`, in a frame of `locale`; an entry stays in English, and is announced as such. */
export const describeAnswer = (answer: Answer, knowledge: Knowledge, locale: Locale = "en"): Reply =>
  replyWriter(knowledge, locale)(answer, locale);

/** The same answers are shown again and again. */
const replyWriter = oncePer((knowledge: Knowledge, locale) =>
  oncePer((answer: Answer) => writeReply(answer, knowledge, locale)),
);

function writeReply(answer: Answer, knowledge: Knowledge, locale: Locale): Reply {
  const words = wordsIn(locale);
  const write = (date: string): string => formatDate(date, locale);
  switch (answer.kind) {
    case "entry": {
      const { entry, app, on } = answer;
      const fact = app && entry.shows ? app[entry.shows] : undefined;
      const text = app && entry["app-answer"] ? entry["app-answer"] : entry.answer;
      const freshness = freshnessOf(entry, on);
      const reviewBy = write(entry["review-by"] ?? entry.reviewed);
      return {
        paragraphs:
          freshness === "out-of-date"
            ? [words.outOfDate(reviewBy)]
            : [...words.answerInEnglish, fillSlots(text, knowledge, entry, app)],
        list: [],
        sources: showSources([...(fact?.cites ?? []), ...entry.cites], knowledge, locale),
        notes: freshness === "overdue" ? [words.overdue(reviewBy)] : [],
        remarks: [
          ...(fact?.["as-of"] && freshness !== "out-of-date" ? [words.factAsOf(write(fact["as-of"]))] : []),
          ...(entry.cites.length > 0 || fact ? [words.checked(write(entry.reviewed))] : []),
          ...(entry.legal ? [words.notAdvice] : []),
        ],
        choices: [],
      };
    }
    case "app": {
      const standing = describeStanding(answer.app, knowledge, answer.on, locale);
      return {
        paragraphs: standing.sentences,
        list: standing.otherAction,
        sources: showSources(standing.cites, knowledge, locale),
        notes: [],
        remarks: [words.checked(write(knowledge.order.checked)), words.notAdvice],
        choices: [],
        status: standing.status,
        named: standing.named,
      };
    }
    case "choose":
      return { ...EMPTY, paragraphs: [words.didYouMean], choices: describeChoices(answer.from, knowledge, locale) };
    case "unknown": {
      const isClosedList = answer.reason === "app-not-listed";
      return {
        ...EMPTY,
        paragraphs: describeUnknown(answer.reason, knowledge, answer.nearest.length > 0, locale),
        sources: isClosedList ? showSources(citesOf(knowledge.order, "revoked"), knowledge, locale) : [],
        choices: describeChoices(answer.nearest, knowledge, locale),
      };
    }
  }
}

const EMPTY: Reply = { paragraphs: [], list: [], sources: [], notes: [], remarks: [], choices: [] };

function describeUnknown(reason: UnknownReason, knowledge: Knowledge, hasNearest: boolean, locale: Locale): string[] {
  const words = wordsIn(locale);
  const nearest = hasNearest ? words.nearest : "";
  switch (reason) {
    case "no-entry":
      return [`${words.noEntry}${nearest}`];
    case "greeting":
      return [words.greeting];
    case "thanks":
      return [words.welcome];
    case "not-clear":
      return [`${words.notClear}${nearest}`];
    case "app-not-listed":
      return [words.appNotListed(describeOrder(knowledge, locale))];
  }
}

const describeChoices = (labels: readonly Label[], knowledge: Knowledge, locale: Locale): Choice[] =>
  labels.map((label) => ({ label, text: describeLabel(label, knowledge, locale) }));

/** The question that `label` stands for, in words; an entry's question stays in English. */
export function describeLabel({ entry, app }: Label, { entries, apps }: Knowledge, locale: Locale = "en"): string {
  const words = wordsIn(locale);
  const name = app === undefined ? undefined : (apps[app]?.name ?? app);
  if (entry === undefined || entry === APP_STATUS) return words.isBanned(`${name}`);
  const { question = entry, "app-question": ofApp } = entries[entry] ?? {};
  if (name === undefined) return question;
  return ofApp?.replaceAll("{app.name}", name) ?? words.aboutApp(question, name);
}
