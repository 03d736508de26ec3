/** Decides what the bot says to a question: the one door to the core. */
import { type AppNames, createAppNames } from "./app-names.js";
import type { CalendarDate } from "./calendar.js";
import { type Answer, type Decision, labelOf, type Refusal } from "./decision.js";
import { leanOn } from "./follow-up.js";
import { APP_STATUS, type App, type Knowledge } from "./knowledge.js";
import { formatLabel, type Label } from "./label.js";
import type { Fitted } from "./matching/fit.js";
import type { Reading } from "./matching/reading.js";
import { createRouter, type Route } from "./matching/router.js";
import { splitQuestions } from "./questions.js";
import { MAX_QUESTION } from "./text.js";
import { explainSignal, type Why } from "./why.js";

export interface AskOptions {
  /** The day on which the question is asked, or that it is asked about. */
  readonly on: CalendarDate;
  /** The answer that the question follows up on. */
  readonly after?: Label;
  /** `ambient`: the message was put to a room in which the bot listens, and not to the bot. */
  readonly manner?: "addressed" | "ambient";
}

export interface Answerer {
  readonly knowledge: Knowledge;
  answer(question: string, options: AskOptions): Decision | Refusal;
  /** Where the app that an `app` field names stands. An unknown name may be a typo: nothing is claimed of it. */
  answerApp(name: string, options: Pick<AskOptions, "on">): Decision | Refusal;
  /** The answer that `label` names, as buttons and autocomplete choices carry it. */
  answerLabel(label: Label, options: Pick<AskOptions, "on">): Answer | undefined;
  /** Apps whose names are near what was typed so far, best first. */
  nearestApps(typed: string, limit: number): readonly App[];
}

/** Several questions in one message are answered up to this number. */
const MAX_ANSWERS = 3;
const MAX_CHOICES = 5;

/** From which confidence a part of a message is answered beside, or instead of, the whole. */
const SURE = 0.85;

/** What one question came to, before it is known who hears it. */
interface Judgement {
  readonly answers: readonly [Answer, ...Answer[]];
  readonly confidence: number;
  readonly routes: readonly Route[];
  readonly reading: Reading;
}

export function createAnswerer(knowledge: Knowledge, fitted: Fitted): Answerer {
  const router = createRouter(knowledge, fitted);
  const names: AppNames = createAppNames(
    knowledge,
    (word) => fitted.words.curated.has(word) || fitted.words.english.has(word),
  );
  const { bands, ambient } = fitted;

  function answerLabel(label: Label, { on }: Pick<AskOptions, "on">): Answer | undefined {
    const app = label.app === undefined ? undefined : own(knowledge.apps, label.app);
    if (label.app !== undefined && app === undefined) return undefined;
    if (label.entry === undefined) return app && { kind: "app", app, on };
    const entry = own(knowledge.entries, label.entry);
    if (entry === undefined) return undefined;
    if (app === undefined) return entry.app === "required" ? undefined : { kind: "entry", entry, on };
    const hasFact = entry.shows === undefined || app[entry.shows] !== undefined;
    if (entry.app === undefined || !hasFact) return undefined;
    return { kind: "entry", entry, app, on };
  }

  /** What the route `name` means when the question speaks of `apps`: the labels that could be answered. */
  function labelsFor(name: string, apps: readonly string[]): Label[] {
    if (name === APP_STATUS) return apps.map((app) => ({ app }));
    const entry = own(knowledge.entries, name);
    if (entry === undefined) return [];
    if (entry.app === undefined || (apps.length === 0 && entry.app === "optional")) return [{ entry: name }];
    return apps.flatMap((app): Label[] => {
      const { standing, [entry.shows ?? "note"]: fact } = knowledge.apps[app] ?? { standing: "look-alike" };
      if (entry.shows !== undefined && fact !== undefined) return [{ entry: name, app }];
      if (entry.shows !== undefined) return entry.app === "optional" && standing === "named" ? [{ entry: name }] : [];
      return [standing === "named" ? { entry: name, app } : { app }];
    });
  }

  function judge(question: string, on: CalendarDate): Judgement {
    const reading = router.read(question);
    return judgeReading(question, reading, router.route(reading), on);
  }

  function judgeReading(question: string, reading: Reading, routes: readonly Route[], on: CalendarDate): Judgement {
    const apps = [...new Set(reading.apps)];
    const usable = routes.filter(({ name }) => labelsFor(name, apps).length > 0);
    const best = usable[0];
    const confidence = best?.confidence ?? 0;
    const judged = (answers: Judgement["answers"]): Judgement => ({ answers, confidence, routes: usable, reading });

    const choices = unique(usable.flatMap(({ name }) => labelsFor(name, apps))).slice(0, MAX_CHOICES);
    if (best !== undefined && confidence >= bands.answer && best === usable[0]) {
      const ambiguous = reading.mentions.find((mention) => mention.apps.length > 1);
      const labels = labelsFor(best.name, apps);
      if (ambiguous && labels.some(({ app }) => app !== undefined)) {
        const [first, ...rest] = ambiguous.apps.flatMap((app) => labelsFor(best.name, [app]));
        if (first !== undefined) return judged([{ kind: "choose", from: [first, ...rest] }]);
      }
      const [first, ...rest] = labels.slice(0, MAX_ANSWERS).flatMap((label) => answerLabel(label, { on }) ?? []);
      if (first !== undefined) return judged([first, ...rest]);
    }
    if (asksAboutUnlistedApp(question, reading))
      return judged([{ kind: "unknown", reason: "app-not-listed", nearest: [{ entry: "apps-covered" }] }]);
    const [first, ...rest] = choices;
    if (confidence >= bands.offer && first !== undefined) return judged([{ kind: "choose", from: [first, ...rest] }]);
    const isClear = reading.words.length > reading.unknown.length;
    return judged([{ kind: "unknown", reason: isClear ? "no-entry" : "not-clear", nearest: choices.slice(0, 3) }]);
  }

  function asksAboutUnlistedApp(question: string, { apps }: Reading): boolean {
    if (apps.length > 0) return false;
    const reading = router.readWithUnlistedApp(question);
    const [best] = reading === undefined ? [] : router.route(reading);
    return best?.name === APP_STATUS && best.confidence >= bands.answer;
  }

  /**
   * A message may hold several questions, or tell a story before it asks one. Parts that are clear beyond doubt are all
   * answered; where the whole is unclear, the one part that is clear speaks for it.
   */
  function judgeAll(question: string, on: CalendarDate): Judgement {
    const whole = judge(question, on);
    const clear = splitQuestions(question)
      .map((part) => judge(part, on))
      .filter(isClear);
    const sure = clear.filter(({ confidence }) => confidence >= SURE);
    const [first, second, ...rest] = uniqueAnswers(sure.flatMap(({ answers }) => [...answers])).slice(0, MAX_ANSWERS);
    if (first !== undefined && second !== undefined) {
      const agrees = [first, second, ...rest].some((answer) => sameAnswer(answer, whole.answers[0]));
      if (!isClear(whole) || agrees)
        return {
          ...whole,
          answers: [first, second, ...rest],
          confidence: Math.min(...sure.map(({ confidence }) => confidence)),
        };
    }
    if (isClear(whole)) return whole;
    return clear.find((part) => part.confidence >= SURE || offers(whole, part.answers[0])) ?? whole;
  }

  function explain({ routes, confidence, reading }: Judgement): Why {
    const apps = [...new Set(reading.apps)];
    const [best, runnerUp] = routes;
    const label = (route: Route | undefined): Label | undefined => route && labelsFor(route.name, apps)[0];
    const signals = best
      ? Object.entries(best.signals).map(([name, value]) => explainSignal(name as keyof typeof best.signals, value))
      : [];
    const optional = { best: label(best), runnerUp: label(runnerUp), nearest: best?.nearest };
    return {
      signals,
      confidence,
      answerFrom: bands.answer,
      offerFrom: bands.offer,
      margin: confidence - (runnerUp?.confidence ?? 0),
      repairs: reading.repairs,
      ...withoutUndefined(optional),
    };
  }

  /**
   * Whether a bot that only listens in speaks: when the message is a question to the room about this order or its apps
   * (a decision of its own, fitted on its own examples), and the answer is clear. A choice, a guess, "I don't know" and
   * a follow-up are never spoken into a room.
   */
  function speaksInto(message: string, judgement: Judgement): boolean {
    return isClear(judgement) && router.chanceOfRoomQuestion(message, judgement.reading) >= ambient.speakFrom;
  }

  return {
    knowledge,
    answerLabel,
    nearestApps: (typed, limit) => names.nearest(typed, limit).flatMap((id) => knowledge.apps[id] ?? []),
    answer(question, { on, after, manner = "addressed" }) {
      if (question.length > MAX_QUESTION) return refuse(`The question is longer than ${MAX_QUESTION} characters.`);
      if (manner === "ambient") {
        const overheard = judge(question, on);
        return { answers: overheard.answers, speaks: speaksInto(question, overheard), why: explain(overheard) };
      }
      const alone = judgeAll(question, on);
      const judgement =
        after === undefined
          ? alone
          : leanOn(after, question, alone, {
              knowledge,
              bands,
              judgeWith: (context) => {
                const reading = router.read(context);
                return judgeReading(
                  question,
                  { ...reading, apps: alone.reading.apps.length > 0 ? alone.reading.apps : reading.apps },
                  router.route(reading),
                  on,
                );
              },
              answerLabel: (label) => answerLabel(label, { on }),
            });
      return { answers: judgement.answers, speaks: true, why: explain(judgement) };
    },
    answerApp(name, { on }) {
      if (name.length > MAX_QUESTION) return refuse(`The app's name is longer than ${MAX_QUESTION} characters.`);
      const reading = names.resolve(name);
      const why: Why = {
        signals: [{ name: "app-field", value: 1, reason: "the text is the name of an app, not a question" }],
        confidence: reading.kind === "app" ? 1 : 0,
        answerFrom: 1,
        offerFrom: 0,
        margin: 0,
        repairs: [],
      };
      const decide = (answer: Answer): Decision => ({ answers: [answer], speaks: true, why });
      const labels = (
        reading.kind === "several" ? reading.apps : reading.kind === "unknown" ? reading.nearest : []
      ).map((app): Label => ({ app }));
      const [first, ...rest] = labels;
      if (reading.kind === "app") return decide(answerLabel({ app: reading.app }, { on }) ?? notClear(labels));
      if (reading.kind === "several" && first !== undefined) return decide({ kind: "choose", from: [first, ...rest] });
      return decide(notClear(labels));
    },
  };
}

const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const refuse = (problem: string): Refusal => ({ kind: "refused", problem });

const notClear = (nearest: readonly Label[]): Answer => ({ kind: "unknown", reason: "not-clear", nearest });

const isClear = ({ answers }: Judgement): boolean => answers[0].kind === "entry" || answers[0].kind === "app";

function sameAnswer(a: Answer, b: Answer): boolean {
  const [left, right] = [labelOf(a), labelOf(b)];
  return left !== undefined && right !== undefined && formatLabel(left) === formatLabel(right);
}

/** Whether `whole` already had `answer` among what it would offer. */
function offers({ answers: [choice] }: Judgement, answer: Answer): boolean {
  const label = labelOf(answer);
  const text = label && formatLabel(label);
  return choice.kind === "choose" && choice.from.some((other) => formatLabel(other) === text);
}

const uniqueAnswers = (answers: readonly Answer[]): Answer[] =>
  answers.filter((answer, index) => answers.findIndex((other) => sameAnswer(answer, other)) === index);

const unique = (labels: readonly Label[]): Label[] => [
  ...new Map(labels.map((label) => [formatLabel(label), label])).values(),
];

function withoutUndefined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

export type { Judgement };
