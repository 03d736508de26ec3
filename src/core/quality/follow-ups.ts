/** Advises on the lists of follow-ups: what teaches the bot nothing, or two things at once. */
import { didYouMean } from "friendly-yaml";
import { entriesOf, type ReadFiles } from "../data/data-files.js";
import { APP_STATUS, type Knowledge, UNANSWERED } from "../data/knowledge.js";
import { questionKey } from "../data/question-references.js";
import { STANDINGS } from "../data/schema.js";
import { advise, type Finding } from "./finding.js";

/** A heading that names no answer is no problem: where an answer is retired, the lines about it do no harm. */
export function* adviseOnFollowUps(files: ReadFiles, { entries, apps }: Knowledge): Generator<Finding> {
  const ids = Object.keys(entries);
  const before = [...ids, ...STANDINGS, ...Object.keys(apps).map((app) => `app:${app}`)];
  const asked = [...ids, APP_STATUS, UNANSWERED];
  const owners = new Map<string, string>();
  for (const { id: after, entry: lists, problemAt } of entriesOf(files["follow-up-questions"]))
    for (const [next, lines] of Object.entries(lists)) {
      const [words, known] = before.includes(after) ? [next, asked] : [after, before];
      if (!known.includes(words)) {
        const message = `\`${words}\` is no answer, so the lines below teach nothing.`;
        const fix = didYouMean(words, known, "Delete them, or name another answer.");
        yield advise("followUps", problemAt([after, next], message, { words, fix, atName: true }));
        continue;
      }
      for (const [index, line] of lines.entries()) {
        const key = `${after} ${questionKey(line)}`;
        const owner = owners.get(key) ?? next;
        owners.set(key, owner);
        if (owner === next) continue;
        const message = `Behind the same answer this asks for \`${owner}\` too, and one wording has one answer.`;
        const fix = "Keep it where it fits better, and delete the other.";
        yield advise("followUps", problemAt([after, next, index], message, { fix }));
      }
    }
}
