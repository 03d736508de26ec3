/** Everything that a check of good data finds beyond its form. */
import type { Answerer } from "../answerer.js";
import type { ReadFiles } from "../data/data-files.js";
import type { Learned } from "../matching/learn.js";
import type { CalendarDate } from "../values/calendar.js";
import { checkConfusions } from "./confusions.js";
import { checkDates } from "./dates.js";
import { advise, type Finding } from "./finding.js";
import { adviseOnFollowUps } from "./follow-ups.js";
import { nameGiven } from "./given.js";
import { failedGolden } from "./golden.js";
import { checkAnswerFirst, checkCited, checkHouseStyle } from "./house-style.js";
import { checkLimits } from "./limits.js";
import { findMisfiled } from "./misfiled.js";
import { checkTranslations } from "./translations.js";
import { checkUpkeep } from "./upkeep.js";

/** Finds what must be fixed: golden questions that fail, and replies that Discord would reject. */
export const findProblems = (files: ReadFiles, answerer: Answerer, today: CalendarDate): Finding[] =>
  [...checkGolden(files, answerer, today), ...checkLimits(files, answerer.knowledge)].filter(
    ({ level }) => level === "problem",
  );

/** Finds what a person should consider. Takes some seconds, nearly all of them for the phrasings. */
export function findAdvice(files: ReadFiles, answerer: Answerer, learned: Learned, today: CalendarDate): Finding[] {
  const { knowledge } = answerer;
  return [
    ...[...checkLimits(files, knowledge)].filter(({ level }) => level === "advice"),
    ...checkMargins(files, answerer, today),
    ...checkHouseStyle(files),
    ...checkAnswerFirst(files),
    ...checkDates(files),
    ...checkCited(files),
    ...checkTranslations(files, knowledge),
    ...adviseOnFollowUps(files, knowledge),
    ...checkUpkeep(files, knowledge, today),
    ...checkConfusions(files, answerer, findMisfiled(knowledge, learned), today),
  ];
}

function checkGolden({ golden }: ReadFiles, answerer: Answerer, today: CalendarDate): Finding[] {
  return failedGolden(answerer, today).map(({ golden: { ask, expect }, index, given }) => {
    const message = `This golden question must get ${expect.map((label) => `\`${label}\``).join(" or ")}, and it gets ${nameGiven(given)}.`;
    const fix = `See why with \`npm run ask -- --why ${JSON.stringify(ask)}\`: the answer that lost may need a phrasing, or the one that won a negative.`;
    return { ...golden.problemAt([index, "ask"], message, { fix }), level: "problem", about: "golden" };
  });
}

/** A golden question whose confidence is nearer than this to another band may fail after an unrelated edit. */
const SAFE_MARGIN = 0.1;

function checkMargins({ golden }: ReadFiles, answerer: Answerer, today: CalendarDate): Finding[] {
  return golden.value.flatMap(({ ask, in: place, after }, index) => {
    const decision = place === undefined && after === undefined ? answerer.answer(ask, { on: today }) : undefined;
    if (decision?.kind !== "decided") return [];
    const { confidence, answerFrom, signals } = decision.why;
    const margin = Math.abs(confidence - answerFrom);
    if (margin >= SAFE_MARGIN || signals.some(({ name }) => name === "name-alone" || name === "courtesy")) return [];
    const points = Math.round(margin * 100);
    const message = `This golden question keeps its reply by ${points} ${points === 1 ? "point" : "points"} of 100 only.`;
    const fix =
      "Any edit may move it: add a phrasing near it to its answer, or a negative where nothing must be answered.";
    return advise("golden", golden.problemAt([index, "ask"], message, { fix }));
  });
}
