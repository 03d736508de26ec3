/** `/privacy`: what is processed and kept, in plain words. */
import { command } from "../src/command/command.js";

export const privacy = command({
  name: "privacy",
  description: "What is processed and kept, in plain words",
  options: {},
  run: () => ({ kind: "page", id: "privacy", page: 1 }),
});
