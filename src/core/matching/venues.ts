/** Distinguishes an app that a message asks about from one where its author read something: "saw on TikTok that …". */
import type { Mention } from "./app-names.js";

/** "Saw on", with what was seen behind the app. */
const SEEN_ON =
  /\b(?:saw|seen|read|heard|hear|learned|learnt)(?: (?:it|this|that|something|somewhere|online))? (?:on|in|via)$/;
/** "A video on", "told me on": an app stands behind it, and what was said behind that. */
const TOLD_ON =
  /\b(?:saw|see|seen|read|heard|told|tells|sent|forwarded|posted|posts?|said|says|saying|shared|wrote|watched|found|rumou?rs?|videos?|messages?|threads?|articles?|claims?|someone|somebody|people|everyone|everybody|guy|influencers?)\b(?: \S+){0,2} (?:on|in|over|via|through)(?: (?:a|an|my|our|the|some))?$/;
/** "The ban on" an app is about that app. */
const ABOUT =
  /\b(?:bans?|banned|banning|order|rules?|action|sanctions?|restrictions?|prohibitions?|law) (?:on|in|over|via|through)$/;
const ON = /(?:^|\s)(?:on|in|over)(?: (?:my|our|the|a))?$/;
const WHAT_WAS_TOLD =
  /^(?:(?:groups?|chats?|video|post|moments) )?(?:that|how|saying|says?|said|claims?|claiming|claimed|told)\b/;
const WHO_TOLD =
  /^(?:(?:groups?|chats?) )?(?:people|they|everyone|everybody|someone|somebody|some (?:guy|people)) (?:are |is |keeps? |all )*(?:say|says|said|saying|claims?|claiming|told|posted|wrote)\b/;
/** "A TikTok video says", "my WeChat group told me". */
const THING_THAT_TELLS =
  /^(?:videos?|messages?|posts?|feeds?|channels?|groups?|chats?|threads?|comments?|stor(?:y|ies)|reels?|e?mails?|articles?)(?: \S+){0,2}? (?:says?|said|saying|claims?|claimed|claiming|told|tells|posted|wrote)\b/;
/** "An email from PayPal saying". */
const LETTER_FROM = /\b(?:e?mails?|messages?|texts?|sms|letters?|notices?|notifications?) (?:from|by)(?: my)?$/;
/** "在微信群里看到", "微博上有人说". Tokens are in simplified Chinese. "微信上说话" is about the app. */
const TOLD_IN_CHINESE =
  /^(?:上|里|群[里组]?|朋友圈[里上]?)(?:大家|有人|都)*在?(?:看到|看见|听说|刷到|读到|疯传|流传|[说讲](?!话)|(?<=[家人都在])(?:传|转发|告诉|发帖))/;
/** "看抖音说", "刷微博看到": an app that somebody reads. */
const READ_IN_CHINESE = /(?<!我 )看$|刷$/;
const WHAT_WAS_READ = /^(?:里|上)?(?:[说讲](?!话|不定|到底|实话|白了)|看到|看见)/;
/** "用QQ发消息说": how something was sent, if something else is named. */
const SENT_IN_CHINESE = /^上?发了?(?:消息|信息|讯息|语音|文件|视频|影片|链接|连结)?(?:[给来说问]|告诉)/;
/** What may stand for the app: "saw on TikTok that it got banned". The "it" of "is it true?" is what was told. */
const STANDS_FOR_IT = /\bit\b(?! (?:true|real|right|correct|legit))|\b(?:its|this app|the app)\b|它/;
/** With fewer words behind it, an app is what was read about. */
const LEAST_TOLD = 3;
const MOST_BEFORE = 6;
const MOST_TOLD = 8;

/** Returns whether the app at `mention` is only the place where something was said. */
export function isVenue(tokens: readonly string[], mention: Mention, mentions: readonly Mention[]): boolean {
  const { from, to } = mention;
  const before = tokens.slice(Math.max(0, from - MOST_BEFORE), from).join(" ");
  const rest = tokens.slice(to);
  const after = rest.join(" ");
  const inChinese = rest.slice(0, MOST_TOLD).join("");
  const isWhereItWasTold =
    (rest.length >= LEAST_TOLD && SEEN_ON.test(before)) ||
    (WHAT_WAS_TOLD.test(after) && TOLD_ON.test(before) && !ABOUT.test(before)) ||
    (WHO_TOLD.test(after) && ON.test(before)) ||
    THING_THAT_TELLS.test(after) ||
    (WHAT_WAS_TOLD.test(after) && LETTER_FROM.test(before)) ||
    TOLD_IN_CHINESE.test(inChinese) ||
    (READ_IN_CHINESE.test(before) && WHAT_WAS_READ.test(inChinese)) ||
    (mentions.length > 1 && SENT_IN_CHINESE.test(inChinese));
  return isWhereItWasTold && (mentions.length > 1 || !STANDS_FOR_IT.test(after));
}
