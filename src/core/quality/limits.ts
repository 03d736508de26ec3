/** Checks that every reply fits into a Discord message, on every day on which its text changes. */

import { entriesOf, type ReadFiles } from "../data/data-files.js";
import { type App, earliestDate, type Knowledge, type Order } from "../data/knowledge.js";
import type { Answer } from "../decision/decision.js";
import { findAnswer } from "../decision/meaning.js";
import { describeAnswer, type Reply } from "../reply/reply.js";
import type { ShownSource } from "../reply/sources.js";
import { writerFor } from "../reply/writer.js";
import { addDays, type CalendarDate, formatDate, parseDate } from "../values/calendar.js";
import type { Label } from "../values/label.js";
import { LOCALES } from "../values/locale.js";
import { sum } from "../values/sum.js";
import { advise, type Finding } from "./finding.js";

/** Discord's limits: characters of a message (https://docs.discord.com/developers/resources/message), and of a button's label. */
const MAX_MESSAGE = 2000;
const MAX_BUTTON = 80;

const TOO_LONG = "The reply is longer than the 2,000 characters of a Discord message.";

/** Reports replies that are too long, and advises on questions that buttons cut. */
export function* checkLimits(files: ReadFiles, knowledge: Knowledge): Generator<Finding> {
  const { order, apps } = knowledge;
  const writers = LOCALES.map((locale) => writerFor(knowledge, locale));
  /** Returns by how many characters a rendered reply may be too long, in the longest of the languages. */
  const excessOf = (answer: Answer): number =>
    Math.max(...writers.map((writer) => lengthOfReply(describeAnswer(answer, writer)))) - MAX_MESSAGE;

  for (const { id, entry, problemAt } of entriesOf(files.answers)) {
    const { question, app, "review-by": reviewBy } = entry;
    if (question.length > MAX_BUTTON) {
      const message = `The question has ${question.length} characters, and a button shows ${MAX_BUTTON}.`;
      yield advise("limits", problemAt([id, "question"], message, { fix: "Ask the same in fewer words." }));
    }
    const labels: Label[] = [{ entry: id }, ...(app ? Object.keys(apps).map((one) => ({ entry: id, app: one })) : [])];
    // Once its review is due, an answer says so in one more line.
    const days = reviewBy === undefined ? [order.checked] : [order.checked, addDays(reviewBy, 1)];
    const answers = days.flatMap((day) => labels.flatMap((label) => findAnswer(knowledge, label, day) ?? []));
    const over = Math.max(...answers.map(excessOf));
    const fix = `Make it shorter by ${over} characters, or cite less.`;
    if (over > 0) yield { ...problemAt([id, "answer"], TOO_LONG, { fix }), level: "problem", about: "limits" };
  }

  for (const app of Object.values(apps)) {
    const lengths = daysOfChange(order, app).map((on) => ({ on, over: excessOf({ kind: "app", app, on }) }));
    const [worst] = lengths.sort((a, b) => b.over - a.over);
    if (worst === undefined || worst.over <= 0) continue;
    const fix = `Make its note or other action shorter by ${worst.over} characters: as of ${formatDate(worst.on)} it is longest.`;
    const problem = files.apps.problemAt(["apps", app.id, "name"], TOO_LONG, { fix });
    yield { ...problem, level: "problem", about: "limits" };
  }
}

/** Returns the days on which the reply about an app changes: each event and each action elsewhere, and the day after each month. */
function daysOfChange(order: Order, app: App): CalendarDate[] {
  const actions = app["other-action"].flatMap(({ on }) => {
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
