/** Recognises the apps that a text speaks of, and never takes a look-alike for the app that it resembles. */
import Fuse from "fuse.js";
import type { Knowledge } from "../data/knowledge.js";
import { createSpeller } from "../text/spelling.js";
import { isHan, nameKey, tokenise } from "../text/text.js";

/** One place where a text names an app. `apps` has several where the name is ambiguous, the likeliest first. */
export interface Mention {
  readonly apps: readonly [string, ...string[]];
  /** The tokens `from` (included) to `to` (excluded). */
  readonly from: number;
  readonly to: number;
  /** The name as it is curated, where the text had it misspelt. */
  readonly repaired?: string;
}

export interface AppNames {
  /** The apps named in a sentence, from left to right, the longest name first: "wechat pay" is never WeChat. */
  find(tokens: readonly string[]): readonly Mention[];
  /** The apps whose names are near what was typed so far, best first: for autocomplete and "did you mean". */
  nearest(typed: string, limit: number): readonly string[];
  /** The app that `typed`, a whole `app` field, names. */
  resolve(typed: string): AppFieldReading;
}

export type AppFieldReading =
  | { readonly kind: "app"; readonly app: string }
  | { readonly kind: "several"; readonly apps: readonly [string, ...string[]] }
  | { readonly kind: "unknown"; readonly nearest: readonly string[] };

interface Unlisted {
  readonly to: number;
}

interface Name {
  readonly apps: readonly [string, ...string[]];
  readonly inSentence: readonly [string, ...string[]];
  readonly written: string;
  readonly words: readonly string[];
}

/** In words, a Chinese character counting as one. */
const LONGEST_NAME = 8;
const LONGEST_MISSPELT = 3;
/** Unknown words that are compared with every name, at most: bounds the work on a page of gibberish. */
const MAX_REPAIRS = 8;

/** `isKnownWord` tells words that people mean as they wrote them, which are never repaired into a name. */
export function createAppNames(knowledge: Knowledge, isKnownWord: (word: string) => boolean): AppNames {
  const names = indexNames(knowledge);
  const unlisted = new Set(knowledge.unlisted.map(nameKey));
  const speller = createSpeller([...names].filter(([key]) => key.length >= 5 && !isHan(key)));
  const fuse = new Fuse(
    Object.values(knowledge.apps).map((app) => ({ id: app.id, names: [app.name, ...app.names] })),
    { keys: ["names"], includeScore: true, threshold: 0.34, ignoreLocation: true, minMatchCharLength: 2 },
  );

  /** Also where the name of an app that is not in the data ends: a known one inside it is not meant. */
  function matchAt(tokens: readonly string[], from: number, mayRepair: () => boolean): Mention | Unlisted | undefined {
    let exact: Mention | undefined;
    for (let to = Math.min(tokens.length, from + LONGEST_NAME); to > from && !exact; to--) {
      const key = tokens.slice(from, to).join("");
      const name = names.get(key);
      if (name && !isPlainEnglish(tokens, from, to)) exact = { apps: name.inSentence, from, to };
      else if (unlisted.has(key)) return { to };
    }
    if (isHan(tokens[from] ?? "")) return exact;
    for (let to = Math.min(tokens.length, from + LONGEST_MISSPELT); to > (exact?.to ?? from); to--) {
      const window = tokens.slice(from, to);
      const key = window.join("");
      if (window.every(isKnownWord) || window.some(isHan) || key.length < 5 || !mayRepair()) continue;
      const [name, other] = speller.nearest(key);
      if (name && other === undefined && isMisspelling(window, name))
        return { apps: name.inSentence, from, to, repaired: name.written };
    }
    return exact;
  }

  /** The words that differ from the name must be no words in their own right: "tencent say" is not "tencent pay". */
  function isMisspelling(window: readonly string[], { words }: Name): boolean {
    const differing = window.filter((word) => !words.includes(word));
    return differing.length > 0 && differing.every((word) => !isKnownWord(word));
  }

  function find(tokens: readonly string[]): Mention[] {
    const mentions: Mention[] = [];
    let repairs = 0;
    const mayRepair = () => repairs++ < MAX_REPAIRS * 3;
    for (let at = 0; at < tokens.length; ) {
      const mention = matchAt(tokens, at, mayRepair);
      if (mention && "apps" in mention) mentions.push(mention);
      at = mention?.to ?? at + 1;
    }
    return mentions;
  }

  const nearest = (typed: string, limit: number): string[] =>
    fuse.search(typed.slice(0, 60), { limit }).map(({ item }) => item.id);

  return {
    find,
    nearest,
    resolve(typed) {
      const tokens = tokenise(typed);
      const whole = names.get(tokens.join(""));
      if (whole) return fromApps(whole.apps);
      const misspelt = speller.nearest(tokens.join(""));
      if (tokens.length <= 4 && misspelt.length > 0) return fromApps(misspelt.flatMap(({ apps }) => apps));
      const named = find(tokens).flatMap(({ apps }) => apps);
      if (named.length > 0) return fromApps(named);
      return { kind: "unknown", nearest: nearest(typed, 3) };
    },
  };
}

function fromApps(apps: readonly string[]): AppFieldReading {
  const [app, ...others] = new Set(apps);
  if (app === undefined) return { kind: "unknown", nearest: [] };
  return others.length === 0 ? { kind: "app", app } : { kind: "several", apps: [app, ...others.slice(0, 4)] };
}

function indexNames({ apps, ambiguous }: Knowledge): Map<string, Name> {
  const index = new Map<string, Name>();
  const add = (written: string, meant: Name["apps"], inSentence: Name["apps"]) => {
    const words = tokenise(written);
    index.set(words.join(""), { apps: meant, inSentence, written, words });
  };
  for (const app of Object.values(apps))
    for (const name of [app.id, app.name, ...app.names]) add(name, [app.id], [app.id]);
  for (const [name, { means, "in-a-sentence": inSentence }] of Object.entries(ambiguous)) {
    const [first, ...rest] = means;
    if (first !== undefined) add(name, [first, ...rest], inSentence === undefined ? [first, ...rest] : [inSentence]);
  }
  return index;
}

const FUNCTION_WORDS = new Set(["it", "we", "us", "me", "i"]);
const BEFORE_A_NAME = new Set(
  "is was about use using delete deleting called app on has have had makes made owns".split(" "),
);
const AFTER_A_NAME = new Set(
  "ban banned on app is was list listed legal safe named covered still allowed an a".split(" "),
);

/** "Share it" and "we chat" are English as well as names: then the words around must show that an app is meant. */
function isPlainEnglish(tokens: readonly string[], from: number, to: number): boolean {
  if (to - from === 1 || !tokens.slice(from, to).some((word) => FUNCTION_WORDS.has(word))) return false;
  const alone = from === 0 && to === tokens.length;
  return !alone && !BEFORE_A_NAME.has(tokens[from - 1] ?? "") && !AFTER_A_NAME.has(tokens[to] ?? "");
}
