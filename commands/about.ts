/** `/about`: what this bot is, how fresh its data is, and what it keeps about people. */
import { command } from "../src/command/command.js";

export const about = command({
  name: "about",
  description: "What this bot covers, how fresh it is, and what it keeps about you",
  options: {},
  run: () => ({ kind: "page", id: "about", page: 1 }),
});
