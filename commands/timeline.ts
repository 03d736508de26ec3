/** `/timeline`: the whole story by date. */
import { command } from "../src/command/command.js";

export const timeline = command({
  name: "timeline",
  description: "What happened, by date",
  options: { page: { type: "integer", description: "Which page (default: the first)", min: 1 } },
  run: ({ page }) => ({ kind: "page", id: "timeline", page: page ?? 1 }),
});
