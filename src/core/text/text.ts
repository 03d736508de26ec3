/** Turns what a person typed into words that can be compared: one spelling for what reads the same. */
import { Converter } from "opencc-js/t2cn";
import unhomoglyph from "unhomoglyph";

/** The longest question that is taken, in UTF-16 units: Discord's limit for a string option. */
export const MAX_QUESTION = 6000;

/** A longer text keeps its beginning and its end, where the question usually stands. */
const MAX_TOKENS = 96;
const MAX_WORD = 40;

const toSimplified = Converter({ from: "hk", to: "cn" });

const HAN = /\p{Script=Han}/u;
const TOKEN = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** The scripts with letters that look like Latin ones. */
const LOOK_ALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** `word` in the Latin letters that all of its letters look like, by Unicode's table of confusables; else as it is. */
function readAsLatin(word: string): string {
  const latin = word.replace(/[^A-Za-z0-9]/gu, unhomoglyph);
  return /^[A-Za-z0-9]+$/.test(latin) ? latin : word;
}

const readLookAlikes = (text: string): string =>
  LOOK_ALIKE.test(text) ? text.replace(/[\p{L}\p{N}]+/gu, readAsLatin) : text;

/**
 * Returns `text` in lower case: compatibility forms and accents folded, letters that only look Latin read as Latin,
 * invisible and broken characters removed, Chinese simplified.
 */
export function normalise(text: string): string {
  // Capitals and small letters look like different Latin ones: both are read, before and behind the folding.
  const folded = readLookAlikes(text)
    .replace(/\p{Cs}/gu, " ")
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'");
  const latin = readLookAlikes(folded).toLowerCase();
  return HAN.test(latin) ? toSimplified(latin).replaceAll("甚么", "什么") : latin;
}

const APOSTROPHES: readonly (readonly [RegExp, string])[] = [
  [/\bcan't\b/g, "can not"],
  [/\bwon't\b/g, "will not"],
  [/\bshan't\b/g, "shall not"],
  [/n't\b/g, " not"],
  [/\b(what|who|where|when|why|how|that|there|it|he|she|here)'s\b/g, "$1 is"],
  [/'s\b/g, ""],
  [/'re\b/g, " are"],
  [/'(ll|d)\b/g, " would"],
  [/'ve\b/g, " have"],
  [/'m\b/g, " am"],
  [/(\d),(?=\d{3}\b)/g, "$1"],
  [/\b(?:u\.s\.a?\.?|us of a)(?=\W|$)/g, " usa "],
  [/\by (?=(?:was|were|is|are|did|do|does|would|not|tho|so|these|those|only|wasnt|didnt|isnt|the|he|they)\b)/g, "why "],
  [/(?<=[a-z])\+(?![\w+\p{Script=Han}])/gu, " plus"],
];

/** Contractions as people type them without the apostrophe. */
const BARE_CONTRACTIONS = new Map<string, readonly string[]>([
  ...["do", "does", "did", "is", "was", "are", "were", "could", "would", "should", "has", "have", "had"].map(
    (verb) => [`${verb}nt`, [verb, "not"]] as const,
  ),
  ...["what", "who", "where", "when", "how", "that", "there"].map((word) => [`${word}s`, [word, "is"]] as const),
  ["cant", ["can", "not"]],
  ["cannot", ["can", "not"]],
  ["wont", ["will", "not"]],
  ["im", ["i", "am"]],
  ["ive", ["i", "have"]],
  ["gonna", ["going", "to"]],
  ["wanna", ["want", "to"]],
  ["gotta", ["have", "to"]],
]);

/** What `normalise` only puts into lower case: nearly all that is typed in English, and much cheaper to take apart. */
const PLAIN = /^[\t\n\r\x20-\x5f\x61-\x7e]*$/;
const PLAIN_TOKEN = /[a-z0-9]+/g;
/** Without one of these marks nothing in `APOSTROPHES` fits. */
const EXPANDED = /'|\d,\d{3}|u\.s|us of a|[a-z]\+|\by /;
const ECHO = /(\p{L})\1\1/u;

/** The words of `text`: letters and digits in runs, each Chinese character alone, contractions written out, echoes cut. */
export function tokenise(text: string): string[] {
  const whole = text.slice(0, MAX_QUESTION);
  const isPlain = PLAIN.test(whole);
  let plain = isPlain ? whole.toLowerCase() : normalise(whole);
  if (EXPANDED.test(plain))
    for (const [pattern, replacement] of APOSTROPHES) plain = plain.replace(pattern, replacement);
  const hasEcho = ECHO.test(plain);
  const tokens: string[] = [];
  for (const token of plain.match(isPlain ? PLAIN_TOKEN : TOKEN) ?? []) {
    const words = BARE_CONTRACTIONS.get(token) ?? [(hasEcho ? squeeze(token) : token).slice(0, MAX_WORD)];
    for (const word of words) if (word !== tokens.at(-1) || word !== tokens.at(-2)) tokens.push(word);
  }
  const half = MAX_TOKENS / 2;
  return tokens.length <= MAX_TOKENS ? tokens : [...tokens.slice(0, half), ...tokens.slice(-half)];
}

/** The key of a name: its letters without spaces, hyphens and dots, so that "we-chat pay" is "wechatpay". */
export const nameKey = (name: string): string => tokenise(name).join("");

/** Every beginning of the names whose keys are given: most words begin no name, which one look tells. */
export function beginningsOf(keys: Iterable<string>): ReadonlySet<string> {
  const beginnings = new Set<string>();
  for (const key of keys) for (let length = 1; length <= key.length; length++) beginnings.add(key.slice(0, length));
  return beginnings;
}

/** "soooo" and "so" are one word to a reader; no English word has a letter three times running. */
const squeeze = (word: string): string => (/^\d+$/.test(word) ? word : word.replace(/(\p{L})\1{2,}/gu, "$1$1"));

export const isHan = (token: string): boolean => HAN.test(token);

/** The number of words in `tokens`: of Chinese, where a token is a character, two make about one word. */
export const countWords = (tokens: readonly string[]): number =>
  tokens.length - Math.floor(tokens.filter(isHan).length / 2);

/** The words of a list that is written with spaces between them. */
export const setOf = (words: string): ReadonlySet<string> => new Set(words.split(" "));
