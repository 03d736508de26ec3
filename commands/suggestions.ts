/** Suggestions for the options of commands: the most asked ones before a person types, then what matches the text. */
import { clip } from "../src/command/clip.js";
import type { CommandContext } from "../src/command/context.js";
import type { Suggestion } from "../src/command/reply.js";
import { earliestDate } from "../src/core/data/knowledge.js";
import { describeLabel } from "../src/core/reply/reply.js";
import { type Writer, writerFor } from "../src/core/reply/writer.js";
import { formatDate, parseDate } from "../src/core/values/calendar.js";
import { formatLabel, type Label, parseLabel } from "../src/core/values/label.js";
import { readDate } from "../src/core/values/written-date.js";

/** Discord's limits: suggestions, or options in a menu, and characters in each. */
export const MAX_SUGGESTIONS = 25;
const MAX_LENGTH = 100;

const suggestion = (name: string, value: string): Suggestion => ({ name: clip(name, MAX_LENGTH), value });

export const suggestionFor = (label: Label, writer: Writer): Suggestion =>
  suggestion(describeLabel(label, writer), formatLabel(label));

/** Readers of Chinese see what they call an app, and the name that stands on its icon. */
export function suggestApps(typed: string, { answerer, locale }: CommandContext): Suggestion[] {
  const { apps, mostAsked } = answerer.knowledge;
  const { nameOf, words } = writerFor(answerer.knowledge, locale);
  const first = mostAsked.flatMap((text) => {
    const { entry, app = "" } = parseLabel(text) ?? {};
    return entry === undefined ? (apps[app] ?? []) : [];
  });
  const found = typed.trim() === "" ? first : answerer.nearestApps(typed, MAX_SUGGESTIONS);
  return found.slice(0, MAX_SUGGESTIONS).map((app) => {
    const name = nameOf(app);
    return suggestion(name === app.name ? name : `${name}${words.inBrackets([app.name])}`, app.id);
  });
}

export function suggestQuestions(typed: string, { answerer, locale }: CommandContext): Suggestion[] {
  const { knowledge } = answerer;
  const labels: Label[] =
    typed.trim() === ""
      ? knowledge.mostAsked.flatMap((text) => parseLabel(text) ?? [])
      : answerer.nearestQuestions(typed, MAX_SUGGESTIONS).map(({ id }) => ({ entry: id }));
  const writer = writerFor(knowledge, locale);
  return labels.slice(0, MAX_SUGGESTIONS).map((label) => suggestionFor(label, writer));
}

/** Suggests the day that was typed, the dates of the order, and the other dates of the timeline. */
export function suggestDates(typed: string, { answerer, today, locale }: CommandContext): Suggestion[] {
  const { order } = answerer.knowledge;
  const { words, event } = writerFor(answerer.knowledge, locale);
  const text = typed.trim().toLowerCase();
  const day = readDate(text, today);
  const { signed, revoked } = order.events;
  const own = [signed.on, earliestDate(order), revoked.on];
  const events = new Map(order.timeline.map(({ on, text: english }) => [on, event(english).text]));
  const dates = new Map<string, string>([
    ...(day ? [[day, formatDate(day, locale)] as const] : []),
    ...[...own, ...events.keys()].flatMap((on) => {
      const what = events.get(on);
      const name = what === undefined ? formatDate(on, locale) : words.dated(formatDate(on, locale), what);
      const isMeant = on === day || on.startsWith(text) || name.toLowerCase().includes(text);
      return isMeant && parseDate(on) ? [[on, name] as const] : [];
    }),
  ]);
  return [...dates].slice(0, MAX_SUGGESTIONS).map(([value, name]) => suggestion(name, value));
}

/** Suggests answers by their ids too, which moderators know. */
export function suggestEntries(typed: string, { answerer }: CommandContext): Suggestion[] {
  const { entries } = answerer.knowledge;
  const text = typed.trim().toLowerCase();
  const named = Object.values(entries).filter(({ id }) => id.includes(text));
  const near = text === "" ? [] : answerer.nearestQuestions(text, MAX_SUGGESTIONS);
  return [...new Set([...named, ...near])]
    .slice(0, MAX_SUGGESTIONS)
    .map(({ id, question }) => suggestion(`${id}: ${question}`, id));
}
