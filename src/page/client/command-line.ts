/** Reads `/name option: value` as it is typed: which command it is, what its options hold, which one is being filled in. */
import type { APIApplicationCommand, APIApplicationCommandBasicOption } from "discord-api-types/v10";

export interface CommandLine {
  /** The name, then group and subcommand where there are such, separated by spaces. */
  readonly path: string;
  readonly description: string;
  readonly options: readonly APIApplicationCommandBasicOption[];
}

export type Typed =
  /** The name is not whole yet. */
  | { readonly stage: "naming"; readonly typed: string }
  | {
      readonly stage: "filling";
      readonly line: CommandLine;
      readonly values: Readonly<Record<string, string>>;
      /** The option that the caret is in. */
      readonly focused?: APIApplicationCommandBasicOption | undefined;
      /** Where in the text the value of `focused` is. */
      readonly span: readonly [from: number, to: number];
    };

interface Declared {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly options?: readonly Declared[];
}

const CHAT_INPUT = 1;
const isGroup = ({ type }: Declared): boolean => type === 1 || type === 2;

/** Each thing that can be typed after a slash. */
export function listLines(commands: readonly APIApplicationCommand[]): CommandLine[] {
  const unfold = (path: string, declared: Declared): CommandLine[] => {
    const options = declared.options ?? [];
    const deeper = options.filter(isGroup);
    if (deeper.length > 0) return deeper.flatMap((inner) => unfold(`${path} ${inner.name}`, inner));
    return [
      { path, description: declared.description, options: options as unknown as APIApplicationCommandBasicOption[] },
    ];
  };
  return commands
    .filter(({ type }) => type === CHAT_INPUT)
    .flatMap((command) => unfold(command.name, command as Declared))
    .sort((a, b) => a.path.localeCompare(b.path, "en"));
}

/** Undefined for what is no command: an ordinary message. */
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
  readonly option: APIApplicationCommandBasicOption;
  readonly from: number;
  readonly to: number;
}

/** Text before any option's name is the first option's, as Discord gives it the caret. */
function findSlots(text: string, { path, options }: CommandLine): Slot[] {
  const start = path.length + 2;
  const marks = options
    .flatMap((option) => {
      const at = new RegExp(`(?<=\\s)${option.name}: ?`).exec(text);
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
