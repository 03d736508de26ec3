/** What people name when they ask for an answer: other apps, other orders, or none. */
import type { Knowledge } from "../data/knowledge.js";
import type { ClassName } from "./examples.js";
import type { Reader } from "./reading.js";

export interface Subject {
  /** Apps that enough of its phrasings name. */
  readonly apps: readonly string[];
  /** Whether it is asked for by the names of some apps alone, and not of any app or of none. */
  readonly isParticular: boolean;
  /** The numbers of orders that its phrasings name. */
  readonly orders: readonly string[];
}

/** An answer is about an app that at least this many phrasings name; fewer may name it to compare. */
const ENOUGH = 2;

/**
 * Four or five digits, behind what an order is called, or before the Chinese sign for a number. A number from 13000 to 14999
 * may also stand behind a Chinese character or a word that asks of it: "was 14117 enforced".
 */
const ORDER_NUMBER =
  /(?:\be\.?\s?o\.?|\border|行政令|行政命令|总统令|總統令|第)\s*(?:no\.?|number|#|第)?\s*(\d{4,5})(?!\d)|(\d{5})\s*[号號]|(?<=^\s*|\b(?:is|was|did|does|has|about|and|vs|what|which|how|why) |\p{Script=Han}\s*)(1[34]\d{3})(?![\d.,]*\d|[%元块塊人]|\s+(?:dollars|usd|users|people|yuan|rmb|bucks))/giu;

/** The numbers of the orders that `text` names, this one's among them. */
export const ordersIn = (text: string): string[] =>
  [...text.matchAll(ORDER_NUMBER)].flatMap(([, behind, before, asked]) => behind ?? before ?? asked ?? []);

export function findSubjects({ phrasings }: Knowledge, reader: Reader): ReadonlyMap<ClassName, Subject> {
  const subjectOf = (lines: readonly string[]): Subject => {
    const counts = new Map<string, number>();
    let naming = 0;
    for (const line of lines) {
      const apps = new Set(reader.read(line).apps);
      if (apps.size > 0) naming += 1;
      for (const app of apps) counts.set(app, (counts.get(app) ?? 0) + 1);
    }
    return {
      apps: [...counts].flatMap(([app, count]) => (count >= ENOUGH ? [app] : [])),
      isParticular: naming > lines.length / 2 && !lines.some((line) => line.includes("{app}")),
      orders: [...new Set(lines.flatMap(ordersIn))],
    };
  };
  return new Map(Object.entries(phrasings).map(([name, lines]) => [name, subjectOf(lines)]));
}
