/** What the reader of a data file can't know from its schema. */
import type { Hints } from "friendly-yaml";

const REVIEWED = "Write `reviewed: 2026-11-23`, with the day of your review.";

export const HINTS: Hints = {
  fields: ["answer", "question", "cites", "source", "at", "reviewed", "related", "name", "names", "ask", "expect"],
  groups: ["apps", "sources", "ambiguous", "near", "events"],
  explain(issue, value, name) {
    if (issue.code !== "invalid_type") return undefined;
    if (name === "cites" && issue.expected === "object" && typeof value === "string")
      return { message: "The word `source:` is missing before this.", fix: `Write \`- source: ${value}\`.` };
    if (name !== "reviewed") return undefined;
    if (value === undefined) return { message: "The field `reviewed` is missing.", fix: REVIEWED };
    const hasFields = typeof value === "object" && value !== null && !Array.isArray(value);
    return hasFields ? { message: "`reviewed` is a day alone, and fields stand here.", fix: REVIEWED } : undefined;
  },
};
