/** `/moderate preview`: shows a draft of an answer as its readers would see it, checks it, and estimates what it changes. */
import { command } from "../src/command/command.js";
import type { RunContext } from "../src/command/context.js";
import { form, linesOf, oneLine } from "../src/command/form.js";
import type { Report } from "../src/command/reply.js";
import type { Answerer } from "../src/core/answerer.js";
import type { Entry } from "../src/core/data/knowledge.js";
import type { Conflict } from "../src/core/matching/conflicts.js";
import type { Draft, Reviewed } from "../src/core/quality/draft.js";
import type { CalendarDate } from "../src/core/values/calendar.js";
import { ownValue } from "../src/core/values/own-value.js";
import { suggestEntries } from "./suggestions.js";

/** The known questions that are shown; the others are counted. */
const MOST_CONFLICTS = 8;
const ESTIMATE = "This is an estimate; npm run check is exact";

const draft = form({
  title: "Draft an answer",
  fields: {
    id: {
      type: "line",
      label: "Id",
      description: "Lower-case words and hyphens, such as start-date. An id that is there already: its new text.",
      required: true,
      max: 40,
    },
    question: { type: "line", label: "Question", required: true, max: 300 },
    answer: {
      type: "lines",
      label: "Answer",
      description: "Short and plain. Dates of the order as slots: {date.signed} {date.earliest} {date.revoked}",
      required: true,
      max: 1200,
    },
    cites: {
      type: "lines",
      label: "Sources, one a line",
      description: "A source's id, a space, the place in it: eo-13971 s.1(a)",
      max: 1000,
    },
    phrasings: {
      type: "lines",
      label: "Other ways to ask, one a line",
      description: "As people type; at least eight, each different",
      max: 4000,
    },
  },
  prefill: ([question = "", ...others]) => ({
    kind: "form",
    given: { question: asQuestion(question), phrasings: [question, ...others].join("\n") },
  }),
  async submit(values, context) {
    const { answerer, review, today } = context;
    const drafted = readDraft(values, answerer, today);
    return report(drafted, await review(drafted), context);
  },
});

export const preview = command({
  name: "preview",
  description: "See a draft of an answer as its readers would, and what it would change",
  options: {
    entry: { type: "string", description: "Begin with the text of this answer", complete: suggestEntries },
  },
  where: "home-server",
  form: draft,
  run({ entry: chosen }, { answerer }) {
    if (chosen === undefined) return { kind: "form", given: {} };
    const entry = findEntry(answerer, chosen.trim());
    if (entry === undefined) return { kind: "refused", problem: "There is no such answer. Choose one from the list." };
    return { kind: "form", given: describeEntry(entry) };
  },
});

const describeEntry = ({ id, question, answer, cites }: Entry) => ({
  id,
  question,
  answer,
  cites: cites.map(({ source, at }) => (at === undefined ? source : `${source} ${at}`)).join("\n"),
});

const findEntry = ({ knowledge: { entries } }: Answerer, id: string): Entry | undefined => ownValue(entries, id);

/** Adds the question mark that questions in the data need, and that people often leave out. */
const asQuestion = (text: string): string => (text === "" || text.endsWith("?") ? text : `${text}?`);

function readDraft(
  values: Readonly<Record<"id" | "question" | "answer" | "cites" | "phrasings", string>>,
  answerer: Answerer,
  today: CalendarDate,
): Draft {
  const id = values.id.trim();
  const question = oneLine(values.question);
  const entry = { question, answer: oneLine(values.answer), cites: linesOf(values.cites) };
  const phrasings = linesOf(values.phrasings).filter((line) => asQuestion(line) !== question);
  return { id, topic: topicOf(id, question, answerer), entry, phrasings, today };
}

/** Returns the topic of the answer that is nearest to the draft's question. */
function topicOf(id: string, question: string, answerer: Answerer): string {
  const [first] = Object.values(answerer.knowledge.entries);
  const nearest = findEntry(answerer, id) ?? answerer.nearestQuestions(question, 1)[0] ?? first;
  return nearest?.topic ?? "about";
}

function report(drafted: Draft, reviewed: Reviewed, { answerer, today }: RunContext): Report {
  const { id, entry, phrasings } = drafted;
  const isThere = findEntry(answerer, id) !== undefined;
  if (reviewed.kind === "bad")
    return {
      kind: "report",
      title: `The draft ${id} cannot be used yet`,
      lines: reviewed.problems.map((text) => ({ ok: false, text })),
      paste: reviewed.paste,
    };
  // An answer about an app makes no sense without one.
  const shown = reviewed.entry?.app === "required" ? undefined : reviewed.entry;
  const title = isThere ? `${id} is there already; this would be its new text` : `The draft ${id} can be used`;
  const conflicts = answerer.findConflicts([entry?.question ?? "", ...phrasings], id);
  return {
    kind: "report",
    title: reviewed.advice.length === 0 ? title : `${title}, but weigh this first`,
    lines: [
      ...(reviewed.advice.length === 0
        ? [{ ok: true, text: "No problem found. Put your name into reviewed once you compared it with its sources" }]
        : reviewed.advice.map((text) => ({ ok: false, text }))),
      ...describeConflicts(conflicts),
    ],
    paste: reviewed.paste,
    ...(shown && { shows: { kind: "entry", entry: shown, on: today } }),
  };
}

function describeConflicts(conflicts: readonly Conflict[]): Report["lines"] {
  if (conflicts.length === 0)
    return [{ ok: true, text: `It seems to take no known question away from another answer. ${ESTIMATE}` }];
  const shown = conflicts.slice(0, MOST_CONFLICTS).map(({ question, kind, now }) => ({
    text: `"${question}": ${now === "none" ? "must get no answer" : `is for ${now}`}${kind === "golden" ? ", a golden question" : ""}`,
  }));
  const more = conflicts.length - shown.length;
  return [
    { text: `It may take these known questions to itself, since its wording would be the nearest. ${ESTIMATE}` },
    ...shown,
    ...(more > 0 ? [{ text: `and ${more} more` }] : []),
  ];
}
