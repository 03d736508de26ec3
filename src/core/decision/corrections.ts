/** Recognises a message that tells the bot that it was asked something else: "no i meant the sdk", "我问的是德州". */

const INTERJECTION = "(?:(?:no+|nah|nope|hm+|bruh|lol|sorry|sry|ok|yeah|but)\\b[\\s,.!]*)*";
const NOT_THAT = "not (?:the |about )?\\S+,? (?:but )?(?=(?:the|i|about)\\b)";
/** What leads to what was meant. */
const LEADS = [
  new RegExp(
    `^${INTERJECTION}(?:i (?:just |only )?(?:mean|meant|asked?|said|am asking|was asking)|i['’]?m asking)\\b\\s*`,
    "i",
  ),
  new RegExp(`^${INTERJECTION}${NOT_THAT}`, "i"),
  /^(?:no|nah|nope)\b[\s,.!]*(?:lol\b[\s,]*)?(?:like (?:of )?)?(?=(?:the|about|for|in|from)\b)/i,
  /^(?:(?:不是|不[对對]|唔係)[啦啊喇，,\s]*)?我(?:是|就)?(?:[问問说說]的?是|指的?是|的意思是|[问問])/,
  /^(?:不是|不[对對]|唔係)[啦啊喇，,\s]+/,
];
/** What was not meant, behind what was. */
const NOT_MEANT = [/[\s,]+not (?:the |about )?\S+$/i, /[，,\s]*不是\S{1,8}$/];

const leadOf = (message: string): RegExp | undefined => LEADS.find((lead) => lead.test(message.trim()));

/** Whether `message` corrects how the one before it was understood. */
export const corrects = (message: string): boolean => leadOf(message) !== undefined;

/** Returns what was meant by a message that corrects, and any other message as it is. */
export function withoutCorrection(message: string): string {
  const lead = leadOf(message);
  if (lead === undefined) return message;
  const meant = NOT_MEANT.reduce((rest, pattern) => rest.replace(pattern, ""), message.trim().replace(lead, ""));
  return meant === "" ? message : meant;
}
