/** Recognises a message that tells the bot that it was asked something else: "no i meant the sdk", "我问的是德州". */
import type { Knowledge } from "../data/knowledge.js";
import { ORDER_TOKEN } from "../matching/features.js";
import type { Label } from "../values/label.js";
import { CLEAR_FROM, isSame } from "./follow-up-rules.js";
import { isClear, type Judgement } from "./judgement.js";
import { findLabels } from "./meaning.js";

const INTERJECTION = "(?:(?:no+|nah|nope|hm+|bruh|lol|sorry|sry|w?h?oops|my bad|ok|yeah|but)\\b[\\s,.!]*)*";
const NOT_THAT = "not (?:the |about )?\\S+,? (?:but )?(?=(?:the|about)\\b|i (?:talk|mean|meant|ask|asked)\\b)";
/** What was not meant, behind what was: "new york not texas", but not "why it was not enforced". */
const NOT_MEANT = [
  /(?<!\b(?:is|was|are|were|am|be|been|do|does|did|has|have|had|can|could|will|would|should|or|why\b.*|how\b.*))[\s,]+not (?:the |about )?\S+$/i,
  /(?<![是係系])[，,\s]*(?<![是係系])(?:不是|唔[係系])\S{1,8}$/,
];
/** What leads to what was meant. */
const LEADS = [
  new RegExp(`^${INTERJECTION}(?:i (?:just |only )?(?:mean|meant|am asking|was asking)|i['’]?m asking)\\b\\s*`, "i"),
  new RegExp(
    `^${INTERJECTION}i (?:just |only )?(?:asked?|said)\\s+(?=(?:about|if|whether|what|which|who|when|where|why|how)\\b|\\S.* not \\S+$)`,
    "i",
  ),
  new RegExp(`^${INTERJECTION}${NOT_THAT}`, "i"),
  /^(?:no|nah|nope)\b[\s,.!]*(?:lol\b[\s,]*)?(?:like (?:of )?)?(?=(?:the|about|for|in|from)\b)/i,
  /^[?？]*(?:(?:不是|不[对對]|唔[係系])[啦啊喇，,\s]*)?我(?:(?:是|就)?(?:[问問说說讲講]的?是|指的?是|的意思是)|就?[是係系][问問讲講](?!一下)|[问問]緊)/,
  /^(?:不是|唔[係系])(?:[问問][^，,\s]+|[^，,\s]+)[，,\s]+(?:而?[是係系]|我)[问問]/,
  /^(?:(?:哎[呀哟喲]?|抱歉|不好意思|[对對]不起)[，,\s]*)?我?(?:[说說打写寫]|弄|搞)[错錯]了[，,\s]*(?:不是[^，,\s]+[，,\s]+)?(?:[应應][该該])?是/,
  /^(?:不是|不[对對]|唔係)[啦啊喇，,\s]+我(?:[问問]|想[问問])?/,
];

/** A longer message tells more than a correction. In characters; bounds the work on a page of "not". */
const MAX_LENGTH = 300;

const leadOf = (message: string): RegExp | undefined =>
  message.length > MAX_LENGTH ? undefined : LEADS.find((lead) => lead.test(message.trim()));

/** Whether `message` corrects how the one before it was understood. */
export const corrects = (message: string): boolean => leadOf(message) !== undefined;

/** Returns what was meant by a message that corrects, and any other message as it is. */
export function withoutCorrection(message: string): string {
  const lead = leadOf(message);
  if (lead === undefined) return message;
  const meant = NOT_MEANT.reduce((rest, pattern) => rest.replace(pattern, ""), message.trim().replace(lead, ""));
  return meant === "" ? message : meant;
}

const DENIAL = /^\s*(?:no+|nah|nope|not)\b|^\s*(?:不|唔係)/i;

/**
 * Returns a regret in the place of `judged` if `message` turns that answer down: "no i mean the biden one" is not answered
 * with the same again. "I said who signed it" clearly asks that again, as does what reads like a curated follow-up. `alone`:
 * what it comes to without the answer before.
 */
export function reconsider(
  message: string,
  judged: Judgement,
  alone: Judgement,
  { after, knowledge }: { readonly after: Label | undefined; readonly knowledge: Knowledge },
): Judgement {
  if (after === undefined || !corrects(message) || !isSame(judged, after) || judged.readsLike !== undefined)
    return judged;
  const asksAgain = !DENIAL.test(message) && isClear(alone) && alone.confidence >= CLEAR_FROM && isSame(alone, after);
  if (asksAgain) return judged;
  const nearest = judged.routes.flatMap(({ name }) => findLabels(knowledge, name, judged.reading.apps)).slice(1, 4);
  return { ...judged, answers: [{ kind: "unknown", reason: "no-entry", nearest }] };
}

/** Whether a correction is about the matter, as far as that can be told: talk among members has the same forms. */
export const isOfMatter = ({ answers: [first], reading: { apps, words } }: Judgement): boolean =>
  first.kind !== "unknown" || first.nearest.length > 0 || apps.length > 0 || words.includes(ORDER_TOKEN);
