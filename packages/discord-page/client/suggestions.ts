/** Suggestions while a person types: commands, their options and values, people and channels to mention. */
import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType as OptionType,
} from "discord-api-types/payloads/v10";
import { type CommandLine, type Filling, type LineOption, nameIn } from "./command-line.js";
import { channelsOf, type State, type Suggestion } from "./state.js";

/** Discord's number of choices. */
const MOST = 25;

export function suggestCommands(typed: string, lines: readonly CommandLine[]): Suggestion[] {
  const wanted = typed.toLowerCase();
  const rank = ({ path }: CommandLine) => (path.startsWith(wanted) ? 0 : path.includes(wanted) ? 1 : 2);
  return lines
    .filter((line) => rank(line) < 2)
    .sort((a, b) => rank(a) - rank(b))
    .map((line) => {
      const first = line.options.find(({ required }) => required);
      const text = `/${line.path} ${first ? `${first.name}: ` : ""}`;
      return { kind: "command", label: `/${line.path}`, detail: line.description, text, caret: text.length };
    });
}

/** `choices` are the bot's own, for an option that it completes. */
export function suggestValues(
  text: string,
  typed: Filling,
  state: State,
  choices: readonly APIApplicationCommandOptionChoice[],
): Suggestion[] {
  const { focused, span, values, line } = typed;
  const value = focused === undefined ? "" : (values[focused.name] ?? "");
  const known = focused === undefined ? [] : choicesOf(focused, value, state, choices);
  const taken = known.slice(0, MOST).map(({ name, value: sent }): Suggestion => {
    const before = `${text.slice(0, span[0])}${name}`;
    const after = text.slice(span[1]);
    return {
      kind: "choice",
      label: name,
      detail: "",
      text: `${before}${after || " "}`,
      caret: before.length + 1,
      ...(focused && { value: { option: focused.name, value: sent } }),
    };
  });
  return focused !== undefined && value === "" ? taken : [...taken, ...suggestOptions(text, line, values)];
}

function suggestOptions(text: string, line: CommandLine, values: Filling["values"]): Suggestion[] {
  return line.options
    .filter(({ name }) => values[name] === undefined)
    .map(({ name, description }) => {
      const filled = `${text.trimEnd()} ${name}: `;
      return { kind: "option", label: name, detail: description, text: filled, caret: filled.length };
    });
}

function choicesOf(
  option: LineOption,
  value: string,
  state: State,
  choices: readonly APIApplicationCommandOptionChoice[],
): readonly { readonly name: string; readonly value: string | number }[] {
  const fitting = ({ name }: { name: string }) => name.toLowerCase().includes(value.toLowerCase());
  if (option.autocomplete) {
    return choices.map((choice) => ({ name: nameIn(choice, state.locale), value: choice.value }));
  }
  if (option.choices) return option.choices.filter(fitting);
  const { snapshot } = state;
  if (option.type === OptionType.Channel)
    return (snapshot?.channels ?? [])
      .filter(({ directFor }) => directFor === undefined)
      .map(({ id, name }) => ({ name: `#${name}`, value: id }))
      .filter(fitting);
  if (option.type === OptionType.User)
    return (snapshot?.people ?? []).map(({ id, name }) => ({ name: `@${name}`, value: id })).filter(fitting);
  if (option.type === OptionType.Boolean)
    return ["True", "False"].map((name) => ({ name, value: name })).filter(fitting);
  return [];
}

/** Suggests names after an `@` or a `#` in an ordinary message. */
export function suggestMentions(text: string, caret: number, state: State): Suggestion[] {
  const [, mark, typed = ""] = /(?:^|\s)([@#])([^\s@#]{0,32})$/.exec(text.slice(0, caret)) ?? [];
  const { snapshot } = state;
  if (mark === undefined || snapshot === undefined) return [];
  const people = [
    { name: snapshot.bot.name, detail: "the bot" },
    ...snapshot.people.map(({ name, moderates }) => ({ name, detail: moderates ? "moderator" : "member" })),
  ];
  const channels = channelsOf(state, state.me)
    .filter(({ directFor }) => directFor === undefined)
    .map(({ name, topic }) => ({ name, detail: topic }));
  return (mark === "@" ? people : channels)
    .filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase()))
    .map(({ name, detail }) => {
      const before = `${text.slice(0, caret - typed.length)}${name} `;
      const after = text.slice(caret).replace(/^ /, "");
      return { kind: "mention", label: `${mark}${name}`, detail, text: `${before}${after}`, caret: before.length };
    });
}

/** Returns what is sent for the options, or a sentence that says why it can't be sent. */
export function fillOptions(
  { line, values }: Pick<Filling, "line" | "values">,
  chosen: State["composer"]["chosen"],
  state: State,
): Record<string, string | number | boolean> | string {
  const filled: Record<string, string | number | boolean> = {};
  for (const option of line.options) {
    const { name, sentName, type, required } = option;
    const value = values[name] ?? "";
    if (value === "" && required) return `Fill in ${name} first.`;
    if (value === "") continue;
    const taken = chosen[name]?.label === value ? chosen[name].value : undefined;
    const known = choicesOf(option, value, state, []).find((choice) => choice.name === value)?.value;
    const sent = taken ?? known ?? value;
    if (type === OptionType.String) filled[sentName] = String(sent);
    else if (type === OptionType.Boolean) filled[sentName] = String(sent).toLowerCase() === "true";
    else if (type === OptionType.User || type === OptionType.Channel) {
      if (taken === undefined && known === undefined) return `Choose ${name} from the list.`;
      filled[sentName] = String(sent);
    } else if (Number.isFinite(Number(sent))) filled[sentName] = Number(sent);
    else return `${name} must be a number.`;
  }
  return filled;
}
