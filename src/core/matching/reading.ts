/** Reads a question as the matcher sees it: misspelt words mended, apps' names masked, the rest as it was typed. */
import type { Knowledge } from "../data/knowledge.js";
import type { Speller } from "../text/spelling.js";
import { beginningsOf, isHan, nameKey, tokenise } from "../text/text.js";
import { memoise } from "../values/memoise.js";
import type { AppNames, Mention } from "./app-names.js";
import { APP_TOKEN, type MaskedQuestion, ORDER_TOKEN } from "./features.js";
import { isVenue } from "./venues.js";

export interface Repair {
  readonly typed: string;
  readonly meant: string;
}

export interface Reading extends MaskedQuestion {
  /** Every place that names an app; the ids in `apps` are the likeliest of each. */
  readonly mentions: readonly Mention[];
  readonly repairs: readonly Repair[];
  /** Words that neither the curated data nor English know, which may be the name of something. */
  readonly unknown: readonly string[];
}

export interface UnlistedReading extends Reading {
  /** Whether the data lists the name, and it is not just a word that nothing knows. */
  readonly isListed: boolean;
  /** The apps that the unknown name may be a bad misspelling of. */
  readonly nearMisses: readonly string[];
}

export interface Reader {
  read(question: string): Reading;
  /** Reads the question as if the app that the list does not know were one; undefined where it names none. */
  readWithUnlistedApp(question: string): UnlistedReading | undefined;
}

/** Returns the same reader for many texts of which some come again: it reads each once, and remembers them all. */
export const rememberReadings = (reader: Reader): Reader => ({ ...reader, read: memoise(reader.read) });

/** Replaces the name of an app that is only the place where something was said. */
const VENUE = "online";

/** Unknown words beyond these are left as they are: bounds the work on a page of gibberish. */
const MAX_REPAIRS = 8;

/** `isKnownWord`: curated or common English words, which are never repaired. `speller` knows the curated ones. */
export function createReader(
  { apps: known, order, misspelt }: Pick<Knowledge, "apps" | "order" | "misspelt">,
  names: AppNames,
  isKnownWord: (word: string) => boolean,
  speller: Speller<string>,
): Reader {
  const meantBy = new Map(Object.entries(misspelt).flatMap(([meant, words]) => words.map((word) => [word, meant])));
  const orderNames = new Set(order.names.map(nameKey));
  const beginnings = beginningsOf(orderNames);
  /** Where a name of the order that begins at `from` ends: the longest one; `from` itself where none begins. */
  const endOfOrderName = (tokens: readonly string[], from: number): number => {
    let end = from;
    let key = "";
    for (let to = from + 1; to <= tokens.length; to++) {
      key += tokens[to - 1];
      if (!beginnings.has(key)) break;
      if (orderNames.has(key)) end = to;
    }
    return end;
  };
  /** Masks each name of the order in `tokens`, and reads every other word by `readWord`. */
  function maskOrder(tokens: readonly string[], readWord: (word: string) => string): string[] {
    const words: string[] = [];
    for (let at = 0; at < tokens.length; ) {
      const end = endOfOrderName(tokens, at);
      words.push(end > at ? ORDER_TOKEN : readWord(tokens[at] ?? ""));
      at = Math.max(end, at + 1);
    }
    return words;
  }
  const findUnknown = (tokens: readonly string[]): readonly [from: number, to: number] | undefined => {
    const unknown = tokens.findIndex((word) => !isHan(word) && !isKnownWord(word));
    return unknown < 0 ? undefined : [unknown, unknown + 1];
  };
  /** Reads `tokens` from left to right, with `word` in the place of each app's name. */
  function readAround(
    tokens: readonly string[],
    places: readonly (Pick<Mention, "from" | "to"> & { readonly word: string })[],
  ) {
    const words: string[] = [];
    const unknown: string[] = [];
    const repairs: Repair[] = [];
    let tried = 0;
    const nearestTo = (word: string) =>
      word.length >= 3 && tried++ < MAX_REPAIRS ? speller.nearest(word)[0] : undefined;
    const readWord = (word: string): string => {
      const isRight = !meantBy.has(word) && (isHan(word) || isKnownWord(word) || /\d/.test(word));
      if (isRight) return word;
      const meant = meantBy.get(word) ?? nearestTo(word);
      if (meant === undefined) unknown.push(word);
      else repairs.push({ typed: word, meant });
      return meant ?? word;
    };
    const readPart = (part: readonly string[]): void => {
      // Twice, since a word of the order's name may have been mended.
      words.push(...maskOrder(maskOrder(part, readWord), (word) => word));
    };
    let read = 0;
    for (const { from, to, word } of places) {
      readPart(tokens.slice(read, from));
      words.push(word);
      read = to;
    }
    readPart(tokens.slice(read));
    return { words, unknown, repairs };
  }

  return {
    readWithUnlistedApp(question) {
      const tokens = tokenise(question);
      const listed = names.findUnlisted(tokens);
      const place = listed ?? findUnknown(tokens);
      if (place === undefined) return undefined;
      const [from, to] = place;
      const nearMisses = to - from === 1 ? names.nearMisses(tokens[from] ?? "") : [];
      const masked = { apps: [], standings: ["look-alike"], mentions: [] };
      return {
        ...readAround(tokens, [{ from, to, word: APP_TOKEN }]),
        ...masked,
        isListed: listed !== undefined,
        nearMisses,
      };
    },
    read(question) {
      const tokens = tokenise(question);
      const named = names.find(tokens);
      const places = named.map((mention) => ({
        ...mention,
        word: isVenue(tokens, mention, named) ? VENUE : APP_TOKEN,
      }));
      const mentions = named.filter((_, at) => places[at]?.word !== VENUE);
      const { words, unknown, repairs } = readAround(tokens, places);
      const mended = mentions.flatMap(({ repaired, from, to }) =>
        repaired === undefined ? [] : [{ typed: tokens.slice(from, to).join(" "), meant: repaired }],
      );
      const apps = mentions.map((mention) => mention.apps[0]);
      const standings = apps.map((app) => known[app]?.standing ?? "look-alike");
      return { words, apps, standings, mentions, repairs: [...mended, ...repairs], unknown };
    },
  };
}
