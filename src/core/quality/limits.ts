/** Checks that every reply fits into a Discord message, on every day on which its text changes. */

import type { ReadFiles } from "../data/data-files.js";
import { earliestDate, type Knowledge } from "../data/knowledge.js";
import type { Answer } from "../decision/decision.js";
import { findAnswer } from "../decision/meaning.js";
import { describeAnswer, type Reply } from "../reply/reply.js";
import type { ShownSource } from "../reply/sources.js";
import { writerFor } from "../reply/writer.js";
import { addDays, type CalendarDate, formatDate, parseDate } from "../values/calendar.js";
import { LOCALES } from "../values/locale.js";
import { sum } from "../values/sum.js";
import { advise, type Finding } from "./finding.js";

/** Discord's limits: characters of a message (https://docs.discord.com/developers/resources/message), and of a button's label. */
const MAX_MESSAGE = 2000;
const MAX_BUTTON = 80;

/** Reports replies that are too long, and advises on questions that buttons cut. */
export function checkLimits(files: ReadFiles, knowledge: Knowledge): Finding[] {
  const writers = LOCALES.map((locale) => writerFor(knowledge, locale));
  /** Returns an upper bound for the length of the rendered reply, in the longest of the languages. */
  const lengthOf = (answer: Answer): number =>
    Math.max(...writers.map((writer) => lengthOfReply(describeAnswer(answer, writer))));
  return [...checkEntries(files, knowledge, lengthOf), ...checkApps(files, knowledge, lengthOf)];
}

type LengthOf = (answer: Answer) => number;

function checkEntries({ answers }: ReadFiles, knowledge: Knowledge, lengthOf: LengthOf): Finding[] {
  const on = knowledge.order.checked;
  return answers.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, { question, app, "review-by": reviewBy }]): Finding[] => {
      const findings: Finding[] = [];
      if (question.length > MAX_BUTTON) {
        const message = `The question has ${question.length} characters, and a button shows ${MAX_BUTTON}.`;
        const fix = "Ask the same in fewer words.";
        findings.push(advise("limits", problemAt([id, "question"], message, { fix })));
      }
      const labels = [
        { entry: id },
        ...(app ? Object.keys(knowledge.apps).map((one) => ({ entry: id, app: one })) : []),
      ];
      // Once its review is due, an answer says so in one more line.
      const days = reviewBy === undefined ? [on] : [on, addDays(reviewBy, 1)];
      const answered = days.flatMap((day) => labels.flatMap((label) => findAnswer(knowledge, label, day) ?? []));
      const over = Math.max(0, ...answered.map(lengthOf)) - MAX_MESSAGE;
      if (over > 0) {
        const fix = `Make it shorter by ${over} characters, or cite less.`;
        findings.push({ ...problemAt([id, "answer"], TOO_LONG, { fix }), level: "problem", about: "limits" });
      }
      return findings;
    }),
  );
}

function checkApps({ apps }: ReadFiles, knowledge: Knowledge, lengthOf: LengthOf): Finding[] {
  return Object.values(knowledge.apps).flatMap((app): Finding[] => {
    const lengths = daysOfChange(knowledge, app.id).map((on) => ({
      on,
      over: lengthOf({ kind: "app", app, on }) - MAX_MESSAGE,
    }));
    const worst = lengths.sort((a, b) => b.over - a.over)[0];
    if (worst === undefined || worst.over <= 0) return [];
    const fix = `Make its note or other action shorter by ${worst.over} characters: as of ${formatDate(worst.on)} it is longest.`;
    return [{ ...apps.problemAt(["apps", app.id, "name"], TOO_LONG, { fix }), level: "problem", about: "limits" }];
  });
}

const TOO_LONG = "The reply is longer than the 2,000 characters of a Discord message.";

/** Returns the days on which the reply about an app changes: each event and each action elsewhere, and the day after each month. */
function daysOfChange({ order, apps }: Knowledge, id: string): CalendarDate[] {
  const actions = (apps[id]?.["other-action"] ?? []).flatMap(({ on }) => {
    const first = parseDate(`${on}-01-01`.slice(0, 10));
    return first === undefined ? [] : [first, addDays(first, 31)];
  });
  const { signed, revoked } = order.events;
  return [addDays(signed.on, -1), signed.on, earliestDate(order), revoked.on, addDays(order.checked, 1), ...actions];
}

/** Includes the marks that a rendering puts around lines and sources. */
export const lengthOfReply = ({ paragraphs, list, sources, notes, remarks }: Reply): number =>
  sum([...paragraphs, ...list, ...notes, ...remarks].map((line) => line.length + 5)) + sum(sources.map(lengthOfSource));

/** Returns an upper bound for the length of a rendered source: its words and its link, with some marks around. */
export const lengthOfSource = ({ publisher, date = "", locator = "", url = "" }: ShownSource): number =>
  publisher.length + date.length + locator.length + url.length + 10;
