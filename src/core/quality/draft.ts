/** Reviews a draft of an answer or of phrasings: puts it into a copy of the data files, and parses that as usual. */
import { formatProblem, type Problem } from "friendly-yaml";
import { type Document, isMap, parseDocument, Scalar, stringify, YAMLMap } from "yaml";
import { type DataFiles, isList, withEnding } from "../data/data-files.js";
import type { Entry } from "../data/knowledge.js";
import { parse } from "../data/parse.js";
import { escapeQuestion } from "../data/question-list.js";
import type { CalendarDate } from "../values/calendar.js";
import { ownValue } from "../values/own-value.js";
import { checkDates } from "./dates.js";
import { checkCited, checkHouseStyle } from "./house-style.js";

export interface Draft {
  /** The id of a new entry, or of an existing one that would change. */
  readonly id: string;
  /** The file that a new entry goes into, without `.yaml`; an existing one stays where it is. */
  readonly topic: string;
  /** Missing if only phrasings are added. */
  readonly entry?: DraftedEntry;
  /** Phrasings that the entry already has are skipped. */
  readonly phrasings: readonly string[];
  readonly today: CalendarDate;
}

export interface DraftedEntry {
  readonly question: string;
  readonly answer: string;
  /** Each is a source's id and, after a space, the place in it. If empty, an existing entry keeps its sources. */
  readonly cites: readonly string[];
}

/** What is to be pasted into a data file: whole lines. */
export interface Snippet {
  /** Such as `answers/dates.yaml`. */
  readonly file: string;
  /** The part of the file that it replaces or goes below; missing if it goes to the end. */
  readonly at?: { readonly id: string; readonly placement: "instead" | "below" };
  readonly text: string;
}

export type Reviewed = { readonly paste: readonly Snippet[] } & (
  | {
      readonly kind: "good";
      /** Missing if the phrasings are those of `app-status`. */
      readonly entry?: Entry;
      /** What a check would advise on the drafted text, a line each. */
      readonly advice: readonly string[];
    }
  /** One line each, in words for the author of the draft. */
  | { readonly kind: "bad"; readonly problems: readonly string[] }
);

const WIDTH = 100;

/** Puts `draft` into a copy of `files`, which must be good, and parses it. Pure; takes about a second. */
export function review(files: DataFiles, draft: Draft): Reviewed {
  const edited = new Map(files);
  const paste: Snippet[] = [];
  const put = (folder: string, edit: (text: string) => Edited): void => {
    const file = fileOf(files, folder, draft) ?? withEnding(`${folder}/${draft.topic}`);
    const { text, snippet } = edit(new TextDecoder().decode(files.get(file)).replace(/[^\n]$/, "$&\n"));
    paste.push({ file, ...snippet });
    edited.set(file, new TextEncoder().encode(text));
  };
  const { entry, id, phrasings } = draft;
  if (entry !== undefined) put("answers", (text) => putEntry(text, draft, entry));
  if (phrasings.length > 0) put("phrasings", (text) => putPhrasings(text, id, phrasings));

  const parsed = parse(edited);
  if (parsed.kind === "bad")
    return { kind: "bad", problems: parsed.problems.map((problem) => describe(problem, draft, edited)), paste };
  const found = ownValue(parsed.knowledge.entries, id);
  const advice = [checkHouseStyle, checkDates, checkCited]
    .flatMap((check) => [...check(parsed.read)])
    .filter((finding) => finding.entry === id && entry !== undefined)
    .map((finding) => describe(finding, draft, edited));
  return { kind: "good", advice, paste, ...(found && { entry: found }) };
}

/** The content of a file with the draft, and what to paste into it to get that. */
interface Edited {
  readonly text: string;
  readonly snippet: Omit<Snippet, "file">;
}

function fileOf(files: DataFiles, folder: string, { id }: Draft): string | undefined {
  const start = isList(folder) ? headingOf(id) : new RegExp(`^["']?${escaped(id)}["']?:`, "m");
  return [...files.keys()].find(
    (file) => file.startsWith(`${folder}/`) && start.test(new TextDecoder().decode(files.get(file))),
  );
}

const headingOf = (id: string): RegExp => new RegExp(`^[ \\t]*\\[ *${escaped(id)} *\\][ \\t]*$`, "m");

const escaped = (id: string): string => id.replace(/\W/g, "\\$&");

function putEntry(before: string, { id, today }: Draft, { question, answer, cites }: DraftedEntry): Edited {
  const document: Document = parseDocument(before, { stringKeys: true });
  document.contents ??= document.createNode({});
  const isThere = document.has(id);
  const present = document.get(id);
  const entry = isMap(present) ? present : new YAMLMap();
  const text = new Scalar(answer);
  text.type = Scalar.BLOCK_FOLDED;
  const keepsSources = isThere && cites.length === 0;
  const fields = { question, answer: text, ...(!keepsSources && { cites: cites.map(readCite) }), reviewed: today };
  for (const [name, value] of Object.entries(fields)) entry.set(name, document.createNode(value));
  entry.delete("reviewer");
  document.set(id, entry);
  return {
    text: document.toString(),
    snippet: {
      ...(isThere && { at: { id, placement: "instead" } }),
      text: stringify({ [id]: entry }, { lineWidth: WIDTH }),
    },
  };
}

function readCite(line: string): { source: string; at?: string } {
  const [source = "", ...at] = line.trim().split(/\s+/);
  return { source, ...(at.length > 0 && { at: at.join(" ") }) };
}

function putPhrasings(before: string, id: string, lines: readonly string[]): Edited {
  const heading = headingOf(id).exec(before);
  const end = heading === null ? before.length : heading.index + heading[0].length + 1;
  const [section = ""] = before.slice(end).split(/^\s*\[/m, 1);
  const present = new Set(section.split("\n"));
  const added = [...new Set(lines.map(escapeQuestion))].flatMap((line) => (present.has(line) ? [] : `${line}\n`));
  const text = heading === null ? `\n[${id}]\n${added.join("")}` : added.join("");
  return {
    text: `${before.slice(0, end)}${text}${before.slice(end)}`,
    snippet: { ...(heading && { at: { id, placement: "below" } }), text },
  };
}

/** Describes a problem without its line, since the author of the draft can't see the file. */
function describe(problem: Problem, { id }: Draft, files: DataFiles): string {
  const { file, line, entry, field, message, fix } = problem;
  if (entry !== id) return formatProblem(problem);
  const said = fix === undefined ? message : `${message} ${fix}`;
  if (!file.startsWith("phrasings/")) return `${field ?? id}: ${said}`;
  const text = new TextDecoder().decode(files.get(file)).split("\n")[line - 1] ?? "";
  return `phrasing "${text.trim()}": ${said}`;
}
