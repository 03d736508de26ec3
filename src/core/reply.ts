/** What a reader is shown, before any platform's own marks: plain sentences, sources, choices. */
import { formatDate } from "./calendar.js";
import type { Answer, UnknownReason } from "./decision.js";
import { APP_STATUS, type Cite, type Knowledge, namedApps } from "./knowledge.js";
import type { Label } from "./label.js";
import { fillSlots } from "./slots.js";
import { citesOf, describeStanding, type Status } from "./status.js";

/** A source as a reader needs it. `url` is there only where a link is allowed. */
export interface ShownSource {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date?: string;
  readonly locator?: string;
  readonly url?: string;
}

export interface Choice {
  readonly label: Label;
  /** The question that the choice stands for, as a button says it. */
  readonly text: string;
}

export interface Reply {
  readonly paragraphs: readonly string[];
  /** Further dated facts, one a line. */
  readonly list: readonly string[];
  readonly sources: readonly ShownSource[];
  /** Small print: that it is no legal advice, when it was last reviewed. */
  readonly notes: readonly string[];
  readonly choices: readonly Choice[];
  readonly status?: Status;
  readonly named?: boolean;
}

const NOT_ADVICE = "General information, not legal advice.";

export function describeAnswer(answer: Answer, knowledge: Knowledge): Reply {
  switch (answer.kind) {
    case "entry": {
      const { entry, app } = answer;
      const fact = app && entry.shows ? app[entry.shows] : undefined;
      const text = app && entry["app-answer"] ? entry["app-answer"] : entry.answer;
      const asOf = fact?.["as-of"] ? [`The fact shown is as of ${formatDate(fact["as-of"])}.`] : [];
      return {
        paragraphs: [fillSlots(text, knowledge, entry, app)],
        list: [],
        sources: showSources([...(fact?.cites ?? []), ...entry.cites], knowledge),
        notes: [
          ...asOf,
          ...(entry.legal ? [NOT_ADVICE] : []),
          `Reviewed ${formatDate(entry.reviewed.on)} by ${entry.reviewed.by}.`,
        ],
        choices: [],
      };
    }
    case "app": {
      const standing = describeStanding(answer.app, knowledge, answer.on);
      return {
        paragraphs: standing.sentences,
        list: standing.otherAction,
        sources: showSources(standing.cites, knowledge),
        notes: [
          `As of ${formatDate(answer.on)}; sources checked ${formatDate(knowledge.order.checked)}. ${NOT_ADVICE}`,
        ],
        choices: [],
        status: standing.status,
        named: standing.named,
      };
    }
    case "choose":
      return { ...EMPTY, paragraphs: ["Did you mean one of these?"], choices: describeChoices(answer.from, knowledge) };
    case "unknown": {
      const isClosedList = answer.reason === "app-not-listed";
      return {
        ...EMPTY,
        paragraphs: describeUnknown(answer.reason, knowledge, answer.nearest.length > 0),
        sources: isClosedList ? showSources(citesOf(knowledge.order, "revoked"), knowledge) : [],
        choices: describeChoices(answer.nearest, knowledge),
      };
    }
  }
}

const EMPTY: Reply = { paragraphs: [], list: [], sources: [], notes: [], choices: [] };

function describeUnknown(reason: UnknownReason, knowledge: Knowledge, hasNearest: boolean): string[] {
  const nearest = hasNearest ? " The nearest that I have:" : "";
  switch (reason) {
    case "no-entry":
      return [`I have no cited answer for that.${nearest}`];
    case "not-clear":
      return [`I could not tell what that asks.${nearest}`];
    case "app-not-listed": {
      const { revoked } = knowledge.order.events;
      const names = namedApps(knowledge).map((app) => app.name);
      const list = new Intl.ListFormat("en").format(names);
      return [
        `I have no entry for that app. Executive Order ${knowledge.order.number} names ${names.length} apps and no others: ${list}.`,
        `Nothing was ever prohibited under the order, and ${revoked.by} revoked it on ${formatDate(revoked.on)}.`,
      ];
    }
  }
}

const describeChoices = (labels: readonly Label[], knowledge: Knowledge): Choice[] =>
  labels.map((label) => ({ label, text: describeLabel(label, knowledge) }));

/** The question that `label` stands for, in words. */
export function describeLabel({ entry, app }: Label, { entries, apps }: Knowledge): string {
  const name = app === undefined ? undefined : (apps[app]?.name ?? app);
  if (entry === undefined || entry === APP_STATUS) return `Where does ${name} stand?`;
  const question = entries[entry]?.question ?? entry;
  return name === undefined ? question : `${question.replace(/\?$/, "")}: ${name}?`;
}

/** Each document once, with all its locators, in the order of the cites. */
export function showSources(cites: readonly Cite[], { sources }: Knowledge): ShownSource[] {
  const byId = new Map<string, Set<string>>();
  for (const { source, at } of cites) {
    const locators = byId.get(source) ?? new Set();
    if (at !== undefined) locators.add(at);
    byId.set(source, locators);
  }
  return [...byId].flatMap(([id, locators]) => {
    const source = sources[id];
    if (source === undefined) return [];
    const { title, publisher, date, url } = source;
    const told = [...locators].filter((at) => ![...locators].some((other) => other !== at && other.includes(at)));
    const locator = told.length > 0 ? { locator: told.join("; ") } : {};
    return [{ id, title, publisher, ...(date ? { date } : {}), ...locator, ...(url ? { url } : {}) }];
  });
}
