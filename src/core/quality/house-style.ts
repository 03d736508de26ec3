/** The house style of what readers are shown: it states what happened and gives no advice. */
import { entriesOf, type ReadFiles } from "../data/data-files.js";
import { advise, type Finding } from "./finding.js";
import { sentencesIn } from "./texts.js";

interface Rule {
  readonly pattern: RegExp;
  /** Sentences that may hold it. */
  readonly except?: RegExp;
  /** Words earlier in its clause that excuse it. */
  readonly exceptAfter?: RegExp;
  readonly message: (words: string) => string;
  readonly fix: string;
}

const NO_ADVICE = "State what the order said, or what happened, and leave it to the reader.";

/** What a sentence may not say of the eight apps or of the order, unless it denies it. */
const BAN_CLAIM: Rule = {
  pattern:
    /\b(?:is|are|was|were|been|became|stays|remains) (?:now |still |then )?(?:banned|outlawed|illegal|in force|in effect|effective)\b|\bbanned (?:the (?:eight |named |listed )?apps|Alipay|CamScanner|QQ Wallet|SHAREit|Tencent QQ|VMate|WeChat Pay|WPS Office)\b/i,
  exceptAfter: /(?:\b(?:no|not|never|none|nothing|nobody|neither|whether|if)\b|n['’]t\b)[^,;:]*$/i,
  message: (words) => `"${words}" is a statement of law that is true of none of the eight apps.`,
  fix: 'Say what was true: "named in the order", "on the books", "revoked".',
};

const RULES: readonly Rule[] = [
  BAN_CLAIM,
  {
    pattern:
      /\b(?:should|must|ought to|had better|better not|(?:you|people|users|merchants|owners|businesses|anyone) (?:need|have) to)\b/i,
    message: (words) => `"${words}" tells the reader what to do.`,
    fix: NO_ADVICE,
  },
  {
    pattern:
      /\b(?:(?:we|I|lawyers|experts) (?:recommend|suggest|advise)|you (?:may|might want to|can (?:safely|still|now|freely|use|keep))|make sure|be sure|be careful|feel free|it is (?:safe|best|wise|advisable|legal|fine) to)\b/i,
    message: (words) => `"${words}" is advice.`,
    fix: NO_ADVICE,
  },
  {
    pattern:
      /^(?:Please |Then )?(?:Avoid|Don't|Do not|Never|Always|Consider|Consult|Uninstall|Delete|Stop|Switch|Remember)\b(?! \w+ed\b)/,
    message: (words) => `The sentence begins with "${words}" and so tells the reader what to do.`,
    fix: NO_ADVICE,
  },
  {
    pattern:
      /\b(?:today|yesterday|tomorrow|now|nowadays|currently|recently|lately|soon|at present|to date|so far|(?:last|this|next) (?:year|month|week|spring|summer|autumn|fall|winter)|(?:days|weeks|months|years) ago)\b/i,
    // A sentence that cannot say whether something holds today claims nothing of today.
    except: /\bwhether\b|\b(?:19|20)\d\d\b|\{date\./i,
    message: (words) => `"${words}" means another day to everyone who reads it later.`,
    fix: 'Write the date, such as "on June 9, 2021", or "as of {date.checked}".',
  },
  {
    pattern:
      /\b(?:un)?fortunately\b|\b(?:sadly|luckily|thankfully|obviously|of course|so-called|ridiculous|absurd|outrageous)\b|!/i,
    message: (words) => `"${words}" takes a side.`,
    fix: "Leave it out: the facts are enough.",
  },
];

/** Returns the words of `sentence` that say of the eight apps that they were banned, or of the order that it was in force. */
export const findBanClaim = (sentence: string): string | undefined => findBreach(BAN_CLAIM, sentence);

/** The words of `sentence` that break the rule; those in quotes are somebody else's. */
function findBreach({ pattern, except, exceptAfter }: Rule, sentence: string): string | undefined {
  const own = sentence.replace(/"[^"]*"|“[^”]*”/g, (quoted) => " ".repeat(quoted.length));
  if (except?.test(own)) return undefined;
  const found = [...own.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
  return found.find(({ index }) => !exceptAfter?.test(own.slice(0, index)))?.[0];
}

const ASKS_YES_OR_NO = /^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|may|might|must|should)\b/i;
const ANSWERS =
  /^(?:yes|no|not|never|none|nothing|nobody|neither|partly|in part|only|often|sometimes|mostly|possibly|probably|perhaps|reports differ|I could not|I cannot|this bot cannot)/i;

/** People ask both ways ("is it still revoked?", "is it in effect?"), so an answer may state the fact instead of yes or no. */
const STATES = /^(?:its?|they|he|she|I found)\b/i;
const SUBJECT_WORDS = 6;

/** Returns whether `answer` to a yes-or-no question begins with one of these words, or with a fact about the same. */
export const isAnswerFirst = (question: string, answer: string): boolean =>
  !ASKS_YES_OR_NO.test(question) || ANSWERS.test(answer) || STATES.test(answer) || isAboutSame(question, answer);

function isAboutSame(question: string, answer: string): boolean {
  const asked = new Set(ownWordsOf(question));
  return ownWordsOf(answer.split(/\s+/).slice(0, SUBJECT_WORDS).join(" ")).some((word) => asked.has(word));
}

const ANY_WORD =
  /^(?:the|and|for|not|any|all|are|was|were|has|had|have|did|does|can|could|would|will|may|must|they|these|those|this|that|order|executive)$/;

/** Returns the words of `text` without those that any question and any answer may share. */
const ownWordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !ANY_WORD.test(word));

export function* checkAnswerFirst({ answers }: ReadFiles): Generator<Finding> {
  const message = "The question asks for yes or no, and the answer begins with something else.";
  const fix =
    "Begin with yes, no, partly or the like, or with the fact that was asked for: the first sentence answers.";
  for (const { id, entry, problemAt } of entriesOf(answers))
    for (const field of ["answer", "app-answer"] as const) {
      const text = entry[field];
      if (text !== undefined && !text.startsWith("{app.fact}") && !isAnswerFirst(entry.question, text))
        yield advise("style", problemAt([id, field], message, { fix }));
    }
}

/** Advises on each text that breaks a rule above. Quoted words are not checked. */
export function* checkHouseStyle(files: ReadFiles): Generator<Finding> {
  for (const { sentence, path, problemAt } of sentencesIn(files))
    for (const rule of RULES) {
      const words = findBreach(rule, sentence);
      if (words !== undefined) yield advise("style", problemAt(path, rule.message(words), { fix: rule.fix, words }));
    }
}

/** Advises on each answer that cites nothing; what the bot says of itself needs no source. */
export function* checkCited({ answers }: ReadFiles): Generator<Finding> {
  const fix = "Cite the documents that it rests on; no source, no sentence.";
  for (const { id, entry, problemAt } of entriesOf(answers))
    if (entry.cites.length === 0 && entry.shows === undefined && !/\b(?:I|me|my|this bot)\b/i.test(entry.answer))
      yield advise("cites", problemAt([id, "cites"], "This answer cites nothing.", { fix }));
}
