/** Decides what the bot says to a question: the one door to the core. */

import Fuse from "fuse.js";
import type { App, Entry, Knowledge } from "./data/knowledge.js";
import { freshnessOf } from "./data/reviews.js";
import { asksMembers, asksSomething } from "./decision/asking.js";
import { type Courtesy, readCourtesy } from "./decision/courtesy.js";
import { type Answer, type Decision, labelOf, type Refusal } from "./decision/decision.js";
import { isFollowUp, resolveFollowUp } from "./decision/follow-up.js";
import { appNotListed, createJudge, isClear, type Judgement } from "./decision/judgement.js";
import { findAnswer } from "./decision/meaning.js";
import type { Signal, Why } from "./decision/why.js";
import { createAppNames } from "./matching/app-names.js";
import { CALIBRATION } from "./matching/calibrated.js";
import { type Conflict, findConflicts } from "./matching/conflicts.js";
import { type Fitted, knownWordsOf, synonymsOf } from "./matching/fit.js";
import { createTermWeights, groupQuestions, type QuestionGroup } from "./matching/grouping.js";
import { createRouter } from "./matching/router.js";
import { ordersIn } from "./matching/subjects.js";
import { refuse } from "./reply/refusal.js";
import { MAX_QUESTION, tokenise } from "./text/text.js";
import type { CalendarDate } from "./values/calendar.js";
import type { ChannelKind } from "./values/channel-kind.js";
import { isSameLabel, type Label } from "./values/label.js";

export interface AskOptions {
  /** The day on which the question is asked, or that it is asked about. */
  readonly on: CalendarDate;
  /** The answer that the question follows up on. */
  readonly after?: Label;
  /** The kind of channel that the message was written into; absent where it was put to the bot. */
  readonly channel?: ChannelKind;
}

export interface Answerer {
  readonly knowledge: Knowledge;
  answer(question: string, options: AskOptions): Decision | Refusal;
  /** Whether `question` says so little by itself that the answer before it, if there was one, may complete it. */
  isFollowUp(question: string): boolean;
  /** Where the app that an `app` field names stands. An unknown name may be a typo: nothing is claimed of it. */
  answerApp(name: string, options: Pick<AskOptions, "on">): Decision | Refusal;
  /** The answer that `label` names, as buttons and autocomplete choices carry it. */
  answerLabel(label: Label, options: Pick<AskOptions, "on">): Answer | undefined;
  /** Apps whose names are near what was typed so far, best first. */
  nearestApps(typed: string, limit: number): readonly App[];
  /** Entries whose canonical questions are near what was typed so far, best first. */
  nearestQuestions(typed: string, limit: number): readonly Entry[];
  /** Alike questions together, the largest group first; they may be about anything. A step is some milliseconds long. */
  group(questions: readonly string[]): Generator<undefined, readonly QuestionGroup[]>;
  /** Which known questions a draft with these wordings would draw to itself; an estimate, made in some milliseconds. */
  findConflicts(wordings: readonly string[], id: string): readonly Conflict[];
}

/** From which chance of a call, 0 to 1, a message that asks something of the matter gets its answer in a questions channel. */
const ANSWERED_FROM = 0.1;
/** From which chance of a call such a message gets a reply there, if only a regret. */
const ASKED_FROM = 0.97;

/** From which confidence, 0 to 1, a message that asks nothing is answered, if it is surely of the matter. */
const CLAIM_FROM = 0.8;

/** A message of at most this many words may ask without the form of a question, if it is near a curated wording: "banned apps". */
const MAX_KEYWORDS = 6;
/** How near such a message must be: the cosine, 0 to 1. */
const NEAR_CURATED = 0.6;
/** So few words ask if they are likely a call, and there is something to offer: "lawsuits", "february 19". */
const FEW_KEYWORDS = 3;
const FEW_FROM = 0.9;

/** Longer texts are no longer a question that is being typed; Fuse's time grows with their length. */
const MAX_TYPED = 60;

export function createAnswerer(knowledge: Knowledge, fitted: Fitted): Answerer {
  const { words, subjects } = fitted;
  const { bands, speakFrom } = CALIBRATION;
  const matter = knowledge.matter.map((name) => ` ${tokenise(name).join(" ")} `);
  const router = createRouter(knowledge, fitted, CALIBRATION);
  const names = createAppNames(knowledge, knownWordsOf(words));
  const { judge, judgeAll, explain } = createJudge(knowledge, router, { bands, subjects });

  /** Whether the bot says `judgement` to a message that was written into that kind of channel. */
  function speaksInto(channel: ChannelKind, message: string, judgement: Judgement): boolean {
    const { reading, confidence, answers } = judgement;
    const chance = router.chanceOfCall(channel, message, reading);
    if (channel === "chat") {
      const isSure = chance >= speakFrom.chat && isClear(judgement) && namesMatter(message, reading);
      return isSure && !answers.some(isOutOfDate);
    }
    if (chance >= speakFrom.questions) return true;
    if (!asksSomething(message, reading.words)) return areKeywords(judgement, chance) || isClaim(judgement, chance);
    const isDecided = confidence >= bands.answer && answers[0].kind !== "unknown";
    return chance >= ASKED_FROM || (chance >= ANSWERED_FROM && (isDecided || isOfTheMatter(message, judgement)));
  }

  /** Returns whether `message` names the order or an app, known or not. For these, a regret or a choice is better than silence. */
  function isOfTheMatter(message: string, judgement: Judgement): boolean {
    if (asksMembers(message)) return false;
    return isOfAppNotListed(judgement) || namesMatter(message, judgement.reading) || ordersIn(message).length > 0;
  }

  /** Whether `message` continues the answer `after` that its author just got, and there is something new to say to it. */
  function continuesAnswer(after: Label, message: string, judgement: Judgement, alone: Judgement): boolean {
    const [first] = judgement.answers;
    if (!isClear(judgement))
      return isOfAppNotListed(judgement) || (first.kind === "choose" && isFollowUp(message, alone));
    return judgement !== alone || !isSameLabel(labelOf(first), after) || asksSomething(message, alone.reading.words);
  }

  function namesMatter(message: string, { apps }: Judgement["reading"]): boolean {
    const words = ` ${tokenise(message).join(" ")} `;
    return apps.length > 0 || matter.some((name) => words.includes(name));
  }

  function returnCourtesy(courtesy: Courtesy, on: CalendarDate, channel: ChannelKind | undefined): Decision {
    const help = courtesy === "help" ? findAnswer(knowledge, { entry: "bot-help" }, on) : undefined;
    const reason = courtesy === "thanks" ? "thanks" : "greeting";
    const speaks = channel === undefined || (channel === "questions" && help !== undefined);
    return { answers: [help ?? { kind: "unknown", reason, nearest: [] }], speaks, why: whyOf(COURTESY, help ? 1 : 0) };
  }

  const termWeights = createTermWeights(fitted, synonymsOf(knowledge), router.read);
  const questionSearch = new Fuse(
    Object.values(knowledge.entries).filter(({ app }) => app !== "required"),
    { keys: ["question"], threshold: 0.5, ignoreLocation: true },
  );

  return {
    knowledge,
    answerLabel: (label, { on }) => findAnswer(knowledge, label, on),
    nearestApps: (typed, limit) => names.nearest(typed, limit).flatMap((id) => knowledge.apps[id] ?? []),
    group: (questions) => groupQuestions(questions, termWeights),
    findConflicts: (wordings, id) => findConflicts({ wordings, id }, knowledge, fitted, router.read),
    nearestQuestions: (typed, limit) =>
      questionSearch.search(typed.slice(0, MAX_TYPED), { limit }).map(({ item }) => item),
    answer(question, { on, after, channel }) {
      if (question.length > MAX_QUESTION) return refuse("questionTooLong", String(MAX_QUESTION));
      const courtesy = readCourtesy(question);
      if (courtesy !== undefined) return returnCourtesy(courtesy, on, channel);
      const alone = judgeAll(question, on);
      const follows = after !== undefined && channel !== "chat";
      const judgement = follows
        ? resolveFollowUp(after, question, alone, { knowledge, answerFrom: bands.answer, on, judge })
        : alone;
      const speaks =
        channel === undefined ||
        (follows && continuesAnswer(after, question, judgement, alone)) ||
        speaksInto(channel, question, judgement);
      return { answers: judgement.answers, speaks, why: explain(judgement) };
    },
    isFollowUp: (question) =>
      question.length <= MAX_QUESTION && isFollowUp(question, judge(question, knowledge.order.checked)),
    answerApp(name, { on }) {
      if (name.length > MAX_QUESTION) return refuse("appTooLong", String(MAX_QUESTION));
      const reading = names.resolve(name);
      switch (reading.kind) {
        case "app": {
          const answer = findAnswer(knowledge, { app: reading.app }, on);
          return decideOnApp(answer ?? { kind: "unknown", reason: "not-clear", nearest: [] });
        }
        case "several":
        case "near": {
          const [first, ...rest] = reading.apps;
          return decideOnApp({ kind: "choose", from: [{ app: first }, ...rest.map((app) => ({ app }))], on });
        }
        case "unknown":
          return decideOnApp(appNotListed(on));
      }
    },
  };
}

function areKeywords(judgement: Judgement, chance: number): boolean {
  const { answers, reading, routes } = judgement;
  const { length } = reading.words;
  if (length <= FEW_KEYWORDS && chance >= FEW_FROM) return answers[0].kind !== "unknown";
  return isClear(judgement) && length <= MAX_KEYWORDS && (routes[0]?.signals.similarity ?? 0) >= NEAR_CURATED;
}

/** Whether what the message tells is answered beyond doubt: "so wechat pay is illegal now, my boss says" wants correcting. */
const isClaim = (judgement: Judgement, chance: number): boolean =>
  chance >= ASKED_FROM && isClear(judgement) && judgement.confidence >= CLAIM_FROM;

const isOfAppNotListed = ({ answers: [first] }: Judgement): boolean =>
  first.kind === "unknown" && first.reason === "app-not-listed";

const isOutOfDate = (answer: Answer): boolean =>
  answer.kind === "entry" && freshnessOf(answer.entry, answer.on) === "out-of-date";

/** An `app` field is no question: its name is known, or could be several, or is not known. */
const decideOnApp = (answer: Answer): Decision => ({
  answers: [answer],
  speaks: true,
  why: whyOf(APP_FIELD, answer.kind === "app" ? 1 : 0),
});

const APP_FIELD: Signal = { name: "app-field", value: 1, reason: "the text is the name of an app, not a question" };
const COURTESY: Signal = { name: "courtesy", value: 1, reason: "a greeting, thanks or a call for help" };

/** Why a decision was made that no ranking had a part in. */
const whyOf = (signal: Signal, confidence: number): Why => ({
  signals: [signal],
  confidence,
  answerFrom: 1,
  offerFrom: 0,
  margin: 0,
  repairs: [],
});
