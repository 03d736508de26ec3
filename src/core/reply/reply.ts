/** What a reader is shown, before any platform's own marks: plain sentences, sources, choices. */
import { APP_STATUS, type Entry, type Status } from "../data/knowledge.js";
import { freshnessOf } from "../data/reviews.js";
import type { Answer, UnknownReason } from "../decision/decision.js";
import type { Label } from "../values/label.js";
import { type ShownSource, showSources } from "./sources.js";
import { citesOf, describeStanding } from "./status.js";
import type { Writer } from "./writer.js";

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
  readonly isNamed?: boolean;
}

export function describeAnswer(answer: Answer, writer: Writer): Reply {
  const { words, knowledge } = writer;
  switch (answer.kind) {
    case "entry": {
      const { entry, app, on } = answer;
      const fact = app && entry.shows ? app[entry.shows] : undefined;
      const { text, isForeign } = writer.answer(entry, app);
      const freshness = freshnessOf(entry, on);
      const reviewBy = writer.date(entry["review-by"] ?? entry.reviewed);
      return {
        ...EMPTY,
        paragraphs:
          freshness === "out-of-date"
            ? [words.outOfDate(reviewBy)]
            : [...(isForeign ? words.answerInEnglish : []), text],
        sources: showSources([...(fact?.cites ?? []), ...(fact && showsOnlyFact(entry) ? [] : entry.cites)], writer),
        notes: freshness === "overdue" ? [words.overdue(reviewBy)] : [],
        remarks: [
          ...(fact?.["as-of"] && freshness !== "out-of-date" ? [words.factAsOf(writer.date(fact["as-of"]))] : []),
          ...(entry.cites.length > 0 || fact ? [words.checked(writer.date(entry.reviewed))] : []),
          ...(entry.legal ? [words.notAdvice] : []),
        ],
      };
    }
    case "app": {
      const standing = describeStanding(answer, writer);
      return {
        ...EMPTY,
        paragraphs: standing.sentences,
        list: standing.otherAction,
        sources: showSources(standing.cites, writer),
        remarks: [words.checked(writer.date(knowledge.order.checked)), words.notAdvice],
        status: standing.status,
        isNamed: standing.isNamed,
      };
    }
    case "choose":
      return { ...EMPTY, paragraphs: [words.didYouMean], choices: describeChoices(answer.from, writer) };
    case "unknown": {
      const isClosedList = answer.reason === "app-not-listed";
      return {
        ...EMPTY,
        paragraphs: [describeUnknown(answer.reason, answer.nearest.length > 0, writer)],
        sources: isClosedList ? showSources(citesOf(knowledge.order, "revoked"), writer) : [],
        choices: describeChoices(answer.nearest, writer),
      };
    }
  }
}

/** Whether the answer about an app says nothing but its fact, so that it rests on the fact's sources alone. */
const showsOnlyFact = ({ answer, "app-answer": appAnswer = answer }: Entry): boolean => appAnswer === "{app.fact}";

const EMPTY: Reply = { paragraphs: [], list: [], sources: [], notes: [], remarks: [], choices: [] };

function describeUnknown(reason: UnknownReason, hasNearest: boolean, { words, order, tidy }: Writer): string {
  const nearest = hasNearest ? words.nearest : "";
  const texts: Record<UnknownReason, string> = {
    "no-entry": `${words.noEntry}${nearest}`,
    greeting: words.greeting,
    thanks: words.welcome,
    "not-clear": `${words.notClear}${nearest}`,
    "app-not-listed": tidy(words.appNotListed(order)),
  };
  return texts[reason];
}

const describeChoices = (labels: readonly Label[], writer: Writer): Choice[] =>
  labels.map((label) => ({ label, text: describeLabel(label, writer) }));

export function describeLabel({ entry: id, app: appId }: Label, writer: Writer): string {
  const { apps, entries } = writer.knowledge;
  const app = appId === undefined ? undefined : apps[appId];
  const entry = id === undefined ? undefined : entries[id];
  if (entry !== undefined) return writer.question(entry, app);
  return id === undefined || id === APP_STATUS
    ? writer.tidy(writer.words.isBanned(app ? writer.nameOf(app) : `${appId}`))
    : id;
}
