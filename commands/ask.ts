/** `/ask`: any question, in the asker's own words. */
import { command } from "../src/command/command.js";
import { refuse } from "../src/core/reply/refusal.js";
import { parseLabel } from "../src/core/values/label.js";
import { suggestQuestions } from "./suggestions.js";

export const ask = command({
  name: "ask",
  description: "Ask a question about Executive Order 13971",
  options: {
    question: {
      type: "string",
      description: "Your question, in your own words",
      required: true,
      complete: suggestQuestions,
    },
  },
  run({ question }, { answerer, today }) {
    if (question.trim() === "") return refuse("noQuestion");
    const label = parseLabel(question);
    const chosen = label && answerer.answerLabel(label, { on: today });
    const decision = answerer.answer(question, { on: today });
    return chosen && decision.kind === "decided" ? { ...decision, answers: [chosen] } : decision;
  },
});
