/** The `{slots}` that answers may use, so that a date or a list is written down once. */
import { daysBetween, formatDate } from "../values/calendar.js";
import { type App, type Entry, earliestDate, type Knowledge, namedApps } from "./knowledge.js";

const SLOT = /\{([^{}]*)\}/g;

const OF_THE_ORDER = {
  "date.signed": ({ order }) => formatDate(order.events.signed.on),
  "date.earliest": ({ order }) => formatDate(earliestDate(order)),
  "date.revoked": ({ order }) => formatDate(order.events.revoked.on),
  "date.checked": ({ order }) => formatDate(order.checked),
  "days.on-the-books": ({ order }) => String(daysBetween(order.events.signed.on, order.events.revoked.on)),
  "order.title": ({ order }) => order.title,
  "order.citation": ({ order }) => order.citation,
  "apps.named": (knowledge) => new Intl.ListFormat("en").format(namedApps(knowledge).map((app) => app.name)),
  "apps.count": (knowledge) => String(namedApps(knowledge).length),
} satisfies Record<string, (knowledge: Knowledge) => string>;

const OF_AN_APP = ["app.name", "app.fact"];

/** The names of the slots that a text may hold. */
export const slotsAllowed = (withApp: boolean): string[] => [
  ...Object.keys(OF_THE_ORDER),
  ...(withApp ? OF_AN_APP : []),
];

/** The slots of `text` that may not stand there: unknown ones, and an app's where the text is read without an app. */
export function unknownSlots(text: string, withApp: boolean): string[] {
  const allowed = slotsAllowed(withApp);
  return [...text.matchAll(SLOT)].map(([, slot = ""]) => slot).filter((slot) => !allowed.includes(slot));
}

/** The first brace of `text` that belongs to no slot, with the words beside it that tell it from others; or undefined. */
export function strayBrace(text: string): string | undefined {
  const at = text.replace(SLOT, (slot) => " ".repeat(slot.length)).search(/[{}]/);
  if (at < 0) return undefined;
  const words =
    text[at] === "{" ? /^\S+(?:\s+\S+)?/.exec(text.slice(at)) : /(?:\S+\s+)?\S+$/.exec(text.slice(0, at + 1));
  return words?.[0];
}

/** `text` with its slots filled; `entry` says which fact of `app` is `{app.fact}`. */
export function fillSlots(text: string, knowledge: Knowledge, entry?: Entry, app?: App): string {
  return text.replaceAll(SLOT, (whole, slot: string) => {
    if (slot === "app.name") return app?.name ?? whole;
    if (slot === "app.fact") return (entry?.shows && app?.[entry.shows]?.text) ?? whole;
    return Object.hasOwn(OF_THE_ORDER, slot) ? OF_THE_ORDER[slot as keyof typeof OF_THE_ORDER](knowledge) : whole;
  });
}
