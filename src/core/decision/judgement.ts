/** Judges a question: which of the three bands it falls into, and what is said in each. */
import { APP_STATUS, type Knowledge } from "../data/knowledge.js";
import type { Calibration } from "../matching/calibration.js";
import type { ClassName } from "../matching/examples.js";
import type { Learned } from "../matching/learn.js";
import type { Reading, UnlistedReading } from "../matching/reading.js";
import type { Route, Router } from "../matching/router.js";
import { countWords } from "../text/text.js";
import type { CalendarDate } from "../values/calendar.js";
import { isSameLabel, type Label, uniqueLabels } from "../values/label.js";
import { type Answer, MAX_ANSWERS } from "./decision.js";
import { isLoneWord, routeOfName } from "./lone-words.js";
import { findAnswer, findLabels } from "./meaning.js";
import { isAhead } from "./odds.js";
import { createSubjects } from "./subjects.js";
import { explainSignals, NAME_ALONE, type Why } from "./why.js";

/** What one question came to, before it is known who hears it. */
export interface Judgement {
  readonly answers: readonly [Answer, ...Answer[]];
  /** The chance, 0 to 1, that the best route is what was asked. */
  readonly confidence: number;
  /** The chance, 0 to 1, from which it would be answered. */
  readonly answerFrom: number;
  readonly routes: readonly Route[];
  readonly reading: Reading;
  /** The curated follow-up that the question reads like. */
  readonly readsLike?: string;
  /** Whether it reads like what moderators listed as wanting no answer. */
  readonly isRemark?: boolean;
}

/** What the answer before a question says about what the question may mean, before its words are weighed. */
export interface Prior {
  /** Routes to be looked at beside the likeliest. */
  readonly expected: readonly ClassName[];
  /** Returns the chance, 0 to 1, that a route is what was asked behind that answer. */
  readonly confidenceOf: (route: Route) => number;
}

export interface Judge {
  /** Judges `question` as one. */
  judge(question: string, on: CalendarDate, prior?: Prior): Judgement;
  explain(judgement: Judgement): Why;
}

/** Of 230 lists in our sets, one held what was asked behind the third choice. */
const MAX_OFFERS = 3;
/** The most apps that are offered where a name is ambiguous: Discord shows five buttons in a row. */
const MAX_APPS = 5;
/** Below this confidence, a question without an app is about something else, and is shown no nearest answers. */
const NEAREST_FROM = 0.015;
/** From which confidence a status is asked of an app that the data does not list at all. */
const UNLISTED_FROM = 0.9;
/** From which chance a route is answered behind an answer: a wrong answer is worse than a choice. */
const ANSWERED_BEHIND = 0.55;
/** In a longer message, an unknown word is seldom an app's name: "my boss is this super paranoid guy". */
const MAX_GUESSED = 12;

export function createJudge(
  knowledge: Knowledge,
  router: Router,
  { bands, subjects }: Pick<Calibration, "bands"> & Pick<Learned, "subjects">,
): Judge {
  const { askedAbout, isOfOtherApps, namesAnotherOrder } = createSubjects(knowledge, { subjects }, router);

  function judge(question: string, on: CalendarDate, prior?: Prior): Judgement {
    const reading = router.read(question);
    const apps = [...new Set(reading.apps)];
    const routes = router
      .route(reading, prior?.expected)
      .filter(({ name }) => findLabels(knowledge, name, apps).length > 0)
      .map((route) => ({ ...route, confidence: prior?.confidenceOf(route) ?? route.confidence }))
      .sort((a, b) => b.confidence - a.confidence);
    const confidence = routes[0]?.confidence ?? 0;
    const answerFrom = prior === undefined ? bands.answer : ANSWERED_BEHIND;
    const judged = (answers: Judgement["answers"], sure = confidence): Judgement => ({
      answers,
      confidence: sure,
      answerFrom,
      routes,
      reading,
    });

    // Behind an answer, its regression has weighed the likely ones against each other.
    const isAnswered = confidence >= answerFrom && (prior !== undefined || isAhead(confidence, routes[1]?.confidence));
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
    if (
      unlisted?.isListed === false &&
      countWords(reading.words) <= MAX_GUESSED &&
      asksStatus(unlisted, UNLISTED_FROM)
    ) {
      const [near, ...others] = unlisted.nearMisses.map((app) => ({ app }));
      return judged([near === undefined ? appNotListed(on) : { kind: "choose", from: [near, ...others], on }]);
    }
    const offers = offersOf(uniqueLabels(routes.flatMap(({ name }) => findLabels(knowledge, name, apps))), apps);
    const [first, ...rest] = offers;
    if (first !== undefined && confidence >= bands.offer) return judged([{ kind: "choose", from: [first, ...rest] }]);
    const isUnderstood = reading.words.length > reading.unknown.length;
    const isNear = apps.length > 0 || confidence >= NEAREST_FROM;
    return judged([
      { kind: "unknown", reason: isUnderstood ? "no-entry" : "not-clear", nearest: isNear ? offers : [] },
    ]);
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
    const takesApp = (name = "") => name === APP_STATUS || knowledge.entries[name]?.app !== undefined;
    if (takesApp(route) || routeOfName(unlisted) === APP_STATUS) return true;
    const [best] = router.route(unlisted);
    return takesApp(best?.name) && best !== undefined && best.confidence >= bands.offer;
  }

  /** Whether `unlisted` asks where an app stands, with a confidence of at least `from`. */
  function asksStatus(unlisted: UnlistedReading, from: number): boolean {
    const [best] = router.route(unlisted);
    return best?.name === APP_STATUS && best.confidence >= from;
  }

  return {
    judge,
    explain({ routes, confidence, answerFrom, reading, readsLike }) {
      const apps = [...new Set(reading.apps)];
      const bare = routeOfName(reading);
      const [best, runnerUp] = bare === undefined ? routes : routes.filter(({ name }) => name === bare);
      const nearest = readsLike ?? best?.nearest;
      const labelOfRoute = (route: Route | undefined) => route && findLabels(knowledge, route.name, apps)[0];
      const [bestLabel, nextLabel] = [labelOfRoute(best), labelOfRoute(runnerUp)];
      return {
        signals: bare === undefined ? (best ? explainSignals(best.signals) : []) : [NAME_ALONE],
        confidence,
        answerFrom,
        offerFrom: bands.offer,
        margin: confidence - (runnerUp?.confidence ?? 0),
        repairs: reading.repairs,
        ...(bestLabel && { best: bestLabel }),
        ...(nextLabel && { runnerUp: nextLabel }),
        ...(nearest !== undefined && { nearest }),
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

/** Whether `judgement` is about an app that the data does not know. */
export const isOfAppNotListed = ({ answers: [first] }: Pick<Judgement, "answers">): boolean =>
  first.kind === "unknown" && first.reason === "app-not-listed";

/** Whether `judgement` is an answer, and neither a choice nor a regret. */
export const isClear = ({ answers: [first] }: Pick<Judgement, "answers">): boolean =>
  first.kind === "entry" || first.kind === "app";

/** Returns what is offered in place of an answer: the best of `labels`, and where the one named app stands. */
function offersOf(labels: readonly Label[], [app, another]: readonly string[]): Label[] {
  const best = labels.slice(0, MAX_OFFERS);
  if (app === undefined || another !== undefined || best.some((label) => isSameLabel(label, { app }))) return best;
  return [...labels.slice(0, MAX_OFFERS - 1), { app }];
}
