/** The commands that show a page: `/apps`, `/timeline`, `/sources`, `/about` and `/privacy`. */
import { command } from "../src/command/command.js";

const page = { type: "integer", description: "Which page (default: the first)", min: 1 } as const;

export const apps = command({
  name: "apps",
  description: "The eight apps that the order names",
  options: {},
  run: () => ({ kind: "page", id: "apps", page: 1 }),
});

export const timeline = command({
  name: "timeline",
  description: "What happened, by date",
  options: { page },
  run: ({ page = 1 }) => ({ kind: "page", id: "timeline", page }),
});

export const sources = command({
  name: "sources",
  description: "The documents that the answers rest on",
  options: { page },
  run: ({ page = 1 }) => ({ kind: "page", id: "sources", page }),
});

export const about = command({
  name: "about",
  description: "What this bot covers, how fresh it is, and what it keeps about you",
  options: {},
  run: () => ({ kind: "page", id: "about", page: 1 }),
});

export const privacy = command({
  name: "privacy",
  description: "What is processed and kept, in plain words",
  options: {},
  run: () => ({ kind: "page", id: "privacy", page: 1 }),
});
