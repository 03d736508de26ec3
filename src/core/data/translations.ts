/** Finds the Chinese of what the data says in English, as long as it translates the English text as it stands. */

import { ownValue } from "../values/own-value.js";
import type { App, Entry, Knowledge } from "./knowledge.js";

/** A text in Chinese; `of` is the digest of the English text that it translates. */
export interface Translated {
  readonly of: string;
  readonly text: string;
}

const LETTERS = 7;
const LETTERS_IN_ALPHABET = 26;

/**
 * Names an English text by seven small letters, which YAML reads as text. Line breaks make no difference.
 * FNV-1a with 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): enough to notice an edit, and no secret.
 */
export function digestOf(...texts: readonly (string | undefined)[]): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(texts.map((text = "") => text.replace(/\s+/g, " ").trim()).join("\n")))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  let digest = "";
  for (let letter = 0; letter < LETTERS; letter++) {
    digest += String.fromCharCode(97 + (hash % LETTERS_IN_ALPHABET));
    hash = Math.floor(hash / LETTERS_IN_ALPHABET);
  }
  return digest;
}

export const digestOfEntry = (entry: Entry): string =>
  digestOf(entry.question, entry.answer, entry["app-answer"], entry["app-question"]);

/** Returns the Chinese of `entry`; undefined where there is none, or the English text has changed since. */
export function findChinese({ chinese }: Pick<Knowledge, "chinese">, entry: Entry) {
  const found = ownValue(chinese.entries, entry.id);
  if (found?.of !== digestOfEntry(entry)) return undefined;
  return (found["app-answer"] === undefined) === (entry["app-answer"] === undefined) ? found : undefined;
}

/** Returns the one of `known` that translates `english` as it stands. */
export const findText = (known: readonly (Translated | undefined)[], english: string): string | undefined => {
  const digest = digestOf(english);
  return known.find((translated) => translated?.of === digest)?.text;
};

export const chineseOfApp = ({ chinese }: Pick<Knowledge, "chinese">, { id }: Pick<App, "id">) =>
  ownValue(chinese.apps, id);
