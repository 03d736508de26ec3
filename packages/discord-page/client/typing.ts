/** Handles typing in the message box: finds suggestions, applies the chosen one, sends the message. */
import type { APIApplicationCommandOptionChoice } from "discord-api-types/payloads/v10";
import { type App, LONGEST_MESSAGE, say } from "./app.js";
import { type CommandLine, type Filling, listLines, readLine } from "./command-line.js";
import { toSent } from "./mentions.js";
import { EMPTY_COMPOSER, type Suggestion } from "./state.js";
import { fillOptions, suggestCommands, suggestMentions, suggestValues } from "./suggestions.js";

/** Milliseconds without typing after which the bot is asked for suggestions. */
const PAUSE = 120;

let ticket = 0;

/** `settled` is false while an input method composes: nothing is offered for what is no text yet. */
export async function type(app: App, text: string, caret: number, settled = true): Promise<void> {
  ticket += 1;
  const own = ticket;
  const { composer } = app.state;
  app.update({ composer: { ...composer, text, caret, ...(text === "" && EMPTY_COMPOSER) }, problem: undefined });
  if (!settled) return;
  const isLine = text.startsWith("/") && !text.includes("\n");
  const lines = isLine ? await linesHere(app) : [];
  if (own !== ticket) return;
  const typed = readLine(text, caret, lines);
  if (typed === undefined) return offer(app, suggestMentions(text, caret, app.state));
  if (typed.stage === "naming") return offer(app, suggestCommands(typed.typed, lines));

  const begun = beginFirstOption(text, typed);
  if (begun !== undefined) return type(app, begun, begun.length);
  const value = typed.values[typed.focused?.name ?? ""] ?? "";
  if (typed.focused?.autocomplete !== true) return offer(app, suggestValues(text, typed, app.state, []), value);
  await new Promise((resolve) => setTimeout(resolve, PAUSE));
  if (own !== ticket) return;
  const choices = await complete(app, typed);
  if (own === ticket) offer(app, suggestValues(text, typed, app.state, choices), value);
}

async function linesHere(app: App): Promise<CommandLine[]> {
  const outcome = await app.ask({ do: "offered", channel: app.state.channel });
  return outcome.kind === "offered" ? listLines(outcome.commands, app.state.locale) : [];
}

/** After the space behind a command, its first option begins automatically; typing its name too means the same. */
function beginFirstOption(text: string, { line }: Filling): string | undefined {
  const first = line.options.find(({ required }) => required);
  if (first === undefined) return undefined;
  const bare = `/${line.path} `;
  const begun = `${bare}${first.name}: `;
  if (text === bare) return begun;
  const twice = `${begun}${first.name}: `;
  return text.startsWith(twice) ? `${begun}${text.slice(twice.length)}` : undefined;
}

async function complete(
  app: App,
  { line, values, focused }: Filling,
): Promise<readonly APIApplicationCommandOptionChoice[]> {
  const filled = line.options.filter((option) => option === focused || values[option.name]);
  const outcome = await app.ask({
    do: "complete",
    channel: app.state.channel,
    name: line.sentPath,
    options: Object.fromEntries(filled.map(({ name, sentName }) => [sentName, values[name] ?? ""])),
    focused: focused?.sentName ?? "",
  });
  return outcome.kind === "choices" ? outcome.choices : [];
}

function offer(app: App, suggestions: readonly Suggestion[], value = ""): void {
  const highlighted = findMeant(suggestions, value.toLowerCase());
  const { composer } = app.state;
  app.update({ composer: { ...composer, suggestions, offeredFor: composer.text, highlighted } });
}

/**
 * Returns the index of the suggestion that Enter takes, or -1. A choice is taken only if it contains what was typed, so
 * that a person's own question is not replaced by another.
 */
function findMeant(suggestions: readonly Suggestion[], value: string): number {
  const [first] = suggestions;
  if (first?.kind === "command" || first?.kind === "mention") return 0;
  if (first?.kind !== "choice" || value === "") return -1;
  const exact = suggestions.findIndex(({ label }) => label.toLowerCase() === value);
  return exact >= 0 ? exact : first.label.toLowerCase().includes(value) ? 0 : -1;
}

export function closeSuggestions(app: App): void {
  ticket += 1;
  app.update({ composer: { ...app.state.composer, suggestions: [], highlighted: -1 } });
}

export function highlight(app: App, step: 1 | -1): void {
  const { suggestions, highlighted } = app.state.composer;
  const count = suggestions.length;
  const next = highlighted < 0 ? (step > 0 ? 0 : count - 1) : (highlighted + step + count) % count;
  app.update({ composer: { ...app.state.composer, highlighted: next } });
}

export async function accept(app: App, { text, caret, value, label }: Suggestion): Promise<void> {
  const { composer } = app.state;
  const chosen = value ? { ...composer.chosen, [value.option]: { label, value: value.value } } : composer.chosen;
  app.update({ composer: { ...composer, text, caret, chosen, suggestions: [], highlighted: -1 } });
  // Once a value is taken nothing more is offered for it: Enter is to send.
  if (value === undefined) await type(app, text, caret);
  else ticket += 1;
}

let isSending = false;

/** Sends a command or a message once; what can't be sent stays in the box, and the reason is shown. */
export async function send(app: App): Promise<void> {
  if (isSending) return;
  isSending = true;
  const { text } = app.state.composer;
  const lines = text.startsWith("/") ? await linesHere(app) : [];
  isSending = false;
  // What was typed in the meantime is not sent.
  if (app.state.composer.text !== text) return;
  const typed = readLine(`${text.trimEnd()} `, text.length, lines);
  if (typed?.stage === "filling") return sendCommand(app, typed);
  if (typed?.stage === "naming" && /^[\w-]/.test(typed.typed))
    return app.update({ problem: "There is no such command here." });
  const over = toSent(text.trim(), app.state).length - LONGEST_MESSAGE;
  if (over > 0)
    return app.update({ problem: `Discord takes at most ${LONGEST_MESSAGE} characters: ${over} are too many.` });
  closeSuggestions(app);
  await say(app, text);
}

async function sendCommand(app: App, typed: Filling): Promise<void> {
  const { composer, channel } = app.state;
  const options = fillOptions(typed, composer.chosen, app.state);
  if (typeof options === "string") return app.update({ problem: options });
  closeSuggestions(app);
  app.update({ composer: EMPTY_COMPOSER, problem: undefined, replyTo: undefined });
  const outcome = await app.act({ do: "slash", channel, name: typed.line.sentPath, options });
  if (outcome.kind === "problem" && app.state.composer.text === "") app.update({ composer });
}
