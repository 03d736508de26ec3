/** Advises on the lists of follow-ups: what teaches the bot nothing, or two things at once. */
import { didYouMean } from "friendly-yaml";
import type { ReadFiles } from "../data/data-files.js";
import { APP_STATUS, type Knowledge, UNANSWERED } from "../data/knowledge.js";
import { questionKey } from "../data/question-references.js";
import { STANDINGS } from "../data/schema.js";
import { advise, type Finding } from "./finding.js";

/** A heading that names no answer is no problem: where an answer is retired, the lines about it do no harm. */
export function adviseOnFollowUps(
  { "follow-up-questions": files }: ReadFiles,
  { entries, apps }: Knowledge,
): Finding[] {
  const ids = Object.keys(entries);
  const before = [...ids, ...STANDINGS, ...Object.keys(apps).map((app) => `app:${app}`)];
  const asked = [...ids, APP_STATUS, UNANSWERED];
  const owners = new Map<string, string>();
  return files.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([after, lists]) =>
      Object.entries(lists).flatMap(([next, lines]) => {
        const [unknown, known] = before.includes(after) ? [next, asked] : [after, before];
        if (!known.includes(unknown)) {
          const message = `\`${unknown}\` is no answer, so the lines below teach nothing.`;
          const fix = didYouMean(unknown, known, "Delete them, or name another answer.");
          return advise("followUps", problemAt([after, next], message, { words: unknown, fix, atName: true }));
        }
        return lines.flatMap((line, index) => {
          const key = `${after} ${questionKey(line)}`;
          const owner = owners.get(key) ?? next;
          owners.set(key, owner);
          if (owner === next) return [];
          const message = `Behind the same answer this asks for \`${owner}\` too, and one wording has one answer.`;
          const fix = "Keep it where it fits better, and delete the other.";
          return advise("followUps", problemAt([after, next, index], message, { fix }));
        });
      }),
    ),
  );
}
