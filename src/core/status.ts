/** Where an app stands on a day, computed from the order's dated events and never written down. */
import { type CalendarDate, formatDate } from "./calendar.js";
import { type App, type Cite, earliestDate, type Knowledge, namedApps, type Order } from "./knowledge.js";

/** The four stages of the order's life. None of them is a ban: no transaction was ever identified under it. */
export type Status = "before-order" | "signed" | "could-begin" | "revoked";

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

/** Where `app` stands on `on`. A day past the data's `checked` date is answered "as of my sources". */
export function describeStanding(app: App, knowledge: Knowledge, on: CalendarDate): Standing {
  const { order } = knowledge;
  const status = statusOn(order, on);
  const named = app.standing === "named";
  const actions = app["other-action"]
    .filter((action) => isPast(action.on, on))
    .reverse()
    .slice(0, MOST_ACTIONS);
  const isToldInFull = app.note && isPast(app.note["as-of"] ?? order.events.revoked.on, on);
  const note = app.note && isToldInFull ? [app.note] : [];
  return {
    status,
    named,
    sentences: [
      ...(named ? [describeNamed(app, order, status, on)] : describeLookAlike(app, knowledge, status, on)),
      ...note.map(({ text }) => text),
    ],
    otherAction: actions.map((action) => `${formatDate(action.on)}: ${action.text}`),
    cites: [...citesOf(order, status), ...note.flatMap(({ cites }) => cites), ...actions.flatMap(({ cites }) => cites)],
  };
}

function describeNamed({ name }: App, order: Order, status: Status, on: CalendarDate): string {
  const title = `Executive Order ${order.number}`;
  const { signed, revoked } = order.events;
  const first = formatDate(earliestDate(order));
  switch (status) {
    case "before-order":
      return `On ${formatDate(on)} the order did not exist yet. ${title} was signed on ${formatDate(signed.on)} and named ${name}.`;
    case "signed":
      return `On ${formatDate(on)}, ${name} was named in ${title} (signed on ${formatDate(signed.on)}), but nothing could be prohibited yet: the Commerce Department could identify prohibited transactions only from ${first}.`;
    case "could-begin":
      return `On ${formatDate(on)}, ${name} was named in ${title}. From ${first} the Commerce Department could have identified prohibited transactions; it never identified any, so nothing was prohibited.`;
    case "revoked":
      return `${asOf(order, on)}${name} was named in ${title}, but nothing was ever prohibited under the order, and ${revoked.by} revoked it on ${formatDate(revoked.on)}.`;
  }
}

function describeLookAlike({ name }: App, knowledge: Knowledge, status: Status, on: CalendarDate): string[] {
  const { order } = knowledge;
  const { signed, revoked } = order.events;
  const title = `Executive Order ${order.number}`;
  const list = new Intl.ListFormat("en").format(namedApps(knowledge).map((app) => app.name));
  const life: Record<Status, string> = {
    "before-order": `On ${formatDate(on)} the order did not exist yet; it was signed on ${formatDate(signed.on)}.`,
    signed: `On ${formatDate(on)} the order had been signed, and nothing could be prohibited yet.`,
    "could-begin": `By ${formatDate(on)} no prohibited transaction had been identified under it.`,
    revoked: `Nothing was ever prohibited under the order, and ${revoked.by} revoked it on ${formatDate(revoked.on)}.`,
  };
  return [
    `${asOf(order, on)}${name} is not named in ${title}. The order names these apps and no others: ${list}.`,
    life[status],
  ];
}

const asOf = (order: Order, on: CalendarDate): string =>
  on > order.checked ? `As of my sources (${formatDate(order.checked)}): ` : "";

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
