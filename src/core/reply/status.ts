/** Where an app stands on a day, computed from the order's dated events and never written down. */
import { type Cite, earliestDate, type Order, type Status } from "../data/knowledge.js";
import type { Answer } from "../decision/decision.js";
import { addDays, type CalendarDate } from "../values/calendar.js";
import type { Writer } from "./writer.js";

export function statusOn(order: Order, on: CalendarDate): Status {
  if (on < order.events.signed.on) return "before-order";
  if (on < earliestDate(order)) return "signed";
  if (on < order.events.revoked.on) return "could-begin";
  return "revoked";
}

/** More would drown what was asked. */
const MOST_ACTIONS = 3;
/** Days after the check of the sources from which an answer says how old they are. */
const STALE_DAYS = 90;

type Asked = Pick<Extract<Answer, { kind: "app" }>, "app" | "on" | "asksOfList">;

/**
 * Describes where `app` stands on the day `on`, without anything that came later. A note without a date counts from the day
 * on which the sources were checked. What matters now is given, or without that the actions against the app. A text in
 * English is announced to a reader of another language.
 */
export function describeStanding({ app, on, asksOfList = false }: Asked, writer: Writer) {
  const { words, knowledge } = writer;
  const { order } = knowledge;
  const status = statusOn(order, on);
  const isNamed = app.standing === "named";
  const { today, note } = app;
  const rule = today !== undefined && isPast(today["as-of"], on) ? [today] : [];
  const past = rule.length > 0 ? [] : app["other-action"].filter((action) => isPast(action.on, on)).reverse();
  const actions = past.slice(0, MOST_ACTIONS);
  const earlier = past.length - actions.length;
  const notes = rule.length === 0 && note && isPast(note["as-of"] ?? order.checked, on) ? [note] : [];
  const facts = { ...writer.order, app: writer.nameOf(app), on: writer.date(on) };
  const onList = isNamed ? words.listed(facts) : words.notListed(facts);
  const onRules = isNamed
    ? words.named[status](facts)
    : words.notNamed[status === "before-order" ? "before" : "since"](facts);
  const first = asksOfList && status === "revoked" ? onList : onRules;
  const asOf = on > addDays(order.checked, STALE_DAYS) ? words.asOfSources(writer.date(order.checked)) : "";
  const further = [
    ...rule.map(({ text }) => writer.ofApp(app, "today", text)),
    ...notes.map(({ text }) => writer.ofApp(app, "note", text)),
  ];
  const acted = actions.map((action) => ({ on: action.on, ...writer.ofApp(app, "other-action", action.text) }));
  return {
    status,
    isNamed,
    sentences: [
      writer.tidy(`${asOf}${first}`),
      ...([...further, ...acted].some(({ isForeign }) => isForeign) ? words.restInEnglish : []),
      ...further.map(({ text }) => text),
      ...(acted.length > 0 ? [words.otherActions] : []),
    ],
    /** The latest official action elsewhere, newest first, each with its date, and how much there was before. */
    otherAction: [
      ...acted.map((action) => words.dated(writer.date(action.on), action.text)),
      ...(earlier > 0 ? [words.earlierActions(earlier)] : []),
    ],
    // That an app was never listed rests on the order alone.
    cites: [
      ...(isNamed ? citesOf(order, status) : order.events.signed.cites),
      ...[...rule, ...notes, ...actions].flatMap(({ cites }) => cites),
    ],
  };
}

/** The documents that say what the order had come to at that stage. */
export function citesOf({ events }: Order, status: Status): readonly Cite[] {
  if (status === "before-order") return events.signed.cites;
  const { cites } = status === "revoked" ? events.revoked : events.earliest;
  return [...events.signed.cites, ...cites];
}

/** Whether `date` has surely come by `on`: of an event known by its month alone, once that month is over. */
const isPast = (date: string, on: CalendarDate): boolean =>
  date.length === on.length ? date <= on : date < on.slice(0, date.length);
