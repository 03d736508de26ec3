/** `/moderate unanswered`: the questions that people sent to the moderators, in groups, each with forms to answer it. */
import { command } from "../src/command/command.js";
import type { SentQuestions } from "../src/command/context.js";
import { form, linesOf } from "../src/command/form.js";
import type { Answerer } from "../src/core/answerer.js";
import { APP_STATUS } from "../src/core/data/knowledge.js";
import { offeredBy } from "../src/core/decision/decision.js";
import { writerFor } from "../src/core/reply/writer.js";
import { ownValue } from "../src/core/values/own-value.js";
import { MAX_SUGGESTIONS, suggestionFor } from "./suggestions.js";

const PER_PAGE = 3;

const thisIs = form({
  title: "This is a question for…",
  fields: {
    nearest: { type: "choice", label: "The answer", description: "The nearest ones are in the list" },
    id: {
      type: "line",
      label: "Or its id",
      description: "Where it is not in the list; app-status: where an app stands",
      max: 40,
    },
    phrasings: {
      type: "lines",
      label: "The ways to ask for it, one a line",
      description: "Without names of people and anything else that nobody should read",
      required: true,
      max: 4000,
    },
  },
  prefill(questions, { answerer }) {
    const writer = writerFor(answerer.knowledge);
    const nearest = nearestTo(questions, answerer).map((entry) => suggestionFor({ entry }, writer));
    return { kind: "form", given: { phrasings: questions.join("\n") }, choices: { nearest } };
  },
  async submit({ nearest, id: typed, phrasings }, { answerer, review, today }) {
    const id = typed.trim() || nearest;
    const { entries } = answerer.knowledge;
    const entry = ownValue(entries, id);
    if (entry === undefined && id !== APP_STATUS) {
      const problem = id === "" ? "Choose an answer, or give its id." : `There is no answer with the id "${id}".`;
      return { kind: "refused", problem };
    }
    const reviewed = await review({ id, topic: entry?.topic ?? "order", phrasings: linesOf(phrasings), today });
    const isGood = reviewed.kind === "good";
    return {
      kind: "report",
      title: isGood ? `More ways to ask: ${entry?.question ?? id}` : `These cannot be phrasings of ${id} yet`,
      lines: isGood
        ? [{ ok: true, text: "No problem found. Once they are saved, the bot learns them within half a minute" }]
        : reviewed.problems.map((text) => ({ ok: false, text })),
      paste: reviewed.paste,
    };
  },
});

export const unanswered = command({
  name: "unanswered",
  description: "What people asked the moderators, the most asked first",
  options: { page: { type: "integer", description: "Which page (default: the first)", min: 1 } },
  where: "home-server",
  slow: true,
  form: thisIs,
  async run({ page = 1 }, { answerer, sentQuestions }) {
    const sent = await sentQuestions();
    if (sent.kind !== "read") return { kind: "refused", problem: explain(sent) };
    const { questions, isWhole } = sent;
    const groups = await answerer.group(questions, () => new Promise((resolve) => setImmediate(resolve)));
    const pages = Math.max(1, Math.ceil(groups.length / PER_PAGE));
    const shown = Math.min(page, pages);
    return {
      kind: "questions",
      title: titleOf(questions.length, isWhole),
      groups: groups
        .slice((shown - 1) * PER_PAGE, shown * PER_PAGE)
        .map(({ wordings, count }) => ({ questions: wordings, count })),
      page: shown,
      pages,
      command: "moderate unanswered",
      into: [
        { command: "moderate preview", text: "Draft an answer" },
        { command: "moderate unanswered", text: "This is…" },
      ],
    };
  },
});

function explain(sent: Exclude<SentQuestions, { kind: "read" }>): string {
  switch (sent.kind) {
    case "unset":
      return "No moderators' channel is set, so nobody can send a question. Set it with /moderate channels moderators.";
    case "gone":
      return "The moderators' channel is gone, or hidden from me. Change it with /moderate channels moderators.";
    case "missing":
      return `I lack permissions in the moderators' channel: ${sent.missing.join(", ")}. Give me these there, and try again.`;
    case "failed":
      return "Discord did not let me read the moderators' channel just now. Please try again.";
  }
}

function titleOf(count: number, isWhole: boolean): string {
  if (count === 0) return "Nobody has sent a question that is still in the moderators' channel";
  const questions = count === 1 ? "1 question" : `${count} questions`;
  return isWhole
    ? `${questions} in the moderators' channel`
    : `${questions} in the last posts of the moderators' channel`;
}

/** Returns the ids of the answers nearest to the questions, by the decision and by similar words. */
function nearestTo(questions: readonly string[], answerer: Answerer): string[] {
  const { knowledge } = answerer;
  const found = new Set<string>();
  for (const question of questions) {
    const decision = answerer.answer(question, { on: knowledge.order.checked });
    const ranked =
      decision.kind === "decided"
        ? [decision.why.best, decision.why.runnerUp, ...decision.answers.flatMap(offeredBy)]
        : [];
    const near = answerer.nearestQuestions(question, 5).map(({ id }) => id);
    for (const id of [...ranked.map((label) => label?.entry), ...near])
      if (id !== undefined && Object.hasOwn(knowledge.entries, id)) found.add(id);
  }
  return [...found].slice(0, MAX_SUGGESTIONS);
}
