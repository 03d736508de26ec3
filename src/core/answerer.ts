/** Decides what the bot says to a question: the one door to the core. */

import Fuse from "fuse.js";
import type { App, Entry, Knowledge } from "./data/knowledge.js";
import { asksOfList, asksSomething } from "./decision/asking.js";
import { corrects, isOfMatter, reconsider, withoutCorrection } from "./decision/corrections.js";
import { type Courtesy, readCourtesy } from "./decision/courtesy.js";
import type { Answer, Decision, Refusal } from "./decision/decision.js";
import { createExpectationFinder } from "./decision/expectations.js";
import { isFollowUp, resolveFollowUp } from "./decision/follow-up.js";
import { appNotListed, createJudge, isClear } from "./decision/judgement.js";
import { findAnswer } from "./decision/meaning.js";
import { judgeMessage, withoutReaction } from "./decision/message.js";
import { nameOffered, offeredAgain, pickFrom, picksByPlace, withoutGiven } from "./decision/picks.js";
import { withoutSmallTalk } from "./decision/small-talk.js";
import { continuesAnswer, createSpeaksInto } from "./decision/speaking.js";
import type { Signal, Why } from "./decision/why.js";
import { createAppField } from "./matching/app-field.js";
import { createAppNames } from "./matching/app-names.js";
import { CALIBRATION } from "./matching/calibrated.js";
import { type Conflict, findConflicts } from "./matching/conflicts.js";
import { createTermWeights, groupQuestions, type QuestionGroup } from "./matching/grouping.js";
import { knownWordsOf, type Learned, synonymsOf } from "./matching/learn.js";
import { createRouter } from "./matching/router.js";
import { refuse } from "./reply/refusal.js";
import { MAX_QUESTION } from "./text/text.js";
import type { CalendarDate } from "./values/calendar.js";
import type { ChannelKind } from "./values/channel-kind.js";
import type { Label } from "./values/label.js";

export interface AskOptions {
  /** The day on which the question is asked, or that it is asked about. */
  readonly on: CalendarDate;
  /** The answer that the question follows up on. */
  readonly after?: Label;
  /** The app that answers before that one were about, by its id, if that one is about none: "why?", then "who makes it?". */
  readonly earlierApp?: string;
  /** The choices that the bot offered just before. */
  readonly offered?: readonly Label[];
  /** The kind of channel that the message was written into; absent where it was put to the bot. */
  readonly channel?: ChannelKind;
}

export interface Answerer {
  readonly knowledge: Knowledge;
  answer(question: string, options: AskOptions): Decision | Refusal;
  /** Whether an answer before `question` that is not at hand is worth looking up: it leans on one, or is unclear alone. */
  isFollowUp(question: string): boolean;
  /** Where the app that an `app` field names stands. An unknown name may be a typo: nothing is claimed of it. */
  answerApp(name: string, options: Pick<AskOptions, "on">): Decision | Refusal;
  /** The answer that `label` names, as buttons and autocomplete choices carry it. */
  answerLabel(label: Label, options: Pick<AskOptions, "on">): Answer | undefined;
  /** Apps whose names are near what was typed so far, best first. */
  nearestApps(typed: string, limit: number): readonly App[];
  /** Entries whose canonical questions are near what was typed so far, best first. */
  nearestQuestions(typed: string, limit: number): readonly Entry[];
  /**
   * Alike questions together, the largest group first; they may be about anything. Some hundreds take seconds: `pause`
   * gives others their turn every few milliseconds.
   */
  group(questions: readonly string[], pause: () => Promise<unknown>): Promise<readonly QuestionGroup[]>;
  /** Which known questions a draft with these wordings would draw to itself; an estimate, made in some milliseconds. */
  findConflicts(wordings: readonly string[], id: string): readonly Conflict[];
}

/** Longer texts are no longer a question that is being typed; Fuse's time grows with their length. */
const MAX_TYPED = 60;

export function createAnswerer(knowledge: Knowledge, learned: Learned): Answerer {
  const { words, subjects } = learned;
  const { bands } = CALIBRATION;
  const router = createRouter(knowledge, learned, CALIBRATION);
  const appField = createAppField(knowledge, createAppNames(knowledge, knownWordsOf(words)));
  const { judge, explain } = createJudge(knowledge, router, { bands, subjects });
  const expect = createExpectationFinder(knowledge, router);
  const speaksInto = createSpeaksInto(knowledge, router, CALIBRATION);
  /** What is asked behind a reaction to the answer before. */
  const followUpIn = (message: string, on: CalendarDate) =>
    withoutSmallTalk(withoutReaction(withoutCorrection(message), on, judge));

  const answerTo = (label: Label | undefined, on: CalendarDate) => label && findAnswer(knowledge, label, on);

  function returnCourtesy(courtesy: Courtesy, on: CalendarDate, channel: ChannelKind | undefined): Decision {
    const help = courtesy === "help" ? findAnswer(knowledge, { entry: "bot-help" }, on) : undefined;
    const reason = courtesy === "thanks" ? "thanks" : "greeting";
    const speaks = channel === undefined || (channel === "questions" && help !== undefined);
    return {
      kind: "decided",
      answers: [help ?? { kind: "unknown", reason, nearest: [] }],
      speaks,
      why: whyOf(COURTESY, help ? 1 : 0),
    };
  }

  const termWeights = createTermWeights(learned, synonymsOf(knowledge), router.read);
  const questionSearch = new Fuse(
    Object.values(knowledge.entries).filter(({ app }) => app !== "required"),
    { keys: ["question"], threshold: 0.5, ignoreLocation: true },
  );

  return {
    knowledge,
    answerLabel: (label, { on }) => findAnswer(knowledge, label, on),
    nearestApps: (typed, limit) => appField.nearest(typed, limit).flatMap((id) => knowledge.apps[id] ?? []),
    group: (questions, pause) => groupQuestions(questions, termWeights, pause),
    findConflicts: (wordings, id) => findConflicts({ wordings, id }, knowledge, learned, router.read),
    nearestQuestions: (typed, limit) =>
      questionSearch.search(typed.slice(0, MAX_TYPED), { limit }).map(({ item }) => item),
    answer(message, { on, after, earlierApp, offered = [], channel }) {
      if (message.length > MAX_QUESTION) return refuse("questionTooLong", String(MAX_QUESTION));
      const courtesy = readCourtesy(message);
      if (courtesy !== undefined) return returnCourtesy(courtesy, on, channel);
      const picked = answerTo(pickFrom(message, offered, knowledge), on);
      if (picked !== undefined) return { kind: "decided", answers: [picked], speaks: true, why: whyOf(PICK, 1) };
      const isBehindReply = after !== undefined || offered.length > 0;
      const question = isBehindReply ? followUpIn(message, on) : withoutSmallTalk(message);
      const unnamed = judgeMessage(question, on, judge, knowledge);
      const named = nameOffered(question, offered, knowledge);
      const ofOffered = named === undefined ? unnamed : judgeMessage(named, on, judge, knowledge);
      const alone = isClear(ofOffered) ? ofOffered : unnamed;
      const follows = after !== undefined && channel !== "chat";
      const judged = follows
        ? resolveFollowUp(after, question, alone, { knowledge, earlierApp, on, judge, expect })
        : alone;
      const judgement = reconsider(message, judged, alone, { after, knowledge });
      const isCorrection = isBehindReply && corrects(message);
      const speaks =
        channel === undefined ||
        (isCorrection && isOfMatter(judgement)) ||
        (isBehindReply && channel !== "chat" && continuesAnswer(after, message, judgement)) ||
        speaksInto(channel, message, question, judgement);
      const repeatedChoice = isCorrection ? undefined : answerTo(offeredAgain(judgement, offered), on);
      const why = { ...explain(judgement), ...(question !== message && { question }) };
      const [first, ...rest] = repeatedChoice === undefined ? judgement.answers : [repeatedChoice];
      const complete = (answer: Answer): Answer =>
        answer.kind === "app" && asksOfList(question) ? { ...answer, asksOfList: true } : withoutGiven(answer, after);
      return { kind: "decided", answers: [complete(first), ...rest.map(complete)], speaks, why };
    },
    isFollowUp(message) {
      if (message.length > MAX_QUESTION) return false;
      const question = followUpIn(message, knowledge.order.checked);
      const alone = judge(question, knowledge.order.checked);
      if (isFollowUp(question, alone) || corrects(message) || picksByPlace(message)) return true;
      return asksSomething(question, alone.reading.words) && !isClear(alone);
    },
    answerApp(name, { on }) {
      if (name.length > MAX_QUESTION) return refuse("appTooLong", String(MAX_QUESTION));
      const reading = appField.resolve(name);
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

/** An `app` field is no question: its name is known, or could be several, or is not known. */
const decideOnApp = (answer: Answer): Decision => ({
  kind: "decided",
  answers: [answer],
  speaks: true,
  why: whyOf(APP_FIELD, answer.kind === "app" ? 1 : 0),
});

const APP_FIELD: Signal = { name: "app-field", value: 1, reason: "the text is the name of an app, not a question" };
const PICK: Signal = { name: "pick", value: 1, reason: "it picks one of the choices before it" };
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
