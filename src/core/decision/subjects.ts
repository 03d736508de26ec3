/** Sees to it that no answer is given to a question about another app or another order than it speaks of. */
import type { App, Knowledge } from "../data/knowledge.js";
import type { Learned } from "../matching/learn.js";
import type { Reading } from "../matching/reading.js";
import { ordersIn } from "../matching/subjects.js";
import { ownValue } from "../values/own-value.js";
import { findLabels } from "./meaning.js";

export interface Subjects {
  /**
   * Whether the answer of the route `name` would be taken to be about `apps`, of which it says nothing. If a question
   * names neither one of the order's apps nor the maker of one, the answer must speak of an app that the question names.
   * Nearly all answers hold for the order's apps, except those that people ask for by the names of others.
   */
  isOfOtherApps(name: string, apps: readonly string[]): boolean;
  /** Of `apps`, those that the route `name` asks about: "does Tencent own CamScanner" asks who makes CamScanner. */
  askedAbout(name: string, apps: readonly string[]): readonly string[];
  /** Whether `question` gives the numbers of orders, and neither this one's nor one that the answer of `name` speaks of. */
  namesAnotherOrder(name: string, question: string): boolean;
}

/** An answer speaks of what its phrasings, its question or its text name. */
export function createSubjects(
  knowledge: Knowledge,
  { subjects }: Pick<Learned, "subjects">,
  { read }: { read(text: string): Reading },
): Subjects {
  const { entries, apps: known, order } = knowledge;
  const textOf = (name: string): string => {
    const entry = ownValue(entries, name);
    return entry ? `${entry.question} ${entry.answer}` : "";
  };
  /** By name, the apps that an answer speaks of: to read its text takes longer than to decide what was asked. */
  const spoken = new Map<string, readonly string[]>();
  const appsIn = (name: string): readonly string[] => {
    const cached = spoken.get(name) ?? [...(subjects.get(name)?.apps ?? []), ...read(textOf(name)).apps];
    spoken.set(name, cached);
    return cached;
  };
  const makersOf = ({ id, maker }: App): string[] => read(maker?.text ?? "").apps.filter((app) => app !== id);
  const named = Object.values(known).filter(({ standing }) => standing === "named");
  const ofTheOrder = new Set(named.flatMap((app) => [app.id, ...makersOf(app)]));
  const makers = new Set(
    Object.values(known)
      .flatMap(makersOf)
      .filter((app) => known[app]?.standing !== "named"),
  );
  return {
    askedAbout(name, apps) {
      const products = entries[name]?.shows === "maker" ? apps.filter((app) => !makers.has(app)) : [];
      return products.length > 0 ? products : apps;
    },
    isOfOtherApps(name, apps) {
      if (apps.length === 0 || findLabels(knowledge, name, apps).some(({ app }) => app !== undefined)) return false;
      const mustSpeak = !apps.some((app) => ofTheOrder.has(app)) || (subjects.get(name)?.isParticular ?? false);
      return mustSpeak && !appsIn(name).some((app) => apps.includes(app));
    },
    namesAnotherOrder(name, question) {
      const numbers = ordersIn(question);
      if (numbers.length === 0 || numbers.includes(String(order.number))) return false;
      const spokenOf = [...(subjects.get(name)?.orders ?? []), ...ordersIn(textOf(name))];
      return !numbers.some((number) => spokenOf.includes(number));
    },
  };
}
