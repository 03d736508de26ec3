/** Messages that are nothing but a name, or a single word. */
import { APP_STATUS } from "../data/knowledge.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import type { Reading } from "../matching/reading.js";

/** The entry that says what the order was. */
const ORDER_SUMMARY = "order-summary";

/** A word alone, without a question mark, asks nothing, unless it is an app's name: "deadline" is only offered. */
export const isLoneWord = (question: string, { words, apps }: Reading): boolean =>
  words.length === 1 && apps.length === 0 && !/[?？]/.test(question);

/** Where a message leads that is nothing but a name: of apps to where they stand, of the order to what it was. */
export function routeOfName({ words }: Reading): string | undefined {
  if (words.length === 0) return undefined;
  if (words.every((word) => word === APP_TOKEN)) return APP_STATUS;
  return words.every((word) => word === ORDER_TOKEN) ? ORDER_SUMMARY : undefined;
}
