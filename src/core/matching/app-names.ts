/** Recognises the apps that a text names, and never takes a look-alike for the app that it resembles. */
import { editDistance } from "friendly-yaml";
import type { Knowledge } from "../data/knowledge.js";
import { soundOf } from "../text/pinyin.js";
import { createSpeller } from "../text/spelling.js";
import { beginningsOf, isHan, nameKey, tokenise } from "../text/text.js";
import { AFTER_A_NAME, BEFORE_A_NAME, EVERYDAY_NAMES, FUNCTION_WORDS } from "./everyday-names.js";
import { indexNames, type Name } from "./name-index.js";
import { isNear, slipsInName } from "./name-slips.js";

/** One place where a text names an app. `apps` has several where the name is ambiguous, the likeliest first. */
export interface Mention {
  readonly apps: readonly [string, ...string[]];
  /** The tokens `from` (included) to `to` (excluded). */
  readonly from: number;
  readonly to: number;
  /** The app's name, where the text had one misspelt. */
  readonly repaired?: string;
}

export interface AppNames {
  /**
   * Returns the apps named in a sentence, or in an `app` field where everyday words are names, from left to right, the longest
   * name first: "wechat pay" is never WeChat.
   */
  find(tokens: readonly string[], isField?: boolean): readonly Mention[];
  /** Returns where a sentence names an app that the data lists as unknown, as [from, to); undefined where it does not. */
  findUnlisted(tokens: readonly string[]): readonly [from: number, to: number] | undefined;
  /** Returns the apps that `word` may be a bad misspelling of: to offer, never to assume. */
  nearMisses(word: string): readonly string[];
}

/** In words, a Chinese character counting as one. */
const LONGEST_NAME = 8;
const LONGEST_MISSPELT = 3;
/** The most windows of words that are compared with every name: bounds the work on a page of gibberish. */
const MAX_REPAIRS = 24;
/** The most apps offered for a bad misspelling. */
const MAX_OFFERED = 4;

/** `isKnownWord` tells words that people mean as they wrote them, which are never repaired into a name. */
export function createAppNames(knowledge: Knowledge, isKnownWord: (word: string) => boolean): AppNames {
  const names = indexNames(knowledge);
  const listed = [...names.values()];
  const unlisted = new Set(knowledge.unlisted.map(nameKey));
  const beginnings = beginningsOf([...names.keys(), ...unlisted]);
  // Listed misspellings come behind the name, which is shown as the one that was meant.
  const chinese = listed.filter(({ key }) => /\p{Script=Han}{2,}.|.\p{Script=Han}{2,}/u.test(key));
  const sounds = new Map(chinese.reverse().map((name) => [soundsOf(tokenise(name.key)), name]));
  const spelt = [...names].filter(([key]) => key.length >= 4 && !isHan(key));
  const speller = createSpeller(spelt, { slips: slipsInName, most: 2 });
  const farSpeller = createSpeller(spelt, { slips: (typed, name) => slipsInName(typed, name) + 1 });
  /** What a misspelt name is said to have been read as. Some listed names are misspellings themselves. */
  const shownName = ({ apps: [app, another], written }: Name): string =>
    another === undefined ? (knowledge.apps[app]?.name ?? written) : written;

  /** Whether the words `from` to `to` are an everyday word or phrase as well, and nothing around shows that an app is meant. */
  function isEveryday(tokens: readonly string[], from: number, to: number): boolean {
    const words = tokens.slice(from, to);
    const isPhrase = words.length > 1 && words.some((word) => FUNCTION_WORDS.has(word));
    if (!isPhrase && !(words.length === 1 && EVERYDAY_NAMES.has(words[0] ?? ""))) return false;
    if (from === 0 && to === tokens.length) return false;
    // Among Chinese characters a word of Latin letters is a name.
    if (!isPhrase && (isHan(tokens[from - 1] ?? "") || isHan(tokens[to] ?? ""))) return false;
    const isBesideAnother = isName(tokens, from - 1) || isName(tokens, from - 2) || isName(tokens, to + 1);
    return !isBesideAnother && !BEFORE_A_NAME.has(tokens[from - 1] ?? "") && !AFTER_A_NAME.has(tokens[to] ?? "");
  }

  const isName = (tokens: readonly string[], at: number): boolean =>
    names.has(tokens[at] ?? "") && !EVERYDAY_NAMES.has(tokens[at] ?? "");

  /** The longest name that begins at `from`, whether it is of an app in the data or of a listed unknown one. */
  function exactAt(tokens: readonly string[], from: number, isField = false): { to: number; name?: Name } | undefined {
    let found: { to: number; name?: Name } | undefined;
    let key = "";
    for (let to = from + 1; to <= Math.min(tokens.length, from + LONGEST_NAME); to++) {
      key += tokens[to - 1];
      if (!beginnings.has(key)) break;
      const name = names.get(key);
      if ((name || unlisted.has(key)) && (isField || !isEveryday(tokens, from, to)))
        found = { to, ...(name && { name }) };
    }
    return found;
  }

  /** The app whose longer name begins with a listed misspelling of a shorter one: "weechat pay". */
  function longerAt(tokens: readonly string[], from: number, to: number, { apps: [app] }: Name): Mention | undefined {
    const shorter = nameKey(knowledge.apps[app]?.name ?? "");
    for (let end = Math.min(tokens.length, to + LONGEST_MISSPELT - 1); end > to; end--) {
      const longer = names.get(shorter + tokens.slice(to, end).join(""));
      if (longer && longer.apps[0] !== app)
        return { apps: longer.inSentence, from, to: end, repaired: shownName(longer) };
    }
    return undefined;
  }

  /** Both apps where one letter is missing from a longer name: "wechat pa", and in a field "tencent meting" too. */
  function lackingAt(tokens: readonly string[], from: number, to: number, exact: Name, isField: boolean) {
    for (let end = Math.min(tokens.length, to + LONGEST_MISSPELT - 1); end > to; end--) {
      const [key, beside] = [tokens.slice(from, end).join(""), tokens.slice(to, end)];
      if (beside.some((word) => isHan(word) || (!isField && word.length > 2 && isKnownWord(word)))) continue;
      const longer = listed.find(
        (name) =>
          name.key.length === key.length + 1 && name.key.startsWith(exact.key) && editDistance(key, name.key, 1) === 1,
      );
      if (longer && longer.apps[0] !== exact.apps[0])
        return { apps: [...longer.inSentence, ...exact.inSentence] as const, from, to: end };
    }
    return undefined;
  }

  /**
   * The app whose name, of two Chinese characters and more, sounds like what stands at `from`. Behind an exact shorter name
   * one of them must be right: "微信知付" is WeChat Pay, and "微信之父" the father of WeChat.
   */
  function soundingAt(tokens: readonly string[], from: number, exactEnd: number): Mention | undefined {
    for (let to = Math.min(tokens.length, from + LONGEST_NAME); to > exactEnd; to--) {
      if (!isHan(tokens[to - 1] ?? "")) continue;
      const name = sounds.get(soundsOf(tokens.slice(from, to)));
      const written = name === undefined ? [] : tokenise(name.key).slice(exactEnd - from);
      const isNameOf = exactEnd === from || written.some((character, at) => character === tokens[exactEnd + at]);
      if (name && isNameOf) return { apps: name.inSentence, from, to, repaired: shownName(name) };
    }
    return undefined;
  }

  /** The apps whose name is misspelt at `from`, in more words than the exact name there, if any, has. */
  function misspeltAt(tokens: readonly string[], from: number, exactEnd: number, mayRepair: () => boolean) {
    if (tokens.slice(from, from + LONGEST_MISSPELT).every(isKnownWord) || isHan(tokens[from] ?? "")) return undefined;
    for (let to = Math.min(tokens.length, from + LONGEST_MISSPELT); to > exactEnd; to--) {
      const window = tokens.slice(from, to);
      if (window.every(isKnownWord) || window.some(isHan) || window.join("").length < 4 || !mayRepair()) continue;
      const exact = tokens.slice(from, exactEnd).join("");
      const meant = speller.nearest(window.join("")).filter((name) => isMisspelling(window, name, exact));
      const [first, ...rest] = new Set(meant.flatMap(({ inSentence }) => inSentence));
      if (first !== undefined)
        return { apps: [first, ...rest] as const, from, to, repaired: meant.map(shownName)[0] ?? "" };
    }
    return undefined;
  }

  /**
   * Whether all that differs from the name are words of no meaning, so that "tencent say" is not "tencent pay". Behind
   * an exact shorter name, which the longer one must begin with, each of them must itself be near a word of the longer
   * one: "qq wallit" is QQ Wallet, and "wechat plz" is not WeChat Pay.
   */
  function isMisspelling(window: readonly string[], { key, words }: Name, exact: string): boolean {
    const differing = window.filter((word) => !words.includes(word));
    if (differing.length === 0 || differing.some(isKnownWord)) return false;
    return exact === "" || (key.startsWith(exact) && differing.every((word) => isNear(word, words)));
  }

  function find(tokens: readonly string[], isField = false): Mention[] {
    const mentions: Mention[] = [];
    let repairs = 0;
    const mayRepair = () => repairs++ < MAX_REPAIRS;
    for (let at = 0; at < tokens.length; ) {
      const exact = exactAt(tokens, at, isField);
      const misspelt =
        misspeltAt(tokens, at, exact?.to ?? at, mayRepair) ??
        (exact?.name && longerAt(tokens, at, exact.to, exact.name)) ??
        (exact?.name && lackingAt(tokens, at, exact.to, exact.name, isField)) ??
        (exact && !exact.name ? undefined : soundingAt(tokens, at, exact?.to ?? at));
      if (misspelt) mentions.push(misspelt);
      else if (exact?.name) mentions.push({ apps: exact.name.inSentence, from: at, to: exact.to });
      at = misspelt?.to ?? exact?.to ?? at + 1;
    }
    return mentions;
  }

  return {
    find,
    nearMisses: (word) =>
      word.length < 5 || isKnownWord(word)
        ? []
        : [...new Set(farSpeller.nearest(word).flatMap(({ apps }) => apps))].slice(0, MAX_OFFERED),
    findUnlisted(tokens) {
      for (let from = 0; from < tokens.length; from++) {
        const exact = exactAt(tokens, from);
        if (exact && !exact.name) return [from, exact.to];
      }
      return undefined;
    },
  };
}

const soundsOf = (tokens: readonly string[]): string =>
  tokens.map((token) => (isHan(token) ? soundOf(token) : token)).join(" ");
