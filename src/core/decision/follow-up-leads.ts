/** Where a follow-up leads that says next to nothing: by the table of bare questions and of single words. */
import type { Knowledge } from "../data/knowledge.js";
import type { Label } from "../values/label.js";
import type { BareQuestion } from "./follow-up-words.js";
import { findLabels } from "./meaning.js";

/** A text whose first clause denies something: "It was never enforced." */
const DENIAL = /^[^.:;]*\b(?:no|not|none|never|nobody|nothing)\b/i;
/** A day or a month that an answer tells beside those of the order, which are slots: "January 6, 2021". */
const OWN_DATE =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) (?:\d{1,2}, )?20\d\d\b/;

/**
 * Returns the answer that a bare question asks for. It is the answer before, if that holds what is asked ("when?" after an
 * answer with a date), or if that is not about the order: where the order never listed the app, its matters are not meant.
 * `isWhyNot`: it asks why something was not so.
 */
export function leadOf(bare: BareQuestion, after: Label, knowledge: Knowledge, isWhyNot = false): Label | undefined {
  const { entries, followUps } = knowledge;
  const isOfList = bare === "which" || bare === "how-many";
  if ((bare === "when" && after.app !== undefined) || (isOfOtherApp(after, knowledge) && !isOfList)) return after;
  const { id = "", answer = "", related = [], topic } = entries[after.entry ?? ""] ?? {};
  const row = followUps[bare];
  const isInRow = bare !== "later" && bare !== "still" && row.includes(id);
  if (isInRow || (bare === "when" && OWN_DATE.test(answer))) return after;
  const others = bare === "why" && (isWhyNot || DENIAL.test(answer)) ? followUps["why-not"] : row;
  const near = row.find((other) => related.includes(other));
  const isOfTheOrder = topic === undefined || followUps["order-topics"].includes(topic);
  if (near === undefined && !isOfTheOrder) return after;
  const entry = near ?? others.find((other) => other !== id);
  return entry === undefined ? undefined : { entry };
}

/** Whether the answer before is about an app that the order never listed. */
export const isOfOtherApp = ({ app }: Label, { apps }: Knowledge): boolean =>
  app !== undefined && apps[app]?.standing !== "named";

/** Where a message leads of which only one word says anything: "even at school", "and in canada?". */
export function leadOfWord(content: readonly string[], after: Label, knowledge: Knowledge): Label | undefined {
  const { about } = knowledge.followUps;
  const [word] = content;
  if (word === undefined || content.length > 1) return undefined;
  const ids = Object.keys(about).filter((id) => about[id]?.includes(word));
  const id = ids.find((id) => areRelated(id, after, knowledge)) ?? ids[0];
  return id === undefined ? undefined : findLabels(knowledge, id, after.app === undefined ? [] : [after.app])[0];
}

/** Whether one of the two answers lists the other as related. */
export function areRelated(id: string | undefined, { entry }: Label, { entries }: Knowledge): boolean {
  const lists = (one = "", another = "") => entries[one]?.related.includes(another) ?? false;
  return lists(id, entry) || lists(entry, id);
}
