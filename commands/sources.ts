/** `/sources`: every document that an answer cites. */
import { command } from "../src/command/command.js";

export const sources = command({
  name: "sources",
  description: "The documents that the answers rest on",
  options: { page: { type: "integer", description: "Which page (default: the first)", min: 1 } },
  run: ({ page }) => ({ kind: "page", id: "sources", page: page ?? 1 }),
});
