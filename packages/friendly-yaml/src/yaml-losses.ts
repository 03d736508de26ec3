/** Finds what YAML accepts although it was not meant: text that is dropped, joined or read as a command. */
import { type Document, isSeq, visit } from "yaml";
import { findUnseen } from "./unseen.js";

/** A mistake at a place, given as offsets into the text, and what to do. */
export interface Loss {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  readonly fix: string;
}

const IN_QUOTES = 'Put the whole text into quotes, "like this".';

/** Returns every loss in document order. Anchors, aliases and tags count as losses: people do not mean them. */
export function findLosses(document: Document, text: string): Loss[] {
  const losses: Loss[] = [];
  const add = (from: number, to: number, message: string, fix = IN_QUOTES) => losses.push({ from, to, message, fix });
  visit(document, {
    Alias(_, { range, source }) {
      const [from, to] = range ?? [0, 1, 1];
      add(from, to, `\`*${source}\` is not text but a reference to another place, which data files don't use.`);
    },
    Value(_, node, path) {
      const [from = 0, to = 1] = node.range ?? [];
      const mark = node.anchor === undefined ? node.tag : `&${node.anchor}`;
      if (mark !== undefined) {
        add(from, to, `A word that begins with \`${mark[0] === "&" ? "&" : "!"}\` is a command to YAML and not text.`);
        return;
      }
      if (!("value" in node) || typeof node.value !== "string") return;
      const { value } = node;
      const [unseen] = findUnseen(value);
      if (unseen !== undefined) add(from, to, unseen.message, "Delete the backslash and the code behind it.");
      if (node.type !== "PLAIN") return;
      const source = text.slice(from, to);
      if (isSeq(path.at(-1)) && source.includes("\n"))
        add(
          from,
          to,
          "These lines are read as one text.",
          "Begin each with a dash and a space, `- `, or make it one line.",
        );
      else if (/^[“”„"＂「『].*[“”"＂」』]$|^[“„＂][^”＂]*$/s.test(value))
        add(
          from,
          to,
          "Curly quotes, or others that only look like quotes here, stand around this text and would be shown as part of it.",
          'Put straight quotes, ", in their place.',
        );
      else if (value.replace(/[^"]/g, "").length % 2 === 1)
        add(from, to, "This text has a quote at one end only.", 'Put a quote, ", at both ends or at neither.');
      else if (/\s/.test(value) && / #/.test(restOfLine(text, to)))
        add(
          to,
          to + restOfLine(text, to).length,
          "What stands behind ` #` is a comment and is not read.",
          `${IN_QUOTES} A comment has a line of its own.`,
        );
    },
  });
  return losses;
}

function restOfLine(text: string, from: number): string {
  const end = text.indexOf("\n", from);
  return text.slice(from, end < 0 ? undefined : end);
}
