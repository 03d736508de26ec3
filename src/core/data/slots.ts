/** The `{slots}` that answers may use, so that a date or a list is written down once. */
import { daysBetween, formatDate } from "../values/calendar.js";
import type { Locale } from "../values/locale.js";
import { ownValue } from "../values/own-value.js";
import { earliestDate, type Knowledge } from "./knowledge.js";

export interface SlotReader {
  readonly knowledge: Pick<Knowledge, "order">;
  readonly locale: Locale;
  /** The apps that the order names, as the reader calls them. */
  readonly names: readonly string[];
  /** The order's title where it is not the English one. */
  readonly title?: string;
}

const SLOT = /\{([^{}]*)\}/g;

const OF_THE_ORDER: Readonly<Record<string, (reader: SlotReader) => string>> = {
  "date.signed": ({ knowledge: { order }, locale }) => formatDate(order.events.signed.on, locale),
  "date.earliest": ({ knowledge: { order }, locale }) => formatDate(earliestDate(order), locale),
  "date.revoked": ({ knowledge: { order }, locale }) => formatDate(order.events.revoked.on, locale),
  "date.checked": ({ knowledge: { order }, locale }) => formatDate(order.checked, locale),
  "days.on-the-books": ({ knowledge: { order } }) =>
    String(daysBetween(order.events.signed.on, order.events.revoked.on)),
  "order.title": ({ knowledge: { order }, title }) => title ?? order.title,
  "order.citation": ({ knowledge: { order } }) => order.citation,
  "apps.named": ({ names, locale }) => new Intl.ListFormat(locale).format(names),
  "apps.count": ({ names }) => String(names.length),
};

const OF_AN_APP = ["app.name", "app.fact"];

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
export function unmatchedBrace(text: string): string | undefined {
  const at = text.replace(SLOT, (slot) => " ".repeat(slot.length)).search(/[{}]/);
  if (at < 0) return undefined;
  const words =
    text[at] === "{" ? /^\S+(?:\s+\S+)?/.exec(text.slice(at)) : /(?:\S+\s+)?\S+$/.exec(text.slice(0, at + 1));
  return words?.[0];
}

/** `text` with its slots filled; an app's slots are left as they are where nothing is known for them. */
export function fillSlots(
  text: string,
  reader: SlotReader,
  app: { readonly name?: string | undefined; readonly fact?: string | undefined } = {},
): string {
  return text.replaceAll(SLOT, (whole, slot: string) => {
    if (slot === "app.name") return app.name ?? whole;
    if (slot === "app.fact") return app.fact ?? whole;
    return ownValue(OF_THE_ORDER, slot)?.(reader) ?? whole;
  });
}
