/** Reads Discord's Markdown into a tree: the library's rules, with lists, small lines and headings as Discord has them. */
import { rulesExtended, SimpleMarkdown } from "discord-markdown-parser";

export interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly id?: string;
  readonly level?: number;
  readonly items?: readonly (readonly Node[])[];
  readonly ordered?: boolean;
  readonly start?: number;
  readonly timestamp?: string;
  readonly format?: string;
  readonly name?: string;
  readonly fullName?: string;
}

const { defaultRules, parserFor } = SimpleMarkdown;
/** An item goes on over indented lines; unlike in Markdown at large, any other line ends the list. */
const LIST =
  /^( *)(?:[*-] +[^\n]+(?:\n(?:\1[*-] +|\1 {2,})[^\n]+)*|\d+\. +[^\n]+(?:\n(?:\1\d+\. +|\1 {2,})[^\n]+)*)(?:\n|$)/;
const SMALL = /^-# +([^\n]+)(?:\n|$)/;
const HEADING = /^(#{1,3}) +([^\n]+?) *#*(?:\n|$)/;
const isLineStart = (before: string | undefined): boolean => before === undefined || /(?:^|\n) *$/.test(before);

/** The library recognises the start of a line only after some of the blocks that end lines. */
const atLineStart =
  (pattern: RegExp) =>
  (source: string, _: unknown, before: string): RegExpExecArray | null =>
    isLineStart(before) ? pattern.exec(source) : null;

const ownRules = Object.entries(rulesExtended).map(([name, rule]) => {
  const pattern = { subtext: SMALL, heading: HEADING }[name];
  return [name, pattern === undefined ? rule : { ...rule, match: atLineStart(pattern) }] as const;
});

const parse = parserFor(
  {
    ...Object.fromEntries(ownRules),
    list: {
      ...defaultRules.list,
      // Before the text, and after what begins a line otherwise.
      order: 7,
      match: atLineStart(LIST),
      parse([whole = ""], parse, state) {
        const items = splitItems(whole);
        const [, , number] = /^( *)(\d+)?/.exec(whole) ?? [];
        const start = number === undefined ? undefined : Number(number);
        return {
          ordered: number !== undefined,
          start,
          items: items.map((item) => parse(item, { ...state, prevCapture: null })),
        };
      },
    },
  },
  { inline: true },
);

/** The texts of a list's items, without their marks; what is indented deeper stays with its item. */
function splitItems(list: string): string[] {
  const indent = /^ */.exec(list)?.[0].length ?? 0;
  const items: string[] = [];
  for (const line of list.replace(/\n$/, "").split("\n")) {
    const mark = /^( *)(?:[*-]|\d+\.) +(.*)$/.exec(line);
    if (mark && (mark[1] ?? "").length <= indent + 1) items.push(mark[2] ?? "");
    else items.push(`${items.pop() ?? ""}\n${line.slice(indent + 2)}`);
  }
  return items;
}

export const readMarkdown = (text: string): readonly Node[] => parse(text);
