/** "Answer this" in the Apps menu: answers the question in a message. */
import type { MessageCommand } from "../src/command/command.js";
import { refuse } from "../src/core/reply/refusal.js";

export const answerThis: MessageCommand = {
  menu: "message",
  name: "Answer this",
  run: (text, { answerer, today }) =>
    text.trim() === "" ? refuse("noQuestion") : answerer.answer(text, { on: today }),
};
