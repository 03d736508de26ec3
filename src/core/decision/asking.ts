/** Tells what a message does, by its form: ask something, be about people here, or agree. */
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import { setOf, tokenise } from "../text/text.js";

/** What people say before they ask. */
const OPENERS = setOf(
  "so ok okay yeah yea and but also hey hi hello um uh hmm wait yo please pls plz quick question q guys folks anyone all well oh then or like just sorry btw fyi bot 请问 那 所以",
);
const ASKING = setOf(
  "who whom whose what which when where why how wy is are was were am do does did can could will would should shall may might has have had any wat wut wen y wot hw",
);
/** What a message begins with that calls for something without a question word. */
const CALLS = setOf(
  "list show tell explain give summarise summarize define describe compare name need remind source sources proof link tldr eli5 timeline status info",
);
const HAN_ASKING =
  /[吗嗎](?!啡)|(?<!^那?(?:行|好|算了|可以|[对對]|是))[么麼呢吧呗唄]\s*$|(?<=[行好对對能用会會是算])不[\s。！!~]*$|(?<![没沒别別不])[干幹]嘛|[什甚][么麼]|啥|咋|[谁誰]|哪|怎[么麼样樣]|[为為][什甚]|为何|為何|几[个個家天年月号號日]|[幾]|多少|多久|何[时時]|是不是|有[没沒]有|(\p{Script=Han}|[a-z]{2,})[不唔]\1|可不可以|[没沒](?:有)?[了啊呀]?\s*$|了[没沒]有?(?=[\s,，。]|$)|咩|[點点]解(?![决決释釋封])|(?<![这這那旁两兩])[邊边](?:個|个|[八啲到度])|係咪|系咪|有冇|冇[啊呀]?\s*$|㗎|真的[吗嗎假]|真假|請問|请问/u;
/** What calls for something in Chinese, at the beginning. */
const HAN_CALLS =
  /(?<=[，,。；]\s*)(?:我就?只?是?)?想(?:知道|问|問)|^(?:列|捋|[说說][说說一]|[讲講][讲講一]|介[绍紹]|[给給]我|告[诉訴]我|求|想知道|科普|[总總]结|[总總]結|整理)/;
/** Tells what its author would know: "I'm wondering if", "not sure whether". */
const WONDERING =
  /\b(?:i(?:['’]?d| would)? (?:just |also )?(?:want|wanna|wants|like|need|have) (?:to )?(?:know|ask|find out)\b|(?:wondering|wonder|curious|not sure|unsure|confused|no idea|don['’]?t (?:know|get|understand)) (?:if|whether|what|when|who|why|how|which|about)\b)/i;
/** Chinese questions in Latin letters. */
const PINYIN_ASKING =
  /\b(?:shenme|shei|shui|zenme|weishenme|nage|naxie|duoshao|jige|you mei you|shi bu shi|neng bu neng)\b|\b(?:ma|ne|mei)\s*$/i;
/** What turns a claim into a question at its end, or leaves it open: "until when". */
const TAG =
  /\b(?:(?!^)(?:right|correct|huh)|innit|yes or no|true or false|or not|(?:is|was|does|did|has)(?:n['’]?t)? (?:it|he|that)|(?:is|was)(?:n['’]?t)? (?:it|that|this) (?:true?|right|real|legit|banned|illegal|legal|allowed|ok|okay|safe)|(?:does|would|will) (?:it|that|this) (?:matter|count|apply)|(?:are|were|do|did|have)(?:n['’]?t)? they|(?:since|until|till|from|by|of|for|with|to|in|says?) (?:when|where|who|whom|what|which))[\s.!…]*$/i;
const ASKS = [/[?？]/, /\bsince when\b/i, HAN_ASKING, HAN_CALLS, PINYIN_ASKING, WONDERING, TAG];

/** A question that begins in the middle of what is said: "i study in austin is qq blocked here". */
const INVERSION = new RegExp(
  `\\b(?:is|are|was|were|do|does|can|could|will|would|should) (?:i|we|they|my|${APP_TOKEN})(?= |$)` +
    "|\\b(?:is|was|does|can|could|will|would|should) it(?= |$)",
);

/** What is asked of an app in a word: "camscanner banned", "alipay status". */
const OF_AN_APP = setOf(
  "ban banned status legal illegal allowed ok okay safe covered included listed named prohibited blocked restricted",
);

/** What people ask each other: "Lena did you get it", "did you see what Trump said today", "你们觉得". */
const TO_MEMBERS =
  /^@(?!bot\b)\w|^(?:(?!(?:who|what|when|where|why|how|which|bot)\b)\w+\b[\s,]*)?(?:do|did|have|are|were|would) (?:you|u|ya|y'?all|you guys) (?:think|see|hear|watch|like|want|remember|ever|still|guys|all)\b|^what (?:do|did) (?:you guys|y'?all|you all|everyone) think\b|^(?:does|has|is|did) any(?:one|body) here (?!know)|^(?:is )?any(?:one|body) else\b|^any(?:one|body) (?:here )?(?:use|tried|play|wanna)\b|^(?:你们|你們|大家|你)(?:觉得|覺得|认为|認為|猜|看到|看了)/i;

/** Words for the author and the readers; "the US" and "the U.S." are none. */
const PEOPLE_HERE =
  /(?<![.\w])[iu]\b(?!\.)|\b(?:im|ive|me|my|mine|we|our|ours|you|your|yours)\b|我(?![国國])|咱|你|您/i;

/** Whether `message` is about its author or readers, as talk is, and not about the world. */
export const isOfPeopleHere = (message: string): boolean => PEOPLE_HERE.test(message);

/** What somebody says who takes an answer as it is: "you were right, it never kicked in". */
const AGREEMENT =
  /^(?:(?:oh|ah|lol|haha+|wow)\b[\s,!.]*)*(?:ok|okay|right(?! now\b)|good|great|nice|cool|thanks|thx|ty|yes|yeah|yep|yup|true|exactly|agreed|fair|phew|glad|sweet|perfect|i (?:see|knew|agree)|got it|gotcha|makes sense|understood|noted|told (?:you|u|ya)|called it|(?:you|u) (?:were|are|was) right|(?:you|u)['’]?re right|good to know|as expected|figures(?=\W*$))\b|^(?:好[的吧了]?|嗯+|哦+|原来如此|原來如此|明白了?|懂了|知道了|果然|[对對]|是的|多?[谢謝]{1,2}|收到)(?=$|[\s,，。!！~])/i;

/** What turns agreement into a doubt: "right but i counted nine". */
const OBJECTION = /\b(?:but|however|still|except)\b|但|可是|不过|不過/i;

/** Whether `message` takes the answer before it as it is. */
export const agrees = (message: string): boolean => AGREEMENT.test(message.trim()) && !OBJECTION.test(message);

/** Whether `message` asks other members for what they think, saw or do. */
export const asksMembers = (message: string): boolean => TO_MEMBERS.test(message.trim());

const OF_THE_LIST =
  /\b(?:list(?:ed)?|named|includ(?:e|es|ed)|covered|mentioned|one of (?:the|them|those)|part of|among|on (?:there|it))\b|名单|名單|点名|點名|列入|之一|包括|提到/i;
/** What asks more of a list than yes or no, asks it the other way round, or asks of another list or what being on it means. */
const OF_MORE = [
  /\b(?:banned|prohibited|outlawed|blocked|legal|illegal|allowed|still|now|today|ok|okay|use|using|safe|not|matter)\b|n['’]t\b/i,
  /\b(?:when|how|why|who|which|what|whether|again|off|longer|removed?|taken|keep|kept|will|would|could|should|going|next|revo\w+)\b/i,
  /\b(?:texas|virginia|florida|maryland|ohio|india|nepal|pentagon|treasury|sanctions?|state)\b/i,
  /[没沒被]禁|禁[了止用]|封|[还還]|合法|[违違]法|什[么麼]|[谁誰]|怎|[几幾]|多久|移出|重新|(?<!在)不在|[没沒]有?在|(?<!是)不是/,
];

/** Whether `message` asks, for yes or no, whether the order listed something. */
export const asksOfList = (message: string): boolean =>
  OF_THE_LIST.test(message) && !OF_MORE.some((pattern) => pattern.test(message));

/** Whether `message`, read as `words`, asks the reader something, by its marks, how it ends and how its clauses begin. */
export function asksSomething(message: string, words: readonly string[]): boolean {
  const text = message.trim();
  if (ASKS.some((asking) => asking.test(text))) return true;
  const first = words.find((word) => !OPENERS.has(word)) ?? "";
  if (words.length > 0 && words.every((word) => word === ORDER_TOKEN)) return true;
  if (first === APP_TOKEN) {
    const next = words.find((word) => word !== APP_TOKEN && !OPENERS.has(word));
    if (next === undefined || OF_AN_APP.has(next)) return true;
  }
  return ASKING.has(first) || CALLS.has(first) || hasAskingClause(message) || INVERSION.test(words.join(" "));
}

/** "Going to Beijing in May, will Alipay work there" asks in its second clause. */
const hasAskingClause = (message: string): boolean =>
  message
    .split(/[,，.;:!\n]+/)
    .slice(1)
    .some((clause) => {
      const first = tokenise(clause).find((word) => !OPENERS.has(word));
      return first !== undefined && ASKING.has(first);
    });
