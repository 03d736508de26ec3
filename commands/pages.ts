/** The commands that show a page: `/apps`, `/timeline`, `/sources`, `/about` and `/privacy`. */
import { command } from "../src/command/command.js";
import type { Page } from "../src/core/decision/decision.js";

const page = { type: "integer", description: "Which page (default: the first)", min: 1 } as const;

const single = (id: Page["id"], description: string) =>
  command({ name: id, description, options: {}, run: () => ({ kind: "page", id, page: 1 }) });
const paged = (id: Page["id"], description: string) =>
  command({ name: id, description, options: { page }, run: ({ page = 1 }) => ({ kind: "page", id, page }) });

export const pages = [
  single("apps", "The eight apps that the order names"),
  paged("timeline", "What happened, by date"),
  paged("sources", "The documents that the answers rest on"),
  single("about", "What this bot covers, how fresh it is, and what it keeps about you"),
  single("privacy", "What is processed and kept, in plain words"),
];
