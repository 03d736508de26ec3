/** Where an app stands on a day, computed from the order's dated events and never written down. */
import { type App, type Cite, earliestDate, type Knowledge, type Order, type Status } from "../data/knowledge.js";
import { wordsIn } from "../i18n/words.js";
import { type CalendarDate, formatDate } from "../values/calendar.js";
import type { Locale } from "../values/locale.js";
import { describeOrder } from "./order-facts.js";

/** The stage that the order is in on the day `on`. */
export function statusOn(order: Order, on: CalendarDate): Status {
  if (on < order.events.signed.on) return "before-order";
  if (on < earliestDate(order)) return "signed";
  if (on < order.events.revoked.on) return "could-begin";
  return "revoked";
}

/** More would drown what was asked. */
const MOST_ACTIONS = 3;

/** What is to be said of `app` on the day `on`: sentences, the official action that it met elsewhere, and the sources. */
export interface Standing {
  readonly status: Status;
  readonly named: boolean;
  readonly sentences: readonly string[];
  /** The latest official action elsewhere, newest first, each with its date. */
  readonly otherAction: readonly string[];
  readonly cites: readonly Cite[];
}

/**
 * Where `app` stands on `on`, in words of `locale`. A day past the data's `checked` date is answered "as of my sources".
 * What moderators wrote of the app stays in English, and is announced as such.
 */
export function describeStanding(app: App, knowledge: Knowledge, on: CalendarDate, locale: Locale = "en"): Standing {
  const { order } = knowledge;
  const words = wordsIn(locale);
  const status = statusOn(order, on);
  const named = app.standing === "named";
  const isToldInFull = app.note && isPast(app.note["as-of"] ?? order.events.revoked.on, on);
  const note = app.note && isToldInFull ? [app.note] : [];
  const today = app.today && isPast(app.today["as-of"], on) ? [app.today] : [];
  const told = [...today, ...note];
  const actions = app["other-action"]
    .filter((action) => isPast(action.on, on) && !today.some(({ text }) => text.includes(formatDate(action.on))))
    .reverse()
    .slice(0, MOST_ACTIONS - today.length);
  const [first = "", ...others] = stateStatus(app, knowledge, status, on, locale);
  const asOf = on > order.checked ? words.asOfSources(formatDate(order.checked, locale)) : "";
  const isPartlyEnglish = told.length + actions.length > 0;
  return {
    status,
    named,
    sentences: [
      `${asOf}${first}`,
      ...others,
      ...(isPartlyEnglish ? words.restInEnglish : []),
      ...told.map(({ text }) => text),
    ],
    otherAction: actions.map((action) => words.dated(formatDate(action.on, locale), action.text)),
    cites: [...citesOf(order, status), ...told.flatMap(({ cites }) => cites), ...actions.flatMap(({ cites }) => cites)],
  };
}

function stateStatus(
  { name, standing }: App,
  knowledge: Knowledge,
  status: Status,
  on: CalendarDate,
  locale: Locale,
): string[] {
  const words = wordsIn(locale);
  const facts = { ...describeOrder(knowledge, locale), app: name, on: formatDate(on, locale) };
  if (standing === "named") return [words.named[status](facts)];
  return [words.notNamed(facts), status === "revoked" ? words.nothingProhibited(facts) : words.life[status](facts)];
}

/** The documents that say what the order had come to at that stage. */
export function citesOf({ events }: Order, status: Status): readonly Cite[] {
  const { signed, earliest, revoked } = events;
  const until: Record<Status, readonly Cite[]> = {
    "before-order": signed.cites,
    signed: [...signed.cites, ...earliest.cites],
    "could-begin": [...signed.cites, ...earliest.cites],
    revoked: [...signed.cites, ...revoked.cites],
  };
  return until[status];
}

/** Whether `date` has surely come by `on`: of an event known by its month alone, once that month is over. */
const isPast = (date: string, on: CalendarDate): boolean =>
  date.length === on.length ? date <= on : date < on.slice(0, date.length);
