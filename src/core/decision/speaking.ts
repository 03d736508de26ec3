/** Decides whether a judgement is said into a listed channel. */
import type { Knowledge } from "../data/knowledge.js";
import { freshnessOf } from "../data/reviews.js";
import type { Calibration } from "../matching/calibration.js";
import { APP_TOKEN, ORDER_TOKEN } from "../matching/features.js";
import type { Router } from "../matching/router.js";
import { ordersIn } from "../matching/subjects.js";
import { countWords, tokenise } from "../text/text.js";
import type { ChannelKind } from "../values/channel-kind.js";
import { isSameLabel, type Label } from "../values/label.js";
import { agrees, asksMembers, asksSomething, isHearsay, tellsOfPeopleHere } from "./asking.js";
import { type Answer, labelOf } from "./decision.js";
import { bareQuestionOf, endsAskingToConfirm, namesOnlyADay, tiesOn } from "./follow-up-words.js";
import { isClear, type Judgement } from "./judgement.js";

/** From which confidence, 0 to 1, a message that asks something is answered in a questions channel at any chance of a call. */
const SURE_FROM = 0.8;
/** From which chance of a call, 0 to 1, a message that asks something of the matter gets its answer or a regret there. */
const ANSWERED_FROM = 0.1;
/** From which chance of a call any message that asks something gets a reply there, if only a regret. */
const ASKED_FROM = 0.97;
/** From which chance of a call and confidence, each 0 to 1, a message is answered that asks nothing but claims something. */
const CLAIM_FROM = { chance: 0.8, confidence: 0.5 };
/** From which confidence, 0 to 1, a claim about the world is answered at any chance. */
const SURE_OF_CLAIM = 0.95;
/** The same as `CLAIM_FROM` for a message that tells what somebody else said. */
const HEARSAY_FROM = { chance: 0, confidence: SURE_FROM };
/** The same for a message that tells of people here. */
const OWN_CLAIM_FROM = { chance: ASKED_FROM, confidence: SURE_FROM };
/** A message of at most this many words may ask without the form of a question, if it is near a curated wording: "banned apps". */
const MAX_KEYWORDS = 6;
/** How near such a message must be: the cosine, 0 to 1. */
const NEAR_CURATED = 0.6;
/** So few words ask if they are likely a call, and there is something to offer: "lawsuits", "february 19". */
const FEW_KEYWORDS = 3;
const FEW_FROM = 0.9;

/** Whether the bot says `judgement` into a channel of that kind, where `question` is what `message` asks without its small talk. */
export type SpeaksInto = (channel: ChannelKind, message: string, question: string, judgement: Judgement) => boolean;

export function createSpeaksInto(
  knowledge: Knowledge,
  router: Router,
  { bands, speakFrom }: Pick<Calibration, "bands" | "speakFrom">,
): SpeaksInto {
  const matter = knowledge.matter.map((name) => ` ${tokenise(name).join(" ")} `);

  function namesMatter(message: string, { reading }: Judgement): boolean {
    const words = ` ${tokenise(message).join(" ")} `;
    return reading.apps.length > 0 || matter.some((name) => words.includes(name));
  }

  /** Returns whether `message` names the order or an app, known or not. For these, a regret or a choice is better than silence. */
  function isOfTheMatter(message: string, judgement: Judgement): boolean {
    if (asksMembers(message)) return false;
    const namesOrder = judgement.reading.words.includes(ORDER_TOKEN) || ordersIn(message).length > 0;
    return namesOrder || isOfAppNotListed(judgement) || namesMatter(message, judgement);
  }

  return (channel, message, question, judgement) => {
    const { reading, confidence, answers } = judgement;
    const chanceOfMessage = router.chanceOfCall(
      channel,
      message,
      message === question ? reading : router.read(message),
    );
    if (channel === "chat") {
      const isSure = chanceOfMessage >= speakFrom.chat && isClear(judgement) && namesMatter(question, judgement);
      return isSure && !answers.some(isOutOfDate);
    }
    // "Wow, WeChat Pay" asks nothing, though the name alone does.
    const isName = message !== question && reading.words.every((word) => word === APP_TOKEN);
    if (isName && !asksSomething(message, router.read(message).words)) return false;
    const chance = Math.max(chanceOfMessage, router.chanceOfCall(channel, question, reading));
    if (chance >= speakFrom.questions || areKeywords(judgement, chance)) return true;
    if (!asksSomething(question, reading.words)) return isClaim(message, question, judgement, chance);
    const isDecided = confidence >= bands.answer && answers[0].kind !== "unknown";
    if (chance >= ASKED_FROM || (isDecided && confidence >= SURE_FROM)) return true;
    return chance >= ANSWERED_FROM && (isDecided || isOfTheMatter(question, judgement));
  };
}

/** Whether there is something to say to `message`, a follow-up to the answer `after` that came to `judgement`. */
export function continuesAnswer(after: Label, message: string, judgement: Judgement): boolean {
  const { answers, reading } = judgement;
  if (judgement.isRemark) return false;
  const isBare = bareQuestionOf(message, reading.words) !== undefined || namesOnlyADay(message);
  const asks =
    isBare ||
    judgement.readsLike !== undefined ||
    asksSomething(message, reading.words) ||
    endsAskingToConfirm(message);
  // "It was nine" doubts the answer, which tells its sources again.
  if (isClear(judgement) && isSameLabel(labelOf(answers[0]), after)) return asks || !agrees(message);
  // "That's a lot of people" asks nothing; "so nobody got in trouble" asks whether that is so.
  if (!asks && !tiesOn(reading.words)) return false;
  return isClear(judgement) || isOfAppNotListed(judgement) || answers[0].kind === "choose";
}

function areKeywords(judgement: Judgement, chance: number): boolean {
  const { answers, reading, routes } = judgement;
  const length = countWords(reading.words);
  if (length <= FEW_KEYWORDS && chance >= FEW_FROM) return answers[0].kind !== "unknown";
  return isClear(judgement) && length <= MAX_KEYWORDS && (routes[0]?.signals.similarity ?? 0) >= NEAR_CURATED;
}

/** Whether an answer confirms or corrects `claim`, which is `message` without its small talk: "I heard wechat pay is illegal". */
function isClaim(message: string, claim: string, judgement: Judgement, chance: number): boolean {
  const { confidence } = judgement;
  const isOwn = tellsOfPeopleHere(claim);
  const from = isHearsay(message) ? HEARSAY_FROM : isOwn ? OWN_CLAIM_FROM : CLAIM_FROM;
  const isLikely = chance >= from.chance && confidence >= from.confidence;
  return isClear(judgement) && (isLikely || (!isOwn && confidence >= SURE_OF_CLAIM));
}

const isOfAppNotListed = ({ answers: [first] }: Judgement): boolean =>
  first.kind === "unknown" && first.reason === "app-not-listed";

const isOutOfDate = (answer: Answer): boolean =>
  answer.kind === "entry" && freshnessOf(answer.entry, answer.on) === "out-of-date";
