/** Knows what each answer is about, so that none is given to a question about another app or another order. */
import type { Knowledge } from "./data/knowledge.js";
import type { Reading } from "./matching/reading.js";
import { findLabels } from "./meaning.js";

export interface Subjects {
  /**
   * Whether the answer of the route `name` would be taken to be about `apps`, of which it says nothing. To a question
   * that names none of the order's apps it must speak of an app that the question does name. Of the order's apps nearly
   * all answers hold, but for those that people ask for by the names of others.
   */
  isOfOtherApps(name: string, apps: readonly string[]): boolean;
  /** Whether `question` gives the numbers of orders, and neither this one's nor one that the answer of `name` speaks of. */
  namesAnotherOrder(name: string, question: string): boolean;
}

/** What an answer's question, text and phrasings speak of. */
interface Subject {
  readonly apps: ReadonlySet<string>;
  /** Whether it is about those apps alone. */
  readonly isParticular: boolean;
  readonly orders: ReadonlySet<string>;
}

/** From so many phrasings on an answer is about the app that they name; fewer may be there for the sake of a comparison. */
const ENOUGH = 2;

/** Four or five digits, behind what an order is called, or before the Chinese sign for a number. */
const ORDER_NUMBER =
  /(?:\be\.?\s?o\.?|\border|行政令|行政命令|总统令|總統令|第)\s*(?:no\.?|number|#|第)?\s*(\d{4,5})(?!\d)|(\d{5})\s*[号號]/giu;

const ordersIn = (text: string): string[] =>
  [...text.matchAll(ORDER_NUMBER)].flatMap(([, behind, before]) => behind ?? before ?? []);

/** Each answer is looked through when it is first about to be given. */
export function createSubjects(knowledge: Knowledge, { read }: { read(text: string): Reading }): Subjects {
  const known = new Map<string, Subject>();
  const subjectOf = (name: string): Subject => {
    const subject = known.get(name) ?? findSubject(name);
    known.set(name, subject);
    return subject;
  };
  const appsIn = (text: string) => new Set(read(text).apps);
  const findSubject = (name: string): Subject => {
    const entry = knowledge.entries[name];
    const phrasings = knowledge.phrasings[name] ?? [];
    const text = entry ? `${entry.question} ${entry.answer}` : "";
    const counts = new Map<string, number>();
    let naming = 0;
    for (const apps of phrasings.map(appsIn)) {
      if (apps.size > 0) naming += 1;
      for (const app of apps) counts.set(app, (counts.get(app) ?? 0) + 1);
    }
    const asked = [...counts].flatMap(([app, count]) => (count >= ENOUGH ? [app] : []));
    return {
      apps: new Set([...asked, ...appsIn(text)]),
      isParticular: naming > phrasings.length / 2 && !phrasings.some((line) => line.includes("{app}")),
      orders: new Set([text, ...phrasings].flatMap(ordersIn)),
    };
  };
  return {
    isOfOtherApps(name, apps) {
      if (apps.length === 0 || findLabels(knowledge, name, apps).some(({ app }) => app !== undefined)) return false;
      const subject = subjectOf(name);
      const isNamed = apps.some((app) => knowledge.apps[app]?.standing === "named");
      return !apps.some((app) => subject.apps.has(app)) && (subject.isParticular || !isNamed);
    },
    namesAnotherOrder(name, question) {
      const orders = ordersIn(question);
      if (orders.length === 0 || orders.includes(String(knowledge.order.number))) return false;
      const subject = subjectOf(name);
      return !orders.some((number) => subject.orders.has(number));
    },
  };
}
