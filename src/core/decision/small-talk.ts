/** Takes away what people say around a question: greetings, apologies, thanks, who would like to know, and what for. */

/** Matches one of `patterns`; each may itself list several, with bars between them. */
const anyOf = (...patterns: readonly string[]): string => `(?:${patterns.join("|")})`;

const GREETING = anyOf(
  "hi+|hello+|hey+|yo|hiya|heya|howdy|hola|greetings|gm|good (?:morning|evening|afternoon|day)|@everyone|@here",
  "dear(?: (?:sir|madam|all|bot|team|friends?|mods?|or))*|hallo(?: zusammen)?|bonjour|salut|ciao|namaste|xin chào|oi gente",
  "你好|您好|大家好|各位好|早上好|晚上好|下午好|早安|哈喽|哈囉|嗨",
);
const PEOPLE = anyOf(
  "there|everyone|everybody|all|guys|folks|friends?|people|team|bot|mods?|chat|sir|madam|mate|man|bro|dude|y['’]?all|amigos",
  "大家|各位|大佬们?|机器人|機器人",
);
const INTERJECTION = anyOf(
  "so like|well(?! will)|seriously|honestly|actually|wait(?! really)|hold on|hang on|(?:no,? )?i mean|no,? i meant?|urgent|lol+|lmao|haha+",
  "(?:oh|ah|aha|wow|whoa|damn|huh|alright)(?: ok(?:ay)?)?|bro|dude|guys|folks|@?bot(?=[,:：，])|@bot|q(?=[,:：，])",
  "(?:so )?(?:(?:coming|going|getting) )?back to (?:the|this) (?:order|topic|subject|matter)(?=[,:])",
  "(?:to )?return(?:ing)? to (?:the|this) (?:order|topic|subject|matter)(?=[,:])",
  "btw|by the way|in your opinion|(?:legal |genuine )?question(?=[.:])|(?:tl;?dr|eli5)(?=[,:：])",
  "哦+|噢|嗯+|嘩|哇+|急+(?=[，,。!！])|呃|等等|哈哈+|[话話][说說]|那[个個](?=[，,])|各位(?!好)(?:大佬|朋友)?|(?:兄弟|姐妹|大佬|大神|朋友)[们們]|[机機]器人(?=[,，])|(?:管理[员員]|群主|版主|老[师師])[你您]好",
);
/** What somebody says to the answer before. It opens many other things: "right now", "nice try". */
const REACTION = anyOf(
  "ok+(?:ay)?|kk+|right|cool|nice|great|good|perfect|awesome|amazing|sure|true|yes|yeah|yep",
  "got it|gotcha|i see|nice one|(?:that )?makes sense|understood|noted|interesting|fair(?: enough)?|good to know|no worries",
  "that(?:['’]s| is) (?:good|great|interesting|helpful|useful|clear|crazy|wild|weird|odd)|(?:got it,? )?all clear",
  "好的?|好吧|明白[了晒曬]?|知道了|懂了|原[来來]如此|[这這][样樣]啊|收到|了解",
);
const FOR_SCHOOL =
  "for (?:my|a|an|our|the) (?:\\p{L}+ )?(?:homework|essay|paper|class|project|assignment|report|presentation|exam|thesis)";
const A_QUESTION = "(?:an?|one|another) (?:\\p{L}+ ){0,2}(?:question|q)";
const APOLOGY = anyOf(
  "sorry (?:if|that) (?:this|it)(?:['’]s| is| was| has)?(?: been)?(?: already)? (?:asked|answered)(?: (?:before|already))?",
  "(?:sorry|apologies|excuse me|pardon)(?: (?:for|about))? my (?:\\p{L}+ )?english",
  "(?:may|can|could) i (?:also |just )?ask(?: you)?(?: something| a question)?",
  "(?:sorry|excuse me|pardon)(?: to (?:keep )?bother(?:ing)?(?: you)?(?: again)?| for (?:the (?:\\p{L}+ )?question|(?:my )?ignorance)| (?:for )?(?:so|too) many questions?|(?=[,.!]))",
  `(?:this|it) (?:may|might|could|must|is probably|is prob)(?: be)? ${A_QUESTION}`,
  "(?:quick|dumb|stupid|silly|noob|weird|random|serious|genuine|honest|simple|basic) (?:question|q)",
  `(?:i(?: have|['’]?ve|['’]?ve got| got)?|got) ${A_QUESTION}`,
  `${FOR_SCHOOL}(?=[,:：])`,
  "(?:just )?(?:one |a )?(?:more|last|final|other|another|follow[- ]?up) (?:question|q|thing)|one more(?=[,:])|last one(?: i promise)?",
  "(?:i )?hope (?:this|it)(?:['’]s| is) (?:the right (?:channel|place)|ok(?:ay)? to ask)(?: here| for this| to ask)?",
  "first time (?:posting|asking|here)(?: here)?|(?:i['’]?m|i am) new(?: here| to (?:this|the server|discord))?",
  "mods delete if not allowed|just (?:curious|wondering)|curious|asking for a friend|(?:can (?:you|u|someone) )?help(?: me)?(?: out)?|uh+|um+|hm+",
  "不好意思|打[扰擾](?:一下|了)|[请請]教(?:一下|[个個]?[问問][题題])|我?想?[请請][问問](?:一下)?|(?:我?想|麻[烦煩]|再?多)?[问問]一?[下句]|求助|求[问問]",
  "弱弱?[地的]?[问問]一?[下句]|小白(?:[问問][题題]|[一提][问問])?|[帮幫]朋友[问問]|(?:[写寫]|做)?(?:[论論]文|作[业業])(?:要[查问問]|用)(?=[，,：:])|[帮幫]我?[查看][一查看]?下?|(?:我?是?新[来來]的)(?=[，,])|我?是?新人(?:[报報]到|提[问問])?|第一次[来來]",
);
/** Who says so, or how sure somebody is; what follows is the claim. */
const CLAIMER = anyOf(
  "i (?:thought|heard|read)|(?:i['’]?m |i am )?pretty sure|i['’]?m (?:sure|told)|apparently|supposedly|allegedly",
  "as far as i know|afaik|from what i (?:know|read|heard|understand)|(?:correct me|tell me) if i['’]?m wrong(?:,? but)?",
  "everyone (?:knows|says)|they say|some(?:one|body) (?:told me|said)|fun fact|(?:quick )?fact check|imo(?=,)|imho|ngl|tbh",
);
const ASKER = anyOf(
  "(?:can|could|would|will) (?:someone|somebody|anyone|anybody|you|u) (?:please |pls |plz )?tell (?:me|us)",
  "(?:please |pls |plz )?(?:tell me|explain(?: to me)?)",
  "(?:does|do) (?:anyone|anybody|someone|you guys|you|u) (?:here )?(?:happen to )?know",
  "(?:any|some)(?:one|body) (?:here )?know",
  "(?:(?:i|we)(?: would|['’]?d| just| really| also)*|would) (?:want|wanna|need|like) (?:to )?(?:know|ask|see|find out)",
  "(?:i(?:['’]?m| am| was) )?(?:just )?(?:wondering|curious)|i wonder|my (?:\\p{L}+ )?\\p{L}+ (?:wants? to know|is asking)",
);
/** Who asked, or does not know. It asks the reader nothing: "my boss asked if it is banned, and I told him". */
const WONDERER = anyOf(
  "(?:i['’]?m |i am )?(?:not sure|unsure|confused(?: about)?)|(?:i )?(?:don['’]?t|do not) (?:understand|know)",
  "(?:my|a) (?:\\p{L}+ )?\\p{L}+ (?:asks?|asked(?: me)?|wonders)",
);
const ASKER_HAN = anyOf(
  "我?就?想知道|(?:有[没沒]有人|有人|[谁誰]|大家|你[们們])知道|有[没沒]有懂的|(?:有[没沒]有人|[谁誰])?(?:能不能|可以|能)?告[诉訴]我",
  "(?:我?[妈媽爸]|(?:我的?)?朋友|老[师師]|老[板闆]|同[学學])[问問]我?",
);
const QUESTION_START = anyOf(
  "who|whom|whose|what|whats|when|where|why|how|which|if|whether",
  "is|are|was|were|am|do|does|did|can|could|will|would|should|has|have",
);
const THANKS = anyOf(
  "please|pls|plz|thx(?: in advance)?|tysm|ty|cheers|(?:much|greatly) appreciated|many thanks|with (?:thanks|respect)",
  "gracias|grazie(?: mille)?|merci|danke|obrigad[oa]|kindly (?:reply|advise)|please advise|(?:(?:best|kind|warm) )?regards",
  "thanks?(?: you)?(?: (?:in advance|a lot|so much|everyone|all|guys|for (?:any |the |your |all )?(?:help(?:ing)?|answer(?:ing)?|tell(?:ing)?)(?: (?:people|us|me))?))*",
);
/** The same in Chinese, which leaves no space before it. */
const THANKS_HAN = anyOf(
  "[谢謝]{2}(?:大家|各位|[啦了您你])?|[谢謝]了|多[谢謝][晒曬]?|感[谢謝](?:大家)?|[在线線]+等|[哈呵]{2,}",
  "求(?:解答?|告知|科普|大[佬神](?:解答)?)|有人知道[吗嗎么]?",
);
const PURPOSE = anyOf(
  "lol+|lmao|haha+|idk|asap|tho|tbh|btw|eli5|tl;?dr|if (?:i|we) may ask|or (?:nah|naw|what|smth)|(?:just )?(?:curious|wondering|asking)|bro|dude|急+",
  "asking for a friend|(?:serious|genuine|honest|quick) question|yes or no",
  "in (?:short|brief|a nutshell|plain english|(?:simple|easy|plain) (?:terms|words))",
  FOR_SCHOOL,
);
/** What somebody adds behind a question that is complete. */
const ADDITION = anyOf(
  "any(?:one|body)(?: (?:here )?knows?)?|does any(?:one|body) know|any ideas?|explain|sources?|help(?: me)?",
  "(?:a )?(?:short|quick|simple) answer|let me know|lmk|i need to know|(?:any )?help (?:is )?appreciated",
  "(?:i )?can['’]?t find (?:it|this|that|anything)(?: anywhere| online)?",
  "(?:i )?need (?:an? )?answer(?: today| now| soon)?",
  "my (?:\\p{L}+ )?\\p{L}+ (?:asked|is asking|asks)(?: me)?",
  "[谁誰]知道|有[没沒]有(?:人知道|懂的)",
);

const PAUSE = "[\\s,.…!:;，。！：~-]";
const END = `(?:(?<=\\p{Script=Han})|(?=${PAUSE}|\\p{Script=Han}|$))`;
/** "Ok will do", "cool what a story", "true which is why". */
const NO_QUESTION = "(?:(?:will|can|could|would) (?:do|see|try)|what an?|what (?:he|they|you|we)|which)\\b";
/** What leads from who asks to what is asked. */
const ASKED = `(?:\\s*[:：]\\s*|[\\s,]+(?=${QUESTION_START}\\b))(?:(?:if|whether)\\s)?`;
const LEADS = [
  new RegExp(
    `^${REACTION}(?: ${PEOPLE})?(?:[,.!;:~…，。！]+\\s*|\\s+(?=(?!${NO_QUESTION})(?:${QUESTION_START}|and|but|so|also|then)\\b)|\\s+(?=\\p{Script=Han}))`,
    "iu",
  ),
  new RegExp(`^(?:ok(?:ay)?,? )?${anyOf(THANKS, THANKS_HAN)}[,.!，。！]+\\s*`, "iu"),
  new RegExp(`^(?:${INTERJECTION}${END}|\\d{1,2}[.)](?=\\s))${PAUSE}*`, "iu"),
  new RegExp(`^${GREETING}(?: (?:to )?${PEOPLE})*${END}${PAUSE}*`, "iu"),
  new RegExp(`^${WONDERER}${ASKED}`, "iu"),
  new RegExp(`^${CLAIMER}${END}${PAUSE}*(?:that\\s+)?`, "iu"),
  new RegExp(`^${APOLOGY}${END}${PAUSE}*(?:but\\b[\\s,]*)?`, "iu"),
];
const ASKERS = [new RegExp(`^${ASKER}${ASKED}`, "iu"), new RegExp(`^${ASKER_HAN}${PAUSE}*`, "u")];
const TAILS = [
  new RegExp(`(?<=[\\s,.!?:;，。！？~(-])\\(?${anyOf(THANKS, PURPOSE)}[\\s.!?)~。！？]*$`, "iu"),
  new RegExp(`(?<=[\\p{Script=Han}\\s,.!?:;，。！？~(])${THANKS_HAN}[\\s.!?)~。！？]*$`, "u"),
  new RegExp(`(?<=[,.!?;，。！？])\\s*${ADDITION}(?: ${THANKS})?[\\s.!?。！？]*$`, "iu"),
];
const EMOJI = /<a?:\w+:\d+>|(?<!\S):[a-z]\w+:(?!\S)/gi;

/** Few messages hold more of it. Bounds the work on a page of greetings. */
const MAX_ROUNDS = 6;

/** Returns the question in `message` alone. It gets a question mark if only the rest asked: "tell me if it is banned". */
export function withoutSmallTalk(message: string): string {
  const strip = (text: string, patterns: readonly RegExp[]) =>
    patterns.reduce((rest, pattern) => rest.replace(pattern, ""), text);
  let question = message.replace(EMOJI, " ").trim();
  let isAsked = /[?？]/.test(message);
  for (let round = 0, before = ""; before !== question && round < MAX_ROUNDS; round++) {
    before = question;
    const led = strip(question, LEADS);
    const asked = strip(led, ASKERS);
    isAsked ||= asked !== led;
    question = strip(asked, TAILS).replace(/[\s,，;；]+$/, "");
  }
  if (!/[\p{L}\p{N}]{2}/u.test(question)) return message;
  return isAsked && !/[?？]/.test(question) ? `${question.replace(/[.。!！]+$/, "")}?` : question;
}
