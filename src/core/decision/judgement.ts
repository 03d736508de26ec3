/** Judges a question: which of the three bands it falls into, and what is said in each. */
import { APP_STATUS, type Knowledge } from "../data/knowledge.js";
import type { Calibration } from "../matching/calibration.js";
import { APP_TOKEN } from "../matching/features.js";
import type { Fitted } from "../matching/fit.js";
import type { Reading, UnlistedReading } from "../matching/reading.js";
import type { Route, Router } from "../matching/router.js";
import type { CalendarDate } from "../values/calendar.js";
import { isSameLabel, uniqueLabels } from "../values/label.js";
import { type Answer, labelOf } from "./decision.js";
import { isLoneWord, routeOfName } from "./lone-words.js";
import { findAnswer, findLabels } from "./meaning.js";
import { isAhead, multiplyOdds } from "./odds.js";
import { leansOnApp, nameApp, splitQuestions } from "./questions.js";
import { createSubjects } from "./subjects.js";
import { explainSignals, NAME_ALONE, type Why } from "./why.js";

/** What one question came to, before it is known who hears it. */
export interface Judgement {
  readonly answers: readonly [Answer, ...Answer[]];
  /** The chance, 0 to 1, that the best route is what was asked. */
  readonly confidence: number;
  readonly routes: readonly Route[];
  readonly reading: Reading;
}

export interface Judge {
  /** Judges `question` as one. `oddsRatioOf` returns the factor by which what was said before changes a route's odds. */
  judge(question: string, on: CalendarDate, oddsRatioOf?: (route: Route) => number): Judgement;
  /**
   * Judges a message that may hold several questions, or tell a story before it asks one. Parts that are clear beyond
   * doubt are all answered. If the whole is unclear, a clear part may confirm the first of what the whole would offer.
   */
  judgeAll(message: string, on: CalendarDate): Judgement;
  explain(judgement: Judgement): Why;
}

/** Of 230 lists in our sets, one held what was asked behind the third choice. */
const MAX_CHOICES = 3;
/** The most apps that are offered where a name is ambiguous: Discord shows five buttons in a row. */
const MAX_APPS = 5;
const MAX_NEAREST = 3;
/** Below this confidence, a question without an app is about something else, and is shown no nearest answers. */
const NEAREST_FROM = 0.01;
/** Several questions in one message are answered up to this number. */
const MAX_ANSWERS = 3;
/** From which confidence a part of a message is answered beside, or instead of, a whole that is less sure. */
const SURE = 0.9;

export function createJudge(
  knowledge: Knowledge,
  router: Router,
  { bands, subjects }: Pick<Calibration, "bands"> & Pick<Fitted, "subjects">,
): Judge {
  const { askedAbout, isOfOtherApps, namesAnotherOrder } = createSubjects(knowledge, { subjects }, router);

  function judge(question: string, on: CalendarDate, oddsRatioOf: (route: Route) => number = () => 1): Judgement {
    const reading = router.read(question);
    const apps = [...new Set(reading.apps)];
    const routes = router
      .route(reading)
      .filter(({ name }) => findLabels(knowledge, name, apps).length > 0)
      .map((route) => ({ ...route, confidence: multiplyOdds(route.confidence, oddsRatioOf(route)) }))
      .sort((a, b) => b.confidence - a.confidence);
    const confidence = routes[0]?.confidence ?? 0;
    const judged = (answers: Judgement["answers"], sure = confidence): Judgement => ({
      answers,
      confidence: sure,
      routes,
      reading,
    });

    const isAnswered = confidence >= bands.answer && isAhead(confidence, routes[1]?.confidence);
    const isSure = isAnswered && !isLoneWord(question, reading);
    const bare = routeOfName(reading);
    const route = bare ?? (isSure ? routes[0]?.name : undefined);
    // Where an app stands is told with the order that it is about.
    const nearest = route ?? routes[0]?.name;
    if (nearest !== undefined && nearest !== APP_STATUS && namesAnotherOrder(nearest, question))
      return judged([{ kind: "unknown", reason: "no-entry", nearest: [] }]);
    if (route !== undefined && isOfOtherApps(route, apps)) {
      const [first, ...rest] = [...apps.map((app) => ({ app })), { entry: route }];
      if (first !== undefined) return judged([{ kind: "choose", from: [first, ...rest.slice(0, MAX_APPS - 1)] }]);
    }
    const unlisted = apps.length > 0 ? undefined : router.readWithUnlistedApp(question);
    if (unlisted?.isListed && isAboutApp(unlisted, route)) return judged([appNotListed(on)]);
    const answers = route === undefined ? undefined : answersOf(route, reading, on);
    if (answers !== undefined) return judged(answers, bare === undefined ? confidence : 1);
    if (unlisted?.isListed === false && asksStatus(unlisted, SURE)) {
      const [near, ...others] = unlisted.nearMisses.map((app) => ({ app }));
      return judged([near === undefined ? appNotListed(on) : { kind: "choose", from: [near, ...others], on }]);
    }
    const [first, ...rest] = uniqueLabels(routes.flatMap(({ name }) => findLabels(knowledge, name, apps)));
    if (first !== undefined && confidence >= bands.offer) {
      return judged([{ kind: "choose", from: [first, ...rest.slice(0, MAX_CHOICES - 1)] }]);
    }
    const isUnderstood = reading.words.length > reading.unknown.length;
    const isNear = apps.length > 0 || confidence >= NEAREST_FROM;
    const offered = first === undefined || !isNear ? [] : [first, ...rest].slice(0, MAX_NEAREST);
    return judged([{ kind: "unknown", reason: isUnderstood ? "no-entry" : "not-clear", nearest: offered }]);
  }

  /** The answers that a clear route gives: one for each app it asks about, or a choice where a name is ambiguous. */
  function answersOf(name: string, { apps, mentions }: Reading, on: CalendarDate): Judgement["answers"] | undefined {
    const asked = askedAbout(name, [...new Set(apps)]);
    const labels = findLabels(knowledge, name, asked);
    const isAmbiguous = mentions.some((mention) => mention.apps.length > 1 && asked.includes(mention.apps[0]));
    if (isAmbiguous && labels.some(({ app }) => app !== undefined)) {
      const named = mentions.flatMap((mention) => mention.apps);
      const [first, ...rest] = uniqueLabels(findLabels(knowledge, name, named)).slice(0, MAX_APPS);
      if (first !== undefined) return [{ kind: "choose", from: [first, ...rest] }];
    }
    const [first, ...rest] = labels.slice(0, MAX_ANSWERS).flatMap((label) => findAnswer(knowledge, label, on) ?? []);
    return first && [first, ...rest];
  }

  /** Whether a question that names an app outside the data is about that app. `route` is the clear route of the question. */
  function isAboutApp(unlisted: UnlistedReading, route: string | undefined): boolean {
    const takesApp = knowledge.entries[route ?? ""]?.app !== undefined;
    return takesApp || routeOfName(unlisted) === APP_STATUS || asksStatus(unlisted, bands.answer);
  }

  /** Whether `unlisted` asks for an app's status with a confidence of at least `from`. */
  function asksStatus(unlisted: UnlistedReading, from: number): boolean {
    const [best] = router.route(unlisted);
    return best?.name === APP_STATUS && best.confidence >= from;
  }

  /** Judges each question of `message` by itself; "and is it banned?" asks about the app named before. */
  function judgeParts(message: string, on: CalendarDate): Judgement[] {
    let before: string | undefined;
    return splitQuestions(message).map((part) => {
      const alone = judge(part, on);
      const [app, another] = new Set(alone.reading.apps);
      if (app !== undefined) before = another === undefined ? app : undefined;
      if (app !== undefined || before === undefined || !leansOnApp(part)) return alone;
      const named = judge(nameApp(part, before, knowledge), on);
      return isClear(named) ? named : alone;
    });
  }

  return {
    judge,
    judgeAll(message, on) {
      const whole = judge(message, on);
      const parts = judgeParts(message, on);
      const clear = parts
        .filter(isClear)
        // In a list of apps a name is no question of its own, nor is "do alipay" before another name.
        .filter((part) => part.reading.words.filter((word) => word !== APP_TOKEN).length > 1);
      const sure = clear.filter(({ confidence }) => confidence >= SURE);
      const [first, second, ...rest] = uniqueAnswers(sure.flatMap(({ answers }) => [...answers])).slice(0, MAX_ANSWERS);
      if (first !== undefined && second !== undefined) {
        const answers = [first, second, ...rest] as const;
        const confidence = Math.min(...sure.map((part) => part.confidence));
        if (!isClear(whole) || answers.some((answer) => isSame(answer, whole.answers[0])))
          return { ...whole, answers, confidence };
      }
      // "Good evening everyone, please excuse the question if it came up before: who signed the order?"
      const asked = /[?？]\s*$/.test(message) ? sure.find((part) => part === parts.at(-1)) : undefined;
      if (asked !== undefined && whole.confidence < SURE) return asked;
      if (isClear(whole)) return whole;
      // A part alone lacks what the rest says: it only confirms what the whole already points to.
      return clear.find((part) => isBestChoice(whole, part.answers[0])) ?? whole;
    },
    explain({ routes, confidence, reading }) {
      const apps = [...new Set(reading.apps)];
      const bare = routeOfName(reading);
      const [best, runnerUp] = bare === undefined ? routes : routes.filter(({ name }) => name === bare);
      const labelOfRoute = (route: Route | undefined) => route && findLabels(knowledge, route.name, apps)[0];
      const [bestLabel, nextLabel] = [labelOfRoute(best), labelOfRoute(runnerUp)];
      return {
        signals: bare === undefined ? (best ? explainSignals(best.signals) : []) : [NAME_ALONE],
        confidence,
        answerFrom: bands.answer,
        offerFrom: bands.offer,
        margin: confidence - (runnerUp?.confidence ?? 0),
        repairs: reading.repairs,
        ...(bestLabel && { best: bestLabel }),
        ...(nextLabel && { runnerUp: nextLabel }),
        ...(best?.nearest && { nearest: best.nearest }),
      };
    },
  };
}

/** The answer about an app that the data does not know: the order's list is closed. */
export const appNotListed = (on: CalendarDate): Answer => ({
  kind: "unknown",
  reason: "app-not-listed",
  nearest: [{ entry: "apps-covered" }],
  on,
});

/** Whether `judgement` is an answer, and neither a choice nor a regret. */
export const isClear = ({ answers: [first] }: Pick<Judgement, "answers">): boolean =>
  first.kind === "entry" || first.kind === "app";

const isSame = (a: Answer, b: Answer): boolean => isSameLabel(labelOf(a), labelOf(b));

/** Whether `answer` is the first that `whole` would offer. */
const isBestChoice = ({ answers: [choice] }: Judgement, answer: Answer): boolean =>
  choice.kind === "choose" && isSameLabel(choice.from[0], labelOf(answer));

const uniqueAnswers = (answers: readonly Answer[]): Answer[] =>
  answers.filter((answer, index) => answers.findIndex((other) => isSame(answer, other)) === index);
