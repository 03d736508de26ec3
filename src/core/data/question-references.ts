/** What holds between the lists of questions: each heading names an answer, and one wording has one answer. */
import { didYouMean, type Problem } from "friendly-yaml";
import { tokenise } from "../text/text.js";
import { ownValue } from "../values/own-value.js";
import type { References } from "./broken-ids.js";
import { entriesOf } from "./data-files.js";
import { APP_STATUS, type Known } from "./knowledge.js";

/** Yields every problem of phrasings, negatives and the wordings of golden questions. */
export function* checkQuestions({ files, known, isBroken }: References): Generator<Problem> {
  const { phrasings, negatives, golden } = files;
  const isAnswer = (id: string) => id === APP_STATUS || Object.hasOwn(known.entries, id) || isBroken(id);
  const complainOfHeading = (id: string, otherwise: string) => {
    const fix = didYouMean(id, [APP_STATUS, ...Object.keys(known.entries)], otherwise);
    return [`No entry with id \`${id}\` is in answers/.`, { fix, atName: true }] as const;
  };
  const seen = new Set<string>();
  /** The answer that each wording is a phrasing of, however it is written. */
  const owners = new Map<string, string>();
  for (const { id, entry: lines, problemAt } of entriesOf(phrasings)) {
    if (!isAnswer(id)) {
      const otherwise = "Add the answer first, or move these lines to `other-questions` in negatives.txt.";
      yield problemAt([id], ...complainOfHeading(id, otherwise));
    }
    if (seen.has(id)) {
      const message = `Another file already has the phrasings of \`${id}\`.`;
      yield problemAt([id], message, { fix: "Move them all into one file.", atName: true });
    }
    seen.add(id);
    for (const [index, line] of lines.entries()) {
      const complaint = checkAppSlot(line, id, known);
      if (complaint !== undefined) yield problemAt([id, index], complaint.message, complaint);
      const key = questionKey(line);
      const owner = owners.get(key) ?? id;
      owners.set(key, owner);
      if (owner === id) continue;
      const message = `This is also a phrasing of \`${owner}\`, and one wording has one answer.`;
      yield problemAt([id, index], message, { fix: "Keep it where it fits better, and delete the other." });
    }
  }

  const notAnswered = new Set<string>();
  if (negatives !== undefined) {
    const { near, ...groups } = negatives.value;
    const sections = [
      ...Object.entries(near).map(([id, lines]) => ({ path: ["near", id], lines })),
      ...Object.entries(groups).map(([group, lines]) => ({ path: [group], lines })),
    ];
    for (const { path, lines } of sections) {
      const id = path[1];
      if (id !== undefined && !isAnswer(id))
        yield negatives.problemAt(path, ...complainOfHeading(id, "Move these lines to `other-questions`."));
      for (const [index, line] of lines.entries()) {
        const key = questionKey(line);
        notAnswered.add(key);
        if (!owners.has(key)) continue;
        const message = `This must not be answered, and it is also a phrasing of \`${owners.get(key)}\`.`;
        yield negatives.problemAt([...path, index], message, { fix: "Delete one of the two." });
      }
    }
  }
  if (golden === undefined) return;
  for (const [index, { ask }] of golden.value.entries()) {
    const key = questionKey(ask);
    if (!owners.has(key) && !notAnswered.has(key)) continue;
    const message = "This golden question is also a phrasing or a negative: it would test nothing.";
    yield golden.problemAt([index, "ask"], message, { fix: "Word it differently, or delete it there." });
  }
}

/** Returns what is wrong if a phrasing lacks `{app}`, has one too many, or has another thing in braces. */
function checkAppSlot(line: string, id: string, { entries }: Known) {
  const entry = ownValue(entries, id);
  const app = id === APP_STATUS ? "required" : entry?.app;
  const hasSlot = line.includes("{app}");
  const brace = /\{[^{}]*\}?|\}/.exec(line.replaceAll("{app}", ""))?.[0];
  if (brace !== undefined)
    return {
      message: "Only {app} may stand in braces in a phrasing.",
      fix: "Write {app} for the name of any app, or take the braces out.",
      words: brace,
    };
  if (app === "required" && !hasSlot)
    return {
      message: "This answer is about an app, and no {app} stands in the line.",
      fix: "Write {app} for the app's name.",
    };
  if (entry !== undefined && app === undefined && hasSlot)
    return {
      message: "This answer takes no app, and {app} stands in the line.",
      fix: "Take {app} out, or delete the line.",
    };
  return undefined;
}

/** Returns the same key for the same question, however it is written. */
export const questionKey = (line: string): string => tokenise(line.replaceAll("{app}", " theapp ")).join(" ") || line;
