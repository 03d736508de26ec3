/** Finds the slip in a line of YAML that made it unreadable: the parser's own words are no help to people who don't program. */

/** A mistake in a line: its place (`column` counts from 1), and what to do. */
export interface Slip {
  readonly column: number;
  readonly length: number;
  readonly message: string;
  readonly fix: string;
}

interface Kind {
  /** The slip is at the first group if there is one, else at the whole match. */
  readonly pattern: RegExp;
  readonly message: (found: string) => string;
  readonly fix: string;
  /** The text before the slip has to be the name of a field. */
  readonly isBehindField?: true;
}

const IN_QUOTES = 'Put the whole text into quotes, "like this", or on lines of its own below `>-`.';

const BETWEEN_FIELDS = "Between `{` and `}` a comma stands between one field and the next.";

/** Matches `- ` and `name: ` before a value, also inside `{ … }`. */
const LEAD = String.raw`^\s*(?:- )?(?:\{ ?)?(?:[\w.()-]+: +)?`;

/** The first that matches is reported. */
const KINDS: readonly Kind[] = [
  {
    pattern: /^ *(\t+)/d,
    message: () => "A tab stands at the start of this line.",
    fix: "Put spaces in its place, two for each step.",
  },
  {
    pattern: /^\s*([–—−•])\s*\S/d,
    message: (mark) => `This ${mark} is no hyphen, though it may look like one.`,
    fix: "Write an ordinary hyphen and a space, `- `, in its place.",
  },
  {
    pattern: /^\s*(\*) /d,
    message: () => "An item of a list begins with a hyphen, and not with *.",
    fix: "Write `- ` in its place.",
  },
  {
    pattern: /^\s*(?:- )?(?:[\w.()-]+: +)?([“”„＂「『].*)$/d,
    message: () => "Quotes other than straight ones stand here, which do nothing.",
    fix: 'Put straight quotes, ", around the text.',
  },
  {
    pattern: /^\s*(?:- )?[\w-]+(：)/d,
    message: () => "This is a Chinese colon.",
    fix: "Write an ordinary colon and a space, `: `, in its place.",
  },
  {
    pattern: /^\s*(?:- |[\w.()-]+: +)"(?:[^"\\]|\\.)*" *(,) *$/d,
    message: () => "A comma stands behind this text.",
    fix: "Take it away: each text has a line of its own.",
  },
  {
    pattern: /^\s*(?:- )?[\w-]+: +[[{](?:[^"']*,)? *(,)/d,
    message: () => "Nothing stands before this comma.",
    fix: "Take the comma away, or write what is missing.",
  },
  {
    pattern: /\{[^{}]*?[\w-]+: +[^,:{}[\]"']*[^\s,:{}[\]"']( +)(?=[a-z-]+: )/d,
    message: () => "A comma is missing here.",
    fix: BETWEEN_FIELDS,
  },
  {
    pattern: new RegExp(`${LEAD}(")(?:[^"\\\\]|\\\\.)*$`, "d"),
    message: () => "The text that begins with this quote has no quote at its end.",
    fix: 'Put a straight quote, ", behind the text.',
  },
  {
    pattern: new RegExp(`${LEAD}(')(?:[^']|'')*$`, "d"),
    message: () => "The text that begins with this quote has no quote at its end.",
    fix: "Put a straight quote, ', behind the text; an apostrophe inside such a text is written twice, ''.",
  },
  {
    pattern: new RegExp(`${LEAD}"(?:[^"\\\\]|\\\\.)*"([^\\s,:}\\]#][^"]*.*)$`, "d"),
    message: () => "The text in quotes ends before this.",
    fix: "Put single quotes around a text that holds double ones: 'so \"this\" works'.",
  },
  {
    pattern: new RegExp(`${LEAD}'(?:[^']|'')*'([^\\s,:}\\]#].*)$`, "d"),
    message: () => "The text in single quotes ends before this: an apostrophe ended it.",
    fix: "Write the apostrophe twice, '', or put double quotes around the text.",
  },
  {
    pattern: /"(?:[^"\\]|\\.)*"( +)(?=[a-z]+:)/d,
    message: () => "A comma is missing here.",
    fix: BETWEEN_FIELDS,
  },
  {
    pattern: /^\s*(?:- )?(?:[\w.()-]+: +)?[>|][-+]?( +[^\s#].*)$/d,
    message: () => "The text begins on the same line as `>-`.",
    fix: "Begin it on the next line, two spaces further in than the field's name.",
  },
  {
    pattern: /^\s*(?:- )?[\w.()-]+: +([>|][^\s\d+-].*)$/d,
    message: () => "This is not quite the mark `>-`.",
    fix: "Write `>-`, with an ordinary hyphen, and the text on the lines below it.",
  },
  {
    pattern: /^\s*(?:- )?(?:[\w.()-]+: +)?([@`%*&!])/d,
    message: (mark) => `A text cannot begin with ${mark} unless it is in quotes.`,
    fix: IN_QUOTES,
  },
  {
    pattern: /^\s*(?:- )?(?:[\w.()-]+: +)?((?:\{[^{}]*\}|\[[^[\]]*\])) *[^\s,#]/d,
    message: (bracket) => `A text cannot begin with \`${bracket}\` unless it is in quotes.`,
    fix: IN_QUOTES,
  },
  {
    pattern: /^\s*(?:- )?[\w-]+: +[^\s"'[{>|&*!#][^"]*?(:)(?: |$)/d,
    message: () => "This colon, with a space behind it, makes a field out of the text before it.",
    fix: IN_QUOTES,
  },
  {
    pattern: /^\s*(?:- )?[\w-]+(:)\S/d,
    message: () => "There is no space behind this colon.",
    fix: "Put a space between the colon and the text.",
    isBehindField: true,
  },
  {
    pattern: /^\s*(-)["'\p{L}]/du,
    message: () => "There is no space behind this dash.",
    fix: "Put a space between the dash and the text.",
  },
  {
    pattern: /\\([^\s"\\/0abefnrtvNLPxuU_])/d,
    message: () => "A backslash has a special meaning in double quotes.",
    fix: "Leave it out, or put single quotes around the text.",
  },
  {
    pattern: /^(---.*|\.\.\.)$/d,
    message: () => "This line begins a second document, and a data file is one.",
    fix: "Delete the line.",
  },
];

/** Returns the most likely slip in `line`, or undefined if the line alone looks right. `fields` are names of fields. */
export function findSlip(line: string, fields: readonly string[] = []): Slip | undefined {
  for (const { pattern, message, fix, isBehindField } of KINDS) {
    const match = pattern.exec(line);
    const [from, to] = match?.indices?.[1] ?? match?.indices?.[0] ?? [];
    if (from === undefined || to === undefined) continue;
    if (isBehindField && !fields.includes(line.slice(0, from).replace(/^\s*(?:- )?/, ""))) continue;
    return { column: from + 1, length: Math.max(1, to - from), message: message(line.slice(from, to)), fix };
  }
  return undefined;
}

/** Whether `line` opens a quote and does not close it, which the parser notices only at the end of the file. */
export const opensQuote = (line: string): boolean => /begins with this quote/.test(findSlip(line)?.message ?? "");
