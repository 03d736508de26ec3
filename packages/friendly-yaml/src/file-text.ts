/** Decodes a data file, and finds what an editor, a tool or a slip of the hand left in it. */
import type { Problem } from "./problem.js";
import { findUnseen } from "./unseen.js";

/** Larger files are refused unread. The largest that people wrote has an eighth of that. */
const MAX_BYTES = 2_000_000;

const SAVE_AS_UTF8 = "Save it again with the encoding UTF-8.";

interface Leftover {
  /** The problem is at the match, without the first group if there is one. */
  readonly pattern: RegExp;
  readonly message: string;
  readonly fix: string;
}

/** What no line of a data file begins with. */
const LEFTOVERS: readonly Leftover[] = [
  {
    pattern: /^```.*/,
    message: "This mark of a pasted block belongs to chats and pages, not to data files.",
    fix: "Delete the line.",
  },
  {
    pattern: /^\+(?= *(?:- |[\w-]+:))/,
    message: "This + was pasted along: it marks a new line where changes are shown.",
    fix: "Take the + away, and keep the spaces behind it.",
  },
  {
    pattern: /^ *[\u00a0\u2000-\u200a\u202f\u3000]+ *(?=- |[\w-]+:)/,
    message: "A space of another kind stands at the start of this line.",
    fix: "Delete all that is before the first letter or dash, and type ordinary spaces, two for each step.",
  },
];

/** Finds each conflict that a merge left in the file once, by its first line if that is still there. */
const mergeIn = (text: string): Leftover => ({
  pattern: /^[ \t]*<{7}(?: |$)/m.test(text) ? /^([ \t]*)<{7}(?: .*)?$/ : /^([ \t]*)(?:={7}|\|{7}|>{7})(?: .*)?$/,
  message: "A mark of an unfinished merge: the lines around it are there in two versions.",
  fix: "Keep one version, and delete the other and the lines that begin with <<<<<<<, ======= and >>>>>>>.",
});

/** Returns the text of `bytes`, without a byte-order mark and with `\n` line ends, or every problem with it. */
export function readText(
  file: string,
  bytes: Uint8Array,
): { readonly text: string } | { readonly problems: readonly Problem[] } {
  const whole = (message: string, fix: string) => ({ problems: [{ file, line: 1, column: 1, message, fix }] });
  if (bytes.length > MAX_BYTES)
    return whole(
      `The file is larger than ${MAX_BYTES / 1_000_000} MB.`,
      "Was something else pasted into it? Go back to the version before.",
    );
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16) return whole("The file is not UTF-8 text but UTF-16, which Windows tools write.", SAVE_AS_UTF8);
  if (bytes.includes(0))
    return whole(
      "The file is not text: it holds a zero byte, as pictures and programs do.",
      "Go back to the version before.",
    );
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { problems: [notUtf8(file, bytes)] };
  }
  text = text.replace(/\r\n?/g, "\n");
  if (text.trim() === "")
    return whole("The file is empty.", "Go back to the version before, or delete the file if it is to go.");
  const leftovers = [mergeIn(text), ...LEFTOVERS];
  const hasUnseen = findUnseen(text).length > 0;
  const problems = text.split("\n").flatMap((content, index) => {
    const line = index + 1;
    const strange = leftovers.flatMap(({ pattern, message, fix }) => {
      const [whole, before = ""] = pattern.exec(content) ?? [];
      if (whole === undefined) return [];
      return [{ file, line, column: before.length + 1, length: whole.length - before.length, message, fix }];
    });
    const unseen = (hasUnseen ? findUnseen(content) : []).map(({ at, ...rest }) => ({
      file,
      line,
      column: at + 1,
      ...rest,
    }));
    return [...strange, ...unseen];
  });
  return problems.length === 0 ? { text } : { problems };
}

/** Returns the first place that is not UTF-8. The text before it is decoded to count its lines. */
function notUtf8(file: string, bytes: Uint8Array): Problem {
  const decoded = new TextDecoder("utf-8").decode(bytes);
  const before = decoded.slice(0, Math.max(0, decoded.indexOf("\ufffd"))).split("\n");
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { file, ...place, message: "From here on the file is not UTF-8 text.", fix: SAVE_AS_UTF8 };
}
