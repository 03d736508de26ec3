/** Reads `/name option: value` as it is typed: which command it is, what its options hold, which one is being filled in. */
import { ApplicationCommandOptionType, ApplicationCommandType } from "discord-api-types/payloads/v10";

/** In the language of the person who types, as everything here is; `sentName` is the same in all languages. */
export interface LineOption extends Declared {
  readonly sentName: string;
}

export interface CommandLine {
  /** The name, then group and subcommand if there are any, separated by spaces. */
  readonly path: string;
  readonly sentPath: string;
  readonly description: string;
  readonly options: readonly LineOption[];
}

export type Typed =
  /** The name is not whole yet. */
  { readonly stage: "naming"; readonly typed: string } | Filling;

export interface Filling {
  readonly stage: "filling";
  readonly line: CommandLine;
  readonly values: Readonly<Record<string, string>>;
  /** The option that the caret is in. */
  readonly focused?: LineOption | undefined;
  /** Where in the text the value of `focused` is. */
  readonly span: readonly [from: number, to: number];
}

type Translations = Readonly<Record<string, string | null>> | null;

interface Named {
  readonly name: string;
  readonly name_localizations?: Translations | undefined;
}

/** A command, or an option of one, as far as its line shows it. */
interface Declared extends Named {
  readonly type: number;
  readonly description: string;
  readonly description_localizations?: Translations | undefined;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly options?: readonly Declared[];
  readonly choices?: readonly (Named & { readonly value: string | number })[];
}

const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
const isGroup = ({ type }: Declared): boolean => type === Subcommand || type === SubcommandGroup;

/** Each thing that can be typed after a slash, in the language `locale` as far as the bot has translated it. */
export function listLines(commands: readonly Declared[], locale: string): CommandLine[] {
  const unfold = (declared: Declared, path: readonly string[], sentPath: readonly string[]): CommandLine[] => {
    const here = [...path, nameIn(declared, locale)];
    const sentHere = [...sentPath, declared.name];
    const options = declared.options ?? [];
    const deeper = options.filter(isGroup);
    if (deeper.length > 0) return deeper.flatMap((inner) => unfold(inner, here, sentHere));
    const { description } = translate(declared, locale);
    const translated = options.map((option) => translate(option, locale));
    return [{ path: here.join(" "), sentPath: sentHere.join(" "), description, options: translated }];
  };
  return commands
    .filter(({ type }) => type === ApplicationCommandType.ChatInput)
    .flatMap((command) => unfold(command, [], []))
    .sort((a, b) => a.path.localeCompare(b.path, "en"));
}

export const nameIn = ({ name, name_localizations: translations }: Named, locale: string): string =>
  translations?.[locale] ?? name;

const translate = (declared: Declared, locale: string): LineOption => ({
  ...declared,
  sentName: declared.name,
  name: nameIn(declared, locale),
  description: declared.description_localizations?.[locale] ?? declared.description,
  ...(declared.choices && {
    choices: declared.choices.map((choice) => ({ ...choice, name: nameIn(choice, locale) })),
  }),
});

/** Returns undefined for an ordinary message. */
export function readLine(text: string, caret: number, lines: readonly CommandLine[]): Typed | undefined {
  if (!text.startsWith("/") || text.includes("\n")) return undefined;
  const line = lines
    .filter(({ path }) => text.startsWith(`/${path} `))
    .sort((a, b) => b.path.length - a.path.length)[0];
  if (line === undefined) return { stage: "naming", typed: text.slice(1) };

  const slots = findSlots(text, line);
  const here = slots.findLast(({ from }) => from <= caret);
  return {
    stage: "filling",
    line,
    values: Object.fromEntries(slots.map(({ option, from, to }) => [option.name, text.slice(from, to).trim()])),
    focused: here?.option,
    span: here ? [here.from, here.to] : [caret, caret],
  };
}

interface Slot {
  readonly option: LineOption;
  readonly from: number;
  readonly to: number;
}

/** Text before any option's name belongs to the first option, as on Discord. */
function findSlots(text: string, { path, options }: CommandLine): Slot[] {
  const start = path.length + 2;
  const marks = options
    .flatMap((option) => {
      const at = new RegExp(`(?<=\\s)${option.name}[:：] ?`).exec(text);
      return at ? [{ option, at: at.index, from: at.index + at[0].length }] : [];
    })
    .sort((a, b) => a.at - b.at);
  const [first] = options;
  const loose = text.slice(start, marks[0]?.at).trim() !== "";
  const named = first !== undefined && loose && !marks.some(({ option }) => option === first);
  const all = named ? [{ option: first, at: start, from: start }, ...marks] : marks;
  return all
    .map(({ option, from }, index) => ({ option, from, to: (all[index + 1]?.at ?? text.length + 1) - 1 }))
    .map((slot) => ({ ...slot, to: Math.max(slot.from, slot.to) }));
}
